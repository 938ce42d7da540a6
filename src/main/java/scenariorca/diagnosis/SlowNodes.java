package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.diagnosis.evidence.SlowDown.SlowNode;

/** Where a slow run lost its time. */
final class SlowNodes {
    private static final double SLOW_RATIO = 1.5;
    private static final double MATTERS = 0.05;
    private static final int MAX_NODES = 5;

    private SlowNodes() {}

    /** The nodes that lost most time against what is usual, the worst first; those that lost little left out. */
    static List<FailingNode> find(RunEvidence evidence, GraphReach reach) {
        SlowDown slowDown = evidence.slowDown();
        if (slowDown == null) {
            return List.of();
        }
        double lost = Math.max(
                1,
                slowDown.nodes().stream()
                        .mapToDouble(SlowNodes::lost)
                        .filter(ms -> ms > 0)
                        .sum());
        List<FailingNode> nodes = new ArrayList<>();
        for (SlowNode node : slowDown.nodes()) {
            boolean isSlow = node.ms() > node.usualMs() * SLOW_RATIO && lost(node) > lost * MATTERS;
            if (isSlow && nodes.size() < MAX_NODES) {
                String message = String.format(
                        Locale.ROOT, "%.1f s instead of %.1f s", node.ms() / 1_000, node.usualMs() / 1_000);
                nodes.add(new FailingNode(
                        node.nodeId(), reach.nameOf(node.nodeId()), List.of(), message, false, List.of(), 0));
            }
        }
        return nodes;
    }

    private static double lost(SlowNode node) {
        return node.ms() - node.usualMs();
    }
}
