package scenariorca.diagnosis;

import java.time.Instant;
import scenariorca.scenario.NodeId;

/**
 * A change that was looked at and is innocent.
 *
 * @param nodeId the node
 * @param nodeName as users see it
 * @param input path of the input, array identities removed; {@code $} for the input as a whole
 * @param changedBy who changed it
 * @param changedAt when
 * @param reason why it is innocent
 * @param text the same as a sentence
 */
public record Cleared(
        NodeId nodeId,
        String nodeName,
        String input,
        String changedBy,
        Instant changedAt,
        ClearReason reason,
        String text) {}
