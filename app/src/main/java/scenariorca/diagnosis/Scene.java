package scenariorca.diagnosis;

import java.util.List;
import java.util.Set;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * What every step looks at.
 *
 * @param evidence the facts
 * @param reach the node graph
 * @param first the nodes where it went wrong
 * @param upstream these and what they are computed from; empty when the graph does not know
 */
record Scene(RunEvidence evidence, GraphReach reach, List<FailingNode> first, Set<NodeId> upstream) {}
