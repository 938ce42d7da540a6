-- One row per node that another is computed from, or that is computed from it.
select
    neighbour.node_id,
    neighbour.node_name,
    true as is_source
from bridge_node_edge as edge
inner join dim_node as neighbour
    on edge.source_node_key = neighbour.node_key
where
    edge.target_node_key = :node_key
    and edge.is_active
union all
select
    neighbour.node_id,
    neighbour.node_name,
    false as is_source
from bridge_node_edge as edge
inner join dim_node as neighbour
    on edge.target_node_key = neighbour.node_key
where
    edge.source_node_key = :node_key
    and edge.is_active
order by
    is_source,
    node_name,
    node_id
limit :row_limit
