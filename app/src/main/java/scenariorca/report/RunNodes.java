package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run computed, node by node, and what is computed from what.
 *
 * @param runId the run
 * @param calculations its calculations, in the order in which they started
 * @param edges the edges of its model, as they are now
 */
public record RunNodes(UUID runId, List<Calculation> calculations, List<Edge> edges)
        implements Tabular<RunNodes.Calculation> {
    public RunNodes {
        calculations = List.copyOf(calculations);
        edges = List.copyOf(edges);
    }

    @Override
    public List<Calculation> rows() {
        return calculations;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }

    /**
     * One calculation of a node, in one branch.
     *
     * @param nodeId the node
     * @param nodeName its name; null when the node is unknown. Example: Treatment Share
     * @param sequence its place in the model; null when unknown. Example: 12
     * @param branch the branch of the run; null when unknown. Example: with events
     * @param outcome success, failed, timeout, in_progress or unknown. Example: failed
     * @param errorMessage what the platform says; null when it says nothing
     * @param durationMs how long it took; null when unknown. Example: 120
     * @param startedAt when it started; null when unknown
     * @param endedAt when it ended; null when unknown
     */
    public record Calculation(
            UUID nodeId,
            @Nullable String nodeName,
            @Nullable Integer sequence,
            @Nullable String branch,
            String outcome,
            @Nullable String errorMessage,
            @Nullable Long durationMs,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * One node is computed from another.
     *
     * @param sourceId the node whose result is used
     * @param sourceName its name; empty when it has none. Example: Market Share
     * @param targetId the node that uses it
     * @param targetName its name; empty when it has none. Example: Treatment Share
     */
    public record Edge(UUID sourceId, String sourceName, UUID targetId, String targetName) {}
}
