package scenariorca.scenario;

/**
 * A node of a model.
 *
 * @param id source id
 * @param name as users see it. Example: {@code Treatment Share}; empty when the source has none
 * @param isDisabled true when runs skip it
 */
public record ModelNode(NodeId id, String name, boolean isDisabled) {}
