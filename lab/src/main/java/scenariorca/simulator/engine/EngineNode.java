package scenariorca.simulator.engine;

import java.util.UUID;

/**
 * A node of a model.
 *
 * @param index its place in the graph's list, from 0
 * @param kind what it computes
 * @param name what users see. Example: Treatment Share 2L
 * @param isOptional its failure does not fail the run
 */
public record EngineNode(int index, UUID id, NodeKind kind, String name, boolean isOptional) {}
