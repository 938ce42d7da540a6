-- One row per node that matches, by name, after the one the cursor names.
-- plan: anew
select
    node.node_id,
    node.node_name,
    node.node_type,
    node.flow,
    node.tab_path,
    node.group_name,
    node.sequence,
    node.is_output,
    node.disabled,
    model.model_id,
    model.model_name
from dim_node as node
inner join dim_model as model
    on node.model_key = model.model_key
where
    node.node_key > 0
    and (:model_id::uuid is null or model.model_id = :model_id::uuid)
    and (:node_type::text is null or node.node_type = :node_type::text)
    and (:q::text is null or strpos(lower(node.node_name), lower(:q::text)) > 0)
    and (
        :after_id::uuid is null
        or (coalesce(node.node_name, ''), node.node_id) > (:after_name::text, :after_id::uuid)
    )
order by
    coalesce(node.node_name, ''),
    node.node_id
limit :row_limit
