package scenariorca.problems;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that failed or was slow, with what its verdict says of the root.
 *
 * @param kind failure or slowness
 * @param verdictClass what the verdict of this run alone says. Example: platform
 * @param fingerprint error pattern of the message of the first failing node; empty when nothing was said
 * @param nodeName the first failing node; empty when none is known
 * @param modelKey its model
 * @param home the problem it is known to belong to; null for a run without one
 */
public record Rooted(
        UUID runId,
        int scenarioKey,
        String kind,
        String verdictClass,
        String fingerprint,
        String nodeName,
        int modelKey,
        Instant startedAt,
        @Nullable Home home) {
    static final String UNKNOWN = "unknown";

    /** The classes whose cause the estate shares: where it strikes first is chance. */
    private static final Set<String> SHARED = Set.of("platform", "upstream", "fluke");

    /**
     * The problem a run is known to belong to.
     *
     * @param identity its root error
     * @param nodeName empty where the estate shares the cause
     * @param isSettled whether it stays: the run is here for the company of others, and its own company is not
     */
    public record Home(String problemClass, String identity, String nodeName, boolean isSettled) {}

    static boolean isShared(String problemClass) {
        return SHARED.contains(problemClass);
    }

    boolean isFailure() {
        return kind.equals("failure");
    }

    boolean isSilent() {
        return fingerprint.isEmpty();
    }

    boolean isSettled() {
        return home != null && home.isSettled();
    }
}
