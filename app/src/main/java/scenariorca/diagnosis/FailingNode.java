package scenariorca.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A node where a run first went wrong: nothing it is computed from failed too.
 *
 * @param nodeId the node
 * @param nodeName as users see it
 * @param branches branches it failed in, sorted; empty when it was read from a text
 * @param message what it said; null when it said nothing
 * @param isFromText true when no calculation row names it, and it was read from the run's error or log
 * @param folded names of nodes that failed only because of it, sorted, at most twenty
 * @param foldedCount how many these are in all
 */
public record FailingNode(
        NodeId nodeId,
        String nodeName,
        List<String> branches,
        @Nullable String message,
        boolean isFromText,
        List<String> folded,
        int foldedCount) {}
