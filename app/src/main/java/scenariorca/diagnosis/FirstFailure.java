package scenariorca.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/** Step 1, where it failed: in each branch the failing nodes none of whose ancestors failed, not the loudest or the last. */
final class FirstFailure {
    private static final int MAX_FOLDED_NAMES = 20;

    private FirstFailure() {}

    /** The first failing nodes, the earliest first; empty when neither calculations nor texts name one. */
    static List<FailingNode> find(RunEvidence evidence, GraphReach reach) {
        Set<NodeId> first = new TreeSet<>();
        Map<String, List<FailedCalc>> byBranch = new TreeMap<>();
        for (FailedCalc calc : ended(evidence.failedCalcs())) {
            byBranch.computeIfAbsent(calc.branch(), branch -> new ArrayList<>()).add(calc);
        }
        for (List<FailedCalc> calcs : byBranch.values()) {
            first.addAll(frontier(calcs, reach));
        }
        if (first.isEmpty()) {
            return fromTexts(evidence, reach);
        }
        return first.stream()
                .map(node -> described(node, first, evidence, reach))
                .sorted(Comparator.comparing((FailingNode node) -> earliest(node.nodeId(), evidence.failedCalcs()))
                        .thenComparing(FailingNode::nodeId))
                .toList();
    }

    /** Those that failed; where none did, those that were left behind when the worker went away. */
    private static List<FailedCalc> ended(List<FailedCalc> calcs) {
        List<FailedCalc> failed =
                calcs.stream().filter(calc -> calc.outcome().isFailure()).toList();
        return failed.isEmpty() ? calcs : failed;
    }

    /** Of nodes that fail upstream of each other (a cycle) the earliest stays. */
    private static Set<NodeId> frontier(List<FailedCalc> calcs, GraphReach reach) {
        Set<NodeId> failed = new TreeSet<>();
        calcs.forEach(calc -> failed.add(calc.nodeId()));
        Set<NodeId> frontier = new TreeSet<>();
        for (NodeId node : failed) {
            Set<NodeId> upstream = reach.upstream(List.of(node)).keySet();
            Set<NodeId> downstream = reach.downstream(List.of(node)).keySet();
            boolean isFirst = failed.stream()
                    .filter(other -> !other.equals(node) && upstream.contains(other))
                    .allMatch(other -> downstream.contains(other) && isEarlier(node, other, calcs));
            if (isFirst) {
                frontier.add(node);
            }
        }
        return frontier;
    }

    private static boolean isEarlier(NodeId node, NodeId other, List<FailedCalc> calcs) {
        int byTime = earliest(node, calcs).compareTo(earliest(other, calcs));
        return byTime != 0 ? byTime < 0 : node.compareTo(other) < 0;
    }

    private static Instant earliest(NodeId node, List<FailedCalc> calcs) {
        return calcs.stream()
                .filter(calc -> calc.nodeId().equals(node))
                .map(FailedCalc::endedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static FailingNode described(NodeId node, Set<NodeId> first, RunEvidence evidence, GraphReach reach) {
        List<FailedCalc> calcs = evidence.failedCalcs();
        Set<String> branches = new TreeSet<>();
        String message = null;
        for (FailedCalc calc : calcs) {
            if (calc.nodeId().equals(node)) {
                branches.add(calc.branch());
                message = message == null ? calc.message() : message;
            }
        }
        message = message == null ? logged(node, evidence) : message;
        Set<NodeId> downstream = reach.downstream(List.of(node)).keySet();
        Set<NodeId> foldedNodes = new TreeSet<>();
        for (FailedCalc calc : calcs) {
            if (!first.contains(calc.nodeId()) && downstream.contains(calc.nodeId())) {
                foldedNodes.add(calc.nodeId());
            }
        }
        List<String> folded = foldedNodes.stream()
                .map(reach::nameOf)
                .sorted()
                .limit(MAX_FOLDED_NAMES)
                .toList();
        return new FailingNode(
                node, reach.nameOf(node), List.copyOf(branches), message, false, folded, foldedNodes.size());
    }

    /** What the log says of a node whose calculation says nothing; null when it names it nowhere. */
    private static @Nullable String logged(NodeId node, RunEvidence evidence) {
        return evidence.log().stream()
                .filter(line -> node.equals(line.nodeId()) && LogWeight.isLoud(line) && !LogWeight.isNoise(line))
                .map(LogEvidence::message)
                .findFirst()
                .orElse(null);
    }

    /** The node a run without failed calculations means: named in its error, else by its log. */
    private static List<FailingNode> fromTexts(RunEvidence evidence, GraphReach reach) {
        if (!evidence.run().outcome().isFailure()) {
            return List.of();
        }
        NodeNames names = new NodeNames(evidence.graph());
        String reason = evidence.run().failReason();
        if (reason != null) {
            Set<NodeId> named = names.in(Words.of(reason));
            if (!named.isEmpty()) {
                return frontierOf(named, reason, reach);
            }
        }
        for (LogEvidence line : evidence.log()) {
            if (!LogWeight.isLoud(line) || LogWeight.isNoise(line)) {
                continue;
            }
            Set<NodeId> named = line.nodeId() == null ? names.in(Words.of(line.message())) : Set.of(line.nodeId());
            if (!named.isEmpty()) {
                return frontierOf(named, line.message(), reach);
            }
        }
        return List.of();
    }

    /** A text may name the node and what it is computed from; the one computed is the one that failed. */
    private static List<FailingNode> frontierOf(Set<NodeId> named, @Nullable String message, GraphReach reach) {
        List<NodeId> last = new ArrayList<>();
        for (NodeId node : named) {
            Set<NodeId> downstream = reach.downstream(List.of(node)).keySet();
            if (named.stream().noneMatch(other -> !other.equals(node) && downstream.contains(other))) {
                last.add(node);
            }
        }
        return last.stream()
                .map(node -> new FailingNode(node, reach.nameOf(node), List.of(), message, true, List.of(), 0))
                .toList();
    }
}
