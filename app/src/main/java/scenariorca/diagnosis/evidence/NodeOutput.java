package scenariorca.diagnosis.evidence;

import java.util.Comparator;
import scenariorca.comparison.OutputDelta;
import scenariorca.scenario.NodeId;

/**
 * How far what a node put out moved from the baseline run to this one, in one branch. Source: output_values of
 * fact_node_calc_detail. Nodes without an output in one of the two runs have none.
 *
 * @param nodeId the node
 * @param branch event_tag, as of a failed calculation
 * @param delta from the baseline to this run
 * @param usual the middle movement between neighbouring successful runs of the scenario before it; 0.05 for a node of which
 *     too few are known
 */
public record NodeOutput(NodeId nodeId, String branch, OutputDelta delta, double usual) {
    static final Comparator<NodeOutput> ORDER =
            Comparator.comparing(NodeOutput::nodeId).thenComparing(NodeOutput::branch);
}
