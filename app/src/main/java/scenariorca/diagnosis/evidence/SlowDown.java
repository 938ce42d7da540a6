package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;

/**
 * How long the run took against what is usual. Usual is the median of the successful runs of this scenario, of the same
 * branch_count, in the 90 days before, at most 30 of them; given only when there are at least three.
 *
 * @param seconds duration_seconds of this run
 * @param usualSeconds median duration_seconds of the usual runs
 * @param usualRuns how many these are
 * @param slowSinceRunId first of the unbroken row of runs that ends in this one and that each took more than 1.5 times the
 *     median of the runs before the row, and more than these differ; null when this run is not slow
 * @param slowSinceAt its run_started_at
 * @param slowRuns runs in that row
 * @param othersRatio duration of the runs of other scenarios since slowSinceAt over their usual, as a median of ratios; 1
 *     without any
 * @param slowerNodes nodes that took a quarter longer than usual
 * @param lostMs milliseconds they lost together, those at the same time added up
 * @param nodes these nodes, at most 20, by milliseconds lost
 */
public record SlowDown(
        double seconds,
        double usualSeconds,
        int usualRuns,
        @Nullable RunId slowSinceRunId,
        @Nullable Instant slowSinceAt,
        int slowRuns,
        double othersRatio,
        int slowerNodes,
        double lostMs,
        List<SlowNode> nodes) {
    public SlowDown {
        nodes = nodes.stream()
                .sorted(Comparator.comparingDouble((SlowNode node) -> node.usualMs() - node.ms())
                        .thenComparing(SlowNode::nodeId))
                .toList();
    }

    /**
     * A node that takes longer than usual.
     *
     * @param nodeId the node
     * @param ms processing_time_ms in this run, summed over its branches
     * @param usualMs median of the same over the usual runs
     */
    public record SlowNode(NodeId nodeId, double ms, double usualMs) {}
}
