-- One row per edge: the target node computes with the source node's output.
select
    edges.source_node_id,
    edges.target_node_id,
    edges.created_at
from fc_model_node_edge as edges
