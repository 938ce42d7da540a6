package scenariorca.simulator.varied.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A model's nodes and edges at one revision: edges of the formulas, and further ones a publication drew. */
public final class Network {
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final List<List<Edge>> incoming = new ArrayList<>();
    private final List<Integer> order;

    /** @throws IllegalStateException when the edges form a cycle */
    public Network(List<Node> nodes, List<Edge> edges) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        for (Node node : this.nodes) {
            incoming.add(this.edges.stream()
                    .filter(edge -> edge.to() == node.index())
                    .toList());
        }
        this.order = sorted();
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** Edges that end at a node. */
    List<Edge> into(int node) {
        return incoming.get(node);
    }

    /** Indexes of the nodes, each after all it reads. */
    List<Integer> order() {
        return order;
    }

    /**
     * An edge.
     *
     * @param gain how much of the source's result is added to the target's; 0 for edges whose formula reads the source
     */
    public record Edge(UUID id, int from, int to, double gain, Instant createdAt) {}

    private List<Integer> sorted() {
        var order = new ArrayList<Integer>();
        Set<Integer> done = new HashSet<>();
        while (order.size() < nodes.size()) {
            int before = order.size();
            for (Node node : nodes) {
                if (!done.contains(node.index()) && done.containsAll(sources(node.index()))) {
                    order.add(node.index());
                    done.add(node.index());
                }
            }
            if (order.size() == before) {
                throw new IllegalStateException("the model has a cycle");
            }
        }
        return List.copyOf(order);
    }

    private List<Integer> sources(int node) {
        return into(node).stream().map(Edge::from).toList();
    }

    /** Nodes that read a node, directly or not, with their distance; the node itself at 0. */
    public int distance(int from, int to) {
        var reached = new ArrayList<>(List.of(from));
        Set<Integer> seen = new HashSet<>(reached);
        for (int hops = 0; !reached.isEmpty(); hops++) {
            if (reached.contains(to)) {
                return hops;
            }
            var next = new ArrayList<Integer>();
            for (Edge edge : edges) {
                if (reached.contains(edge.from()) && seen.add(edge.to())) {
                    next.add(edge.to());
                }
            }
            reached = next;
        }
        return -1;
    }

    public Network with(Node changed) {
        var copy = new ArrayList<>(nodes);
        if (changed.index() == copy.size()) {
            copy.add(changed);
        } else {
            copy.set(changed.index(), changed);
        }
        return new Network(copy, edges);
    }

    public Network with(Edge added) {
        var copy = new ArrayList<>(edges);
        copy.add(added);
        return new Network(nodes, copy);
    }
}
