select
    nodes.id::text as id,
    null::date as day,
    concat_ws('|', nodes.model_id, nodes.node_display_name, nodes.node_type, nodes.disabled) as content
from fc_model_node as nodes
