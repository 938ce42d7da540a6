-- One row per edge between nodes of a run's model.
select
    source.node_id as source_id,
    coalesce(source.node_name, '') as source_name,
    target.node_id as target_id,
    coalesce(target.node_name, '') as target_name
from fact_scenario_run as run
inner join dim_node as source
    on run.model_key = source.model_key
inner join bridge_node_edge as edge
    on source.node_key = edge.source_node_key
inner join dim_node as target
    on edge.target_node_key = target.node_key
where
    run.run_id = :run_id
    and edge.is_active
order by
    source.node_id,
    target.node_id
limit :row_limit
