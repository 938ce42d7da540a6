-- One row per edge between nodes of a scenario's model.
select
    source.node_key as source,
    edge.target_node_key as target
from dim_scenario as scenario
inner join dim_node as source
    on scenario.model_key = source.model_key
inner join bridge_node_edge as edge
    on source.node_key = edge.source_node_key
where
    scenario.scenario_key = :scenario_key
    and edge.is_active
limit :row_limit
