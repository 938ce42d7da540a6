package scenariorca.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run or a node calculation ended. Installations spell their status words differently; this is the one place
 * where a source's word becomes an outcome. A word nobody knows is {@link #UNKNOWN}: neither success nor failure.
 */
public enum RunOutcome {
    SUCCESS,
    FAILED,
    TIMEOUT,
    IN_PROGRESS,
    UNKNOWN;

    /** The outcome of a source's status word, in any case and with spaces, hyphens or underscores. Never throws. */
    public static RunOutcome of(@Nullable String sourceWord) {
        return switch (lettersOf(sourceWord)) {
            case "success", "successful", "succeeded", "completed", "complete", "ok", "done" -> SUCCESS;
            case "failed", "failure", "fail", "error", "errored" -> FAILED;
            case "timeout", "timedout" -> TIMEOUT;
            case "inprogress", "running", "pending", "queued", "started", "processing" -> IN_PROGRESS;
            default -> UNKNOWN;
        };
    }

    /** As stored in {@code run_outcome} and {@code calc_outcome}. Example: {@code in_progress}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the run ended badly: failed or timed out. */
    public boolean isFailure() {
        return this == FAILED || this == TIMEOUT;
    }

    private static String lettersOf(@Nullable String word) {
        if (word == null) {
            return "";
        }
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
