select distinct
    edges.source_node_id || ' > ' || edges.target_node_id as id,
    null::date as day,
    '' as content
from stg_edge as edges
