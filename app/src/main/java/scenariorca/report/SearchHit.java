package scenariorca.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing found.
 *
 * @param kind run, scenario, user, node, model, area, input, error_pattern, problem or release. Example: run
 * @param id id of the thing: a UUID, a user's name, a fingerprint, a release's name; of an input the node's
 * @param label its name; null when it has none. Example: US Base Case
 * @param detail why it was found, or what it is; null when the label says all. Example: failed
 * @param at its time: a run's start, a scenario's creation, when a user or an error was last seen; null when unknown
 * @param rank 1 for the best hits: the id itself, a name that begins with the text; more than 10 when nothing goes by the text
 *     and small slips in it were mended. Example: 1
 */
public record SearchHit(
        String kind,
        String id,
        @Nullable String label,
        @Nullable String detail,
        @Nullable Instant at,
        int rank) {
    /** What is added to the rank of hits for mended words. */
    public static final int MENDED = 10;

    /** The same, found by mended words. */
    SearchHit mended() {
        return new SearchHit(kind, id, label, detail, at, rank + MENDED);
    }
}
