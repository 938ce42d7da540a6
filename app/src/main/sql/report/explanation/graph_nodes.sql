-- One row per node of a model, disabled ones included.
select
    node.node_key,
    node.node_id,
    coalesce(node.node_name, '') as node_name,
    coalesce(node.disabled, false) as is_disabled
from dim_node as node
where node.model_key = :model_key
limit :row_limit
