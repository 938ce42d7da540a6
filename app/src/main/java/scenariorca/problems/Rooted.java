package scenariorca.problems;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A run that failed or was slow, with what its verdict says of the root.
 *
 * @param kind failure or slowness
 * @param verdictClass what the verdict of this run alone says. Example: platform
 * @param fingerprint error pattern of the message of the first failing node; empty when nothing was said
 * @param nodeName the first failing node; empty when none is known
 * @param modelKey its model for slowness; -1 for a failure
 */
public record Rooted(
        UUID runId,
        int scenarioKey,
        String kind,
        String verdictClass,
        String fingerprint,
        String nodeName,
        int modelKey,
        Instant startedAt) {
    static final String UNKNOWN = "unknown";

    /** The classes whose cause the estate shares: where it strikes first is chance. */
    private static final Set<String> SHARED = Set.of("platform", "upstream", "fluke");

    static boolean isShared(String problemClass) {
        return SHARED.contains(problemClass);
    }

    boolean isFailure() {
        return kind.equals("failure");
    }
}
