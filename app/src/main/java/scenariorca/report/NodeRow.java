package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node in a list.
 *
 * @param nodeId the node
 * @param nodeName its name; null when unknown. Example: Market Share
 * @param nodeType its type; null when unknown. Example: input
 * @param flow its flow; null when unknown. Example: patient_flow
 * @param tabPath names of its tabs from the outermost; null when unknown. Example: Market / Shares
 * @param groupName its group; null when unknown. Example: Shares
 * @param sequence its position within the group; null when unknown. Example: 1
 * @param isOutput true when it is a result of the model; null when unknown
 * @param disabled true when it is switched off; null when unknown
 * @param modelId its model
 * @param modelName name of its model; null when unknown. Example: Lung Cancer US
 */
public record NodeRow(
        UUID nodeId,
        @Nullable String nodeName,
        @Nullable String nodeType,
        @Nullable String flow,
        @Nullable String tabPath,
        @Nullable String groupName,
        @Nullable Integer sequence,
        @Nullable Boolean isOutput,
        @Nullable Boolean disabled,
        UUID modelId,
        @Nullable String modelName) {}
