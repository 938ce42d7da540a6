package scenariorca.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.problems.ProblemSentence;

/**
 * A problem in its last episode, as the readers of a channel see it.
 *
 * @param what what is broken
 * @param strikes the runs it struck in this episode, of those the channel wants
 * @param episodeNo the episode
 * @param isBack whether it struck runs that they see before this episode
 * @param recoveredAt when it had stopped; null while it lasts
 * @param ignoredUntil people ignore it until then; null when it is not ignored
 * @param release what it came with; empty where the evidence shows none. Example: forecast-engine 2026.47.0
 */
record AlertSubject(
        What what,
        Strikes strikes,
        int episodeNo,
        boolean isBack,
        @Nullable Instant recoveredAt,
        @Nullable Instant ignoredUntil,
        String release) {
    /**
     * What is broken.
     *
     * @param kind failure or slowness
     * @param nodeName empty where the estate shares the cause
     * @param blamedInput the input that makes it fail, by path and node; empty when none does
     * @param modelName the model that is slow; empty for a failure
     * @param message what the last run struck says; empty when it says nothing
     * @param areas therapeutic areas of the scenarios struck, with commas between; null when none is known
     */
    record What(
            String problemId,
            String kind,
            String problemClass,
            String nodeName,
            String blamedInput,
            String modelName,
            String message,
            @Nullable String areas) {
        String sentence() {
            return ProblemSentence.of(
                    kind, problemClass, nodeName, blamedInput.isEmpty() ? modelName : blamedInput, message);
        }
    }

    /**
     * Whom it hits.
     *
     * @param scenarioNames the first three, with commas between; null when none is known
     */
    record Strikes(
            long runCount,
            long scenarioCount,
            long userCount,
            Instant firstSeenAt,
            Instant lastSeenAt,
            UUID lastRunId,
            @Nullable String scenarioNames) {}

    boolean isIgnoredAt(Instant time) {
        return ignoredUntil != null && ignoredUntil.isAfter(time);
    }
}
