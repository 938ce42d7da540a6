package scenariorca.scenario;

import java.util.Comparator;
import java.util.List;

/**
 * The nodes of a model and what is computed from what. Taken as it comes: it may have cycles, and edges to nodes nobody
 * knows.
 *
 * @param nodes by id
 * @param edges by source and target, none twice
 */
public record NodeGraph(List<ModelNode> nodes, List<NodeEdge> edges) {
    public static final NodeGraph EMPTY = new NodeGraph(List.of(), List.of());

    public NodeGraph {
        nodes = nodes.stream()
                .distinct()
                .sorted(Comparator.comparing(ModelNode::id).thenComparing(ModelNode::name))
                .toList();
        edges = edges.stream()
                .distinct()
                .sorted(Comparator.comparing(NodeEdge::source).thenComparing(NodeEdge::target))
                .toList();
    }
}
