package scenariorca.diagnosis.evidence;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A cause that people confirmed of earlier runs with this error. Source: fact_problem_action, the last word on each run, what was
 * taken back left out.
 *
 * @param causeClass input, model, platform, upstream or fluke
 * @param nodeId the node of an input; null for anything else
 * @param input path of an input, array identities removed; null for anything else
 * @param runs of which it was confirmed
 */
public record ConfirmedCause(
        String causeClass,
        @Nullable NodeId nodeId,
        @Nullable String input,
        int runs) {
    static final Comparator<ConfirmedCause> ORDER = Comparator.comparing(ConfirmedCause::causeClass)
            .thenComparing(cause -> String.valueOf(cause.nodeId()))
            .thenComparing(cause -> String.valueOf(cause.input()));
}
