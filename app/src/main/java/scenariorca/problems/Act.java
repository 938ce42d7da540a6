package scenariorca.problems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person did about a problem, and has not taken back. */
public sealed interface Act {
    String by();

    Instant at();

    /**
     * It is mended.
     *
     * @param release what mended it; null when that was not said
     * @param releasedAt when that release was there; null when no such release is known (yet)
     */
    record Resolve(
            String by,
            Instant at,
            @Nullable String release,
            @Nullable Instant releasedAt) implements Act {
        /** Runs that started before this do not speak against it. */
        Instant effectiveAt() {
            return releasedAt != null && releasedAt.isAfter(at) ? releasedAt : at;
        }
    }

    /** It is not mended, or no longer ignored. */
    record Reopen(String by, Instant at) implements Act {}

    /**
     * It is of no interest.
     *
     * @param until until then; null for no such limit
     * @param runs until so many more runs are struck; null for no such limit
     */
    record Ignore(
            String by,
            Instant at,
            @Nullable Instant until,
            @Nullable Integer runs) implements Act {}

    /** @param owner null for nobody */
    record Assign(String by, Instant at, @Nullable String owner) implements Act {}

    /** A note or a judgement of the verdict: said, and without effect on the state. */
    record Remark(String by, Instant at) implements Act {}
}
