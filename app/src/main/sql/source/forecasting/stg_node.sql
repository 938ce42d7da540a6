-- One row per node of a model.
select
    nodes.id as node_id,
    nodes.model_node_group_id as group_id,
    nodes.model_id,
    nodes.flow,
    nodes.node_display_name as node_name,
    nodes.node_type,
    nodes.node_seq as sequence,
    nodes.is_output,
    nodes.disabled,
    nodes.created_at
from fc_model_node as nodes
