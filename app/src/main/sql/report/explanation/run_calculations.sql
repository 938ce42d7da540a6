-- One row per calculation of a run.
select
    node.node_id,
    coalesce(node.node_name, '') as node_name,
    coalesce(calculation.event_tag, left(calculation.branch_id::text, 8)) as branch,
    calculation.calc_outcome,
    calculation.processing_time_ms
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
where
    calculation.run_id = :run_id
    and calculation.scenario_key = :scenario_key
order by
    coalesce(calculation.ended_at, calculation.updated_at, calculation.created_at),
    calculation.calc_id
limit :row_limit
