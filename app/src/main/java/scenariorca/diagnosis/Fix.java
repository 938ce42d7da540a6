package scenariorca.diagnosis;

import scenariorca.diagnosis.evidence.InputChange.Direction;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.scenario.NodeId;

/**
 * What made this error go away before.
 *
 * @param nodeId the node whose input was changed
 * @param nodeName its name
 * @param input path of the input, array identities removed
 * @param direction which way it was changed
 * @param recoveries recoveries that did so
 * @param of all recoveries from this error
 * @param text as a sentence. Example: {@code of 9 recoveries, 7 lowered market_share of Treatment Share to 0.5 or below}
 */
public record Fix(
        NodeId nodeId, String nodeName, String input, Direction direction, int recoveries, int of, String text) {
    /** As the evidence has it, told as a sentence. */
    public static Fix of(PastFix fix, int recoveries) {
        return FixText.of(fix, recoveries);
    }
}
