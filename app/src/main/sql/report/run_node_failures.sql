-- One row per calculation of a run that failed or timed out, the first to fail first.
select
    node.node_id,
    case when node.node_key > 0 then node.node_name end as node_name,
    calculation.event_tag as branch,
    calculation.calc_status as status,
    calculation.calc_outcome as outcome,
    calculation.error_message,
    calculation.error_category,
    pattern.fingerprint,
    calculation.processing_time_ms as duration_ms,
    calculation.node_data_id,
    calculation.started_at,
    calculation.ended_at
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
left join dim_error_pattern as pattern
    on calculation.error_pattern_key = pattern.error_pattern_key
where
    calculation.run_id = :run_id
    and calculation.scenario_key = :scenario_key
    and calculation.calc_outcome in ('failed', 'timeout')
order by
    coalesce(calculation.ended_at, calculation.updated_at),
    node.sequence,
    node.node_name,
    calculation.calc_id
limit :row_limit
