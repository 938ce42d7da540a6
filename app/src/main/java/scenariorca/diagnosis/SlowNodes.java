package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
        List<FailingNode> nodes = new ArrayList<>();
        for (SlowNode node : worst(slowDown)) {
            String message =
                    String.format(Locale.ROOT, "%.1f s instead of %.1f s", node.ms() / 1_000, node.usualMs() / 1_000);
            nodes.add(new FailingNode(
                    node.nodeId(), reach.nameOf(node.nodeId()), List.of(), message, false, List.of(), 0));
        }
        return nodes;
    }

    /** Whether a few nodes lost most of the time; otherwise many were slower alike, and none is to blame. */
    static boolean isInFew(SlowDown slowDown) {
        return lost(thatMatter(slowDown)) > slowDown.lostMs() / 2;
    }

    private static List<SlowNode> worst(SlowDown slowDown) {
        return isInFew(slowDown)
                ? thatMatter(slowDown)
                : slower(slowDown).limit(MAX_NODES).toList();
    }

    private static List<SlowNode> thatMatter(SlowDown slowDown) {
        return slower(slowDown)
                .filter(node -> lost(node) > slowDown.lostMs() * MATTERS)
                .limit(MAX_NODES)
                .toList();
    }

    private static Stream<SlowNode> slower(SlowDown slowDown) {
        return slowDown.nodes().stream().filter(node -> node.ms() > node.usualMs() * SLOW_RATIO);
    }

    private static double lost(List<SlowNode> nodes) {
        return nodes.stream().mapToDouble(SlowNodes::lost).sum();
    }

    private static double lost(SlowNode node) {
        return node.ms() - node.usualMs();
    }
}
