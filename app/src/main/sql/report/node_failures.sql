-- One row per calculation of a node that failed or timed out, the newest first.
select
    calculation.run_id,
    scenario.scenario_id,
    scenario.scenario_name,
    calculation.calc_outcome as outcome,
    calculation.error_message,
    pattern.fingerprint,
    coalesce(calculation.ended_at, calculation.updated_at) as failed_at
from fact_node_calc_detail as calculation
inner join dim_scenario as scenario
    on calculation.scenario_key = scenario.scenario_key
left join dim_error_pattern as pattern
    on calculation.error_pattern_key = pattern.error_pattern_key
where
    calculation.node_key = :node_key
    and calculation.calc_outcome in ('failed', 'timeout')
order by
    calculation.updated_at desc,
    calculation.calc_id
limit :row_limit
