-- One row per calculation of a run, in the order in which they started.
select
    node.node_id,
    case when node.node_key > 0 then node.node_name end as node_name,
    node.sequence,
    calculation.event_tag as branch,
    calculation.calc_outcome as outcome,
    calculation.error_message,
    calculation.processing_time_ms as duration_ms,
    calculation.started_at,
    calculation.ended_at
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
inner join fact_scenario_run as run
    on
        calculation.scenario_key = run.scenario_key
        and calculation.run_id = run.run_id
where
    calculation.run_id = :run_id
    and run.run_id = :run_id
order by
    calculation.started_at nulls last,
    node.sequence,
    node.node_name,
    calculation.calc_id
limit :row_limit
