package scenariorca.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * What every step looks at.
 *
 * @param evidence the facts
 * @param reach the node graph
 * @param first the nodes where it went wrong
 * @param distance least number of edges to these, by node they are computed from; these themselves at 0
 * @param isPlaced whether the graph knows one of these: otherwise nobody can be cleared by it
 */
record Scene(
        RunEvidence evidence,
        GraphReach reach,
        List<FailingNode> first,
        Map<NodeId, Integer> distance,
        boolean isPlaced) {

    static Scene of(RunEvidence evidence, GraphReach reach, List<FailingNode> first) {
        Set<NodeId> nodes = new HashSet<>();
        first.forEach(node -> nodes.add(node.nodeId()));
        return new Scene(
                evidence, reach, first, reach.upstream(nodes), nodes.stream().anyMatch(reach::isConnected));
    }

    Set<NodeId> firstNodes() {
        Set<NodeId> nodes = new HashSet<>();
        first.forEach(node -> nodes.add(node.nodeId()));
        return nodes;
    }

    /** Whether an input of the node differs in what the run used. */
    boolean isEdited(NodeId node) {
        return evidence.changes().stream()
                .anyMatch(change -> change.isUsed() && change.nodeId().equals(node));
    }

    /** The first failing nodes and what they are computed from; empty when the graph does not know. */
    Set<NodeId> upstream() {
        return isPlaced ? distance.keySet() : Set.of();
    }
}
