select
    sources.node_id || ' > ' || targets.node_id as id,
    null::date as day,
    '' as content
from bridge_node_edge as edges
inner join dim_node as sources
    on sources.node_key = edges.source_node_key
inner join dim_node as targets
    on targets.node_key = edges.target_node_key
where edges.is_active
