package scenariorca.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeEdge;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;

/** Who is upstream of whom, how far, and how many ways. Walks breadth first and never twice: cycles end, nothing recurses. */
final class GraphReach {
    private final Map<NodeId, List<NodeId>> sources = new HashMap<>();
    private final Map<NodeId, List<NodeId>> targets = new HashMap<>();
    private final Map<NodeId, ModelNode> nodes = new HashMap<>();

    GraphReach(NodeGraph graph) {
        for (ModelNode node : graph.nodes()) {
            nodes.putIfAbsent(node.id(), node);
        }
        for (NodeEdge edge : graph.edges()) {
            sources.computeIfAbsent(edge.target(), node -> new ArrayList<>()).add(edge.source());
            targets.computeIfAbsent(edge.source(), node -> new ArrayList<>()).add(edge.target());
        }
    }

    /** The nodes it is computed from. */
    List<NodeId> sources(NodeId node) {
        return sources.getOrDefault(node, List.of());
    }

    /** Whether the graph says anything about the node: a node without edges may just be unknown. */
    boolean isConnected(NodeId node) {
        return sources.containsKey(node) || targets.containsKey(node);
    }

    boolean isDisabled(NodeId node) {
        ModelNode known = nodes.get(node);
        return known != null && known.isDisabled();
    }

    /** The node's name; a short form of its id when it has none or nobody knows it. */
    String nameOf(NodeId node) {
        ModelNode known = nodes.get(node);
        return known == null || known.name().isBlank()
                ? "node " + node.toString().substring(0, 8)
                : known.name();
    }

    /** Every node from which one of the given is computed, with the least number of edges to it; the given at 0. */
    Map<NodeId, Integer> upstream(Collection<NodeId> of) {
        return walk(of, sources);
    }

    Map<NodeId, Integer> downstream(Collection<NodeId> of) {
        return walk(of, targets);
    }

    private static Map<NodeId, Integer> walk(Collection<NodeId> from, Map<NodeId, List<NodeId>> neighbours) {
        Map<NodeId, Integer> distance = new HashMap<>();
        Deque<NodeId> open = new ArrayDeque<>();
        for (NodeId start : new TreeSet<>(from)) {
            distance.put(start, 0);
            open.add(start);
        }
        while (!open.isEmpty()) {
            NodeId node = open.poll();
            for (NodeId next : neighbours.getOrDefault(node, List.of())) {
                if (distance.putIfAbsent(next, distance.getOrDefault(node, 0) + 1) == null) {
                    open.add(next);
                }
            }
        }
        return distance;
    }

    /**
     * For each node upstream of the given one, the share of paths from the graph's beginnings to it that pass through the
     * node, 0 to 1. Edges that close a cycle are left out.
     */
    Map<NodeId, Double> pathShares(NodeId failing) {
        List<NodeId> order = upstreamInOrder(failing);
        Map<NodeId, Integer> position = new HashMap<>();
        for (NodeId node : order) {
            position.put(node, position.size());
        }
        Map<NodeId, Double> fromStart = new HashMap<>();
        for (NodeId node : order) {
            double ways = 0;
            for (NodeId source : sources.getOrDefault(node, List.of())) {
                ways += isEarlier(position, source, node) ? fromStart.getOrDefault(source, 0.0) : 0;
            }
            fromStart.put(node, ways == 0 ? 1 : ways);
        }
        Map<NodeId, Double> toEnd = new HashMap<>();
        toEnd.put(failing, 1.0);
        for (NodeId node : order.reversed()) {
            for (NodeId source : sources.getOrDefault(node, List.of())) {
                if (isEarlier(position, source, node)) {
                    toEnd.merge(source, toEnd.getOrDefault(node, 0.0), Double::sum);
                }
            }
        }
        double all = fromStart.getOrDefault(failing, 1.0);
        Map<NodeId, Double> shares = new HashMap<>();
        for (NodeId node : order) {
            double share = fromStart.getOrDefault(node, 0.0) * toEnd.getOrDefault(node, 0.0) / all;
            shares.put(node, Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0);
        }
        return shares;
    }

    private static boolean isEarlier(Map<NodeId, Integer> position, NodeId source, NodeId node) {
        return position.getOrDefault(source, Integer.MAX_VALUE) < position.getOrDefault(node, -1);
    }

    /** The nodes upstream of a node, each after its sources but for those that close a cycle. */
    private List<NodeId> upstreamInOrder(NodeId last) {
        List<NodeId> order = new ArrayList<>();
        Set<NodeId> entered = new HashSet<>();
        Set<NodeId> done = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>();
        open.push(last);
        while (!open.isEmpty()) {
            NodeId node = open.peek();
            if (entered.add(node)) {
                for (NodeId source : sources.getOrDefault(node, List.of())) {
                    if (!entered.contains(source)) {
                        open.push(source);
                    }
                }
            } else {
                open.pop();
                if (done.add(node)) {
                    order.add(node);
                }
            }
        }
        return order;
    }

    /** Nodes that lie on a cycle, among the given ones. */
    Set<NodeId> onCycle(Collection<NodeId> among) {
        Set<NodeId> candidates = new HashSet<>(among);
        Map<NodeId, Integer> open = new HashMap<>();
        for (NodeId node : candidates) {
            open.put(node, (int) sources.getOrDefault(node, List.of()).stream()
                    .filter(candidates::contains)
                    .count());
        }
        peel(candidates, open, targets);
        Map<NodeId, Integer> leaving = new HashMap<>();
        for (NodeId node : candidates) {
            leaving.put(node, (int) targets.getOrDefault(node, List.of()).stream()
                    .filter(candidates::contains)
                    .count());
        }
        peel(candidates, leaving, sources);
        return new TreeSet<>(candidates);
    }

    /** Takes away, again and again, nodes with no open edge on one side. */
    private static void peel(Set<NodeId> left, Map<NodeId, Integer> open, Map<NodeId, List<NodeId>> neighbours) {
        Deque<NodeId> free = new ArrayDeque<>();
        open.forEach((node, count) -> {
            if (count == 0) {
                free.add(node);
            }
        });
        while (!free.isEmpty()) {
            NodeId node = free.poll();
            left.remove(node);
            for (NodeId next : neighbours.getOrDefault(node, List.of())) {
                Integer count = open.computeIfPresent(next, (key, value) -> value - 1);
                if (count != null && count == 0) {
                    free.add(next);
                }
            }
        }
    }
}
