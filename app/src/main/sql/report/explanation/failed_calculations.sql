-- One row per calculation of a run that failed or timed out, the first to fail first; of a run that is over also those
-- that began and never ended.
select
    node.node_id,
    coalesce(calculation.event_tag, left(calculation.branch_id::text, 8)) as branch,
    calculation.calc_outcome,
    calculation.error_message,
    calculation.error_category,
    pattern.fingerprint,
    coalesce(calculation.ended_at, calculation.updated_at, calculation.created_at) as ended_at
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
left join dim_error_pattern as pattern
    on calculation.error_pattern_key = pattern.error_pattern_key
where
    calculation.run_id = :run_id
    and calculation.scenario_key = :scenario_key
    and (
        calculation.calc_outcome in ('failed', 'timeout')
        or (
            :is_over::boolean
            and calculation.calc_outcome = 'in_progress'
            and calculation.started_at is not null
        )
    )
order by
    coalesce(calculation.ended_at, calculation.updated_at, calculation.created_at),
    calculation.calc_id
limit :row_limit
