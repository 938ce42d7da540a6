package scenariorca.diagnosis.evidence;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * What changed when this error pattern went away. A recovery is a failed run with this run's fingerprint followed, as the
 * next finished run of its scenario, by a successful one; all scenarios but this one, the year before this run. A recovery
 * counts here when the versions written between the two runs changed this input in this direction (input_diff_summary).
 *
 * @param nodeId the node whose input was changed, of this run's model or another
 * @param nodeName its name; empty when unknown
 * @param input its path with array identities removed, as {@link InputChange#input()}; in SQL
 *     {@code regexp_replace(path, '\[[^]]*\]', '[]', 'g')}
 * @param direction which way
 * @param recoveries how many recoveries did so
 * @param bound for RAISED the least value after, for LOWERED the greatest: "below 0.5"; null for other directions
 */
public record PastFix(
        NodeId nodeId,
        String nodeName,
        String input,
        InputChange.Direction direction,
        int recoveries,
        @Nullable Double bound) {
    static final Comparator<PastFix> ORDER =
            Comparator.comparing(PastFix::nodeId).thenComparing(PastFix::input).thenComparing(PastFix::direction);
}
