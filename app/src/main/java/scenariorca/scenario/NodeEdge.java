package scenariorca.scenario;

/** An edge of a node graph: the target is computed from the source. */
public record NodeEdge(NodeId source, NodeId target) {}
