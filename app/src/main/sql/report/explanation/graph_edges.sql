-- One row per edge that leaves a node of a model.
select
    source.node_id as source_node_id,
    target.node_id as target_node_id
from dim_node as source
inner join bridge_node_edge as edge
    on source.node_key = edge.source_node_key
inner join dim_node as target
    on edge.target_node_key = target.node_key
where
    source.model_key = :model_key
    and edge.is_active
limit :row_limit
