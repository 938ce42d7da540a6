-- One row per node of a scenario's model that is not disabled.
select
    node.node_key,
    node.node_id,
    node.node_name as name,
    node.sequence
from dim_scenario as scenario
inner join dim_node as node
    on scenario.model_key = node.model_key
where
    scenario.scenario_key = :scenario_key
    and node.node_key > 0
order by
    node.sequence,
    node.node_name,
    node.node_id
limit :row_limit
