package scenariorca.simulator.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a model and what feeds what: one version of the model. Making it sorts the nodes; a cycle is found when
 * a run asks for the order, as in the platform, where a model version is checked by nobody before.
 */
public final class EngineGraph {
    /** An edge from a node to one that reads its result, by index. */
    public record Edge(int source, int target) {}

    private final List<EngineNode> nodes;
    private final List<Edge> edges;
    private final int[][] parents;
    private final int[] order;

    public EngineGraph(List<EngineNode> nodes, List<Edge> edges) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        this.parents = parents(nodes.size(), edges);
        this.order = sort();
    }

    public List<EngineNode> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    public int size() {
        return nodes.size();
    }

    /** The nodes a node reads, by index, in the order of the edges. */
    int[] parents(int node) {
        return parents[node];
    }

    /** This graph with one more edge. */
    public EngineGraph with(Edge edge) {
        var more = new ArrayList<>(edges);
        more.add(edge);
        return new EngineGraph(nodes, more);
    }

    /**
     * Every node after those it reads.
     *
     * @throws IllegalStateException when there is a cycle; the message walks along it
     */
    int[] order() {
        if (order.length < nodes.size()) {
            throw new IllegalStateException("Cycle detected in model graph: " + cycle());
        }
        return order;
    }

    private static int[][] parents(int size, List<Edge> edges) {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            lists.get(edge.target()).add(edge.source());
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int[] sort() {
        int[] waiting = new int[nodes.size()];
        for (Edge edge : edges) {
            waiting[edge.target()]++;
        }
        int[] sorted = new int[nodes.size()];
        boolean[] isDone = new boolean[nodes.size()];
        int count = 0;
        boolean hasMoved = true;
        while (hasMoved) {
            hasMoved = false;
            for (int node = 0; node < waiting.length; node++) {
                if (!isDone[node] && waiting[node] == 0) {
                    sorted[count++] = node;
                    isDone[node] = true;
                    hasMoved = true;
                    for (Edge edge : edges) {
                        waiting[edge.target()] -= edge.source() == node ? 1 : 0;
                    }
                }
            }
        }
        return java.util.Arrays.copyOf(sorted, count);
    }

    /** Walks backwards from a node that was never ready until a node comes again. */
    private String cycle() {
        boolean[] isSorted = new boolean[nodes.size()];
        for (int node : order) {
            isSorted[node] = true;
        }
        int node = 0;
        while (isSorted[node]) {
            node++;
        }
        var seen = new ArrayList<Integer>();
        while (!seen.contains(node)) {
            seen.add(node);
            for (int parent : parents[node]) {
                if (!isSorted[parent]) {
                    node = parent;
                    break;
                }
            }
        }
        var names = new ArrayList<String>();
        names.add(nodes.get(node).name());
        for (int i = seen.indexOf(node) + 1; i < seen.size(); i++) {
            names.add(nodes.get(seen.get(i)).name());
        }
        names.add(nodes.get(node).name());
        return String.join(" <- ", names);
    }
}
