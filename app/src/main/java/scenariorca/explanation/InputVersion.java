package scenariorca.explanation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Row;

/**
 * A version of an input, and its part in the story.
 *
 * @param inputId tells inputs apart: the node, or the event with its nodes
 * @param nodeKey node_key; null for an event
 * @param nodeId the node; for an event the product, else the population
 * @param otherNodeId for an event the population; null for a node's input
 * @param owner empty for a node's input, the event type's name for an event
 * @param isBefore whether the baseline used it
 * @param isUsed whether the run used it
 * @param isLeftOut whether its JSON was left out by a limit
 * @param sequence change_sequence
 * @param validationMessage null without one
 * @param inputHash hash of its JSON; null for an event
 */
record InputVersion(
        String inputId,
        @Nullable Integer nodeKey,
        NodeId nodeId,
        String nodeName,
        @Nullable NodeId otherNodeId,
        String owner,
        boolean isBefore,
        boolean isUsed,
        boolean isLeftOut,
        int sequence,
        @Nullable String validationMessage,
        @Nullable String inputHash,
        InputHistory.Version version) {

    boolean isEvent() {
        return nodeKey == null;
    }

    /** The same, used by the run or not. */
    InputVersion used(boolean isUsedNow) {
        return new InputVersion(
                inputId,
                nodeKey,
                nodeId,
                nodeName,
                otherNodeId,
                owner,
                isBefore,
                isUsedNow,
                isLeftOut,
                sequence,
                validationMessage,
                inputHash,
                version);
    }

    /** The next version of the same input, which is the one used. */
    InputVersion typed(InputHistory.Version typed) {
        return new InputVersion(
                inputId,
                nodeKey,
                nodeId,
                nodeName,
                otherNodeId,
                owner,
                false,
                true,
                false,
                sequence + 1,
                null,
                null,
                typed);
    }

    static InputVersion of(Row row) {
        UUID other = row.uuidOrNull("other_node_id");
        return new InputVersion(
                row.text("input_id"),
                row.numberOrNull("node_key"),
                new NodeId(row.uuid("node_id")),
                row.text("node_name"),
                other == null ? null : new NodeId(other),
                row.text("owner"),
                row.flag("is_before"),
                row.flag("is_used"),
                row.flag("is_left_out"),
                row.number("change_sequence"),
                row.textOrNull("validation_message"),
                row.textOrNull("input_hash"),
                version(row, "input_data"));
    }

    /** @param column the column with its JSON */
    static InputHistory.Version version(Row row, String column) {
        String json = row.textOrNull(column);
        return new InputHistory.Version(
                row.uuid("version_id"),
                json == null ? null : OpaqueJson.read(json),
                row.flag("is_initial"),
                row.flagOrNull("is_validated"),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
