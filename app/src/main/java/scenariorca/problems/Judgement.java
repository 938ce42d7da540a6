package scenariorca.problems;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of the verdict on a run.
 *
 * @param runId the run
 * @param isRight whether the verdict is right
 * @param note what that person says; null for nothing
 * @param cause what the cause was, in words; null when that is not said
 * @param known the cause as later verdicts can know it again; null when it is none of the suspects
 */
public record Judgement(
        UUID runId,
        boolean isRight,
        @Nullable String note,
        @Nullable String cause,
        @Nullable Known known) {
    /**
     * A cause that was among the suspects.
     *
     * @param causeClass input, model, platform, upstream or fluke
     * @param nodeId the node of an input; null for anything else
     * @param input path of an input, array identities removed; null for anything else
     */
    public record Known(
            String causeClass,
            @Nullable UUID nodeId,
            @Nullable String input) {}
}
