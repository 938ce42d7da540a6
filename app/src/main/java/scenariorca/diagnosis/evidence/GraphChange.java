package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A difference of the model between the two runs. Nodes and edges: dim_node.created_at and bridge_node_edge.created_at
 * after the baseline's start and up to this run's start ({@code *_ADDED}); bridge_node_edge.is_active false
 * ({@code EDGE_REMOVED}). A node with calculation rows in one run and none in the other, while the other has rows at all, was
 * enabled or disabled. {@code MODEL_VERSION}: a publication of the model between the two runs, of dim_release.
 *
 * @param kind what differs
 * @param nodeId the node, or the target of the edge; null for the model as a whole
 * @param otherNodeId the source of the edge; null for anything else
 * @param at when, where known
 */
public record GraphChange(
        Kind kind,
        @Nullable NodeId nodeId,
        @Nullable NodeId otherNodeId,
        @Nullable Instant at) {
    static final Comparator<GraphChange> ORDER = Comparator.comparing(GraphChange::kind)
            .thenComparing(GraphChange::nodeId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(GraphChange::otherNodeId, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What can differ in a model. */
    public enum Kind {
        NODE_ADDED,
        NODE_ENABLED,
        NODE_DISABLED,
        EDGE_ADDED,
        EDGE_REMOVED,
        MODEL_VERSION
    }
}
