package scenariorca.diagnosis;

import java.util.List;
import java.util.Map;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/** How far each node is upstream of where a run first failed: what "nearest first" goes by. */
public final class Nearness {
    private Nearness() {}

    /** Least number of edges to a first failing node, 0 for these themselves; nodes not upstream are left out. */
    public static Map<NodeId, Integer> of(RunEvidence evidence) {
        var reach = new GraphReach(evidence.graph());
        List<NodeId> first = FirstFailure.find(evidence, reach).stream()
                .map(FailingNode::nodeId)
                .toList();
        return Map.copyOf(reach.upstream(first));
    }
}
