select
    nodes.node_id::text as id,
    null::date as day,
    concat_ws('|', nodes.model_id, nodes.node_name, nodes.node_type, nodes.disabled) as content
from stg_node as nodes
