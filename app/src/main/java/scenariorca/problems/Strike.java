package scenariorca.problems;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that a problem struck.
 *
 * @param passedAt start of the last run of its scenario before it that went as it should; null when there is none
 * @param next the next run of its scenario that went as it should; null when there is none
 */
public record Strike(
        UUID runId,
        int scenarioKey,
        int modelKey,
        Instant startedAt,
        @Nullable Instant passedAt,
        @Nullable Success next) {
    /**
     * A run that went as it should.
     *
     * @param isSameInputs whether the run that was struck had the same inputs
     */
    public record Success(Instant endedAt, boolean isSameInputs) {}
}
