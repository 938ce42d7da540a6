package scenariorca.diagnosis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.scenario.NodeId;

/**
 * Step 4, where the numbers first went astray: how far each node's output moved against what is usual for it, what of that is
 * its own and not its sources', and how much of it reaches the failing node.
 */
final class Deviation {
    /** Movement that is noise whatever is usual. */
    private static final double FLOOR = 0.02;

    private static final double STILL = 1e-6;

    private final GraphReach reach;
    private final Map<NodeId, NodeOutput> outputs = new HashMap<>();
    private final Map<NodeId, Double> levels = new HashMap<>();
    private final Map<NodeId, Double> begins = new HashMap<>();
    private final Set<NodeId> brokeFirst = new TreeSet<>();
    private double calm = 1;

    Deviation(Scene scene) {
        this.reach = scene.reach();
        Set<String> branches = new HashSet<>();
        scene.first().forEach(node -> branches.addAll(node.branches()));
        List<NodeOutput> all = scene.evidence().trace().outputs();
        boolean isKnown = all.stream().anyMatch(output -> branches.contains(output.branch()));
        for (NodeOutput output : all) {
            if (!isKnown || branches.contains(output.branch())) {
                keep(output);
            }
        }
        if (!levels.isEmpty()) {
            trace(scene.firstNodes());
            scene.distance().keySet().stream()
                    .filter(node -> !scene.firstNodes().contains(node) && isBrokenAt(node))
                    .filter(node -> reach.sources(node).stream().noneMatch(this::isBrokenAt))
                    .forEach(brokeFirst::add);
        }
    }

    private void keep(NodeOutput output) {
        double level = StrictMath.log1p(output.delta().movement() / (output.usual() + FLOOR));
        Double known = levels.get(output.nodeId());
        if (known == null || level > known) {
            levels.put(output.nodeId(), level);
            outputs.put(output.nodeId(), output);
        }
    }

    /** The widest way from each node to a failing one: as wide as its stillest node. */
    private void trace(Set<NodeId> failing) {
        Map<NodeId, Double> widths = new HashMap<>();
        var open = new PriorityQueue<Map.Entry<NodeId, Double>>((one, other) -> {
            int byWidth = Double.compare(other.getValue(), one.getValue());
            return byWidth != 0 ? byWidth : one.getKey().compareTo(other.getKey());
        });
        failing.forEach(node -> open.add(Map.entry(node, Double.MAX_VALUE)));
        while (!open.isEmpty()) {
            Map.Entry<NodeId, Double> next = open.poll();
            if (widths.putIfAbsent(next.getKey(), next.getValue()) != null) {
                continue;
            }
            for (NodeId source : reach.sources(next.getKey())) {
                double width = Math.min(next.getValue(), levels.getOrDefault(source, 0.0));
                if (!widths.containsKey(source)) {
                    open.add(Map.entry(source, width));
                }
            }
        }
        double most = 0;
        for (Map.Entry<NodeId, Double> entry : widths.entrySet()) {
            NodeId node = entry.getKey();
            double begun = failing.contains(node) ? 0 : Math.min(own(node), entry.getValue());
            begins.put(node, begun);
            most = Math.max(most, begun);
        }
        double widest = most;
        begins.replaceAll((node, begun) -> widest == 0 ? 0 : begun / widest * begun / (1 + begun));
        double moved = failing.stream()
                .flatMap(node -> reach.sources(node).stream())
                .mapToDouble(source -> levels.getOrDefault(source, 0.0))
                .max()
                .orElse(0);
        calm = StrictMath.exp(-moved);
        failing.forEach(node -> begins.put(node, calm));
    }

    /** Its own movement beyond that of what it is computed from. */
    private double own(NodeId node) {
        double inherited = 0;
        for (NodeId source : reach.sources(node)) {
            inherited = Math.max(inherited, levels.getOrDefault(source, 0.0));
        }
        return Math.max(0, levels.getOrDefault(node, 0.0) - inherited);
    }

    boolean isKnown() {
        return !levels.isEmpty();
    }

    /** How much the deviation begins at the node, 0 to 1; at a failing one, how still what it is computed from stood. */
    double begins(NodeId node) {
        return begins.getOrDefault(node, 0.0);
    }

    /** Whether all of the nodes are known to have put out the same as before. */
    boolean isStill(Collection<NodeId> nodes) {
        return nodes.stream().allMatch(node -> {
            NodeOutput output = outputs.get(node);
            return output != null && output.delta().movement() < STILL;
        });
    }

    static boolean isBroken(NodeOutput output) {
        return switch (output.delta().kind()) {
            case SIGN, NOT_FINITE, EMPTY -> true;
            case SAME, MOVED, LENGTH -> false;
        };
    }

    /**
     * Nodes upstream of a failing one that put out nothing, nothing finite or another sign, though what they are computed from
     * did not; in the order of their ids.
     */
    Set<NodeId> brokeFirst() {
        return brokeFirst;
    }

    private boolean isBrokenAt(NodeId node) {
        NodeOutput output = outputs.get(node);
        return output != null && isBroken(output);
    }

    /** What the node put out, where it moved most; null when it is not known. */
    @Nullable
    NodeOutput output(NodeId node) {
        return outputs.get(node);
    }

    /** The node where the deviation begins most clearly, failing ones left out; null when it begins nowhere. */
    @Nullable
    NodeId origin(Set<NodeId> failing) {
        return begins.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !failing.contains(entry.getKey()))
                .max(Map.Entry.<NodeId, Double>comparingByValue()
                        .thenComparing(Map.Entry::getKey, java.util.Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
