select
    nodes.node_id::text as id,
    null::date as day,
    concat_ws('|', models.model_id, nodes.node_name, nodes.node_type, nodes.disabled) as content
from dim_node as nodes
inner join dim_model as models
    on models.model_key = nodes.model_key
where nodes.node_key <> -1
