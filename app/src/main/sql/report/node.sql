-- One row: the node of this id, if we know it.
select
    node.node_key as key,
    node.node_id,
    node.node_name as name,
    node.node_type as type,
    node.flow,
    node.tab_path as place,
    node.group_name,
    model.model_id,
    model.model_name
from dim_node as node
inner join dim_model as model
    on node.model_key = model.model_key
where
    node.node_id = :node_id
    and node.node_key > 0
