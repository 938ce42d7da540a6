package scenariorca.problems;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that failed or was slow, with what its verdict says of the root.
 *
 * @param kind failure or slowness
 * @param verdict what the verdict of this run alone says
 * @param root where and with what words it failed first
 * @param modelKey its model
 * @param versionAt when the version of the model that it ran was published; null when none is known
 * @param home the problem it is known to belong to; null for a run without one
 */
public record Rooted(
        UUID runId,
        int scenarioKey,
        String kind,
        Verdict verdict,
        Root root,
        int modelKey,
        @Nullable Instant versionAt,
        Instant startedAt,
        @Nullable Home home) {
    static final String UNKNOWN = "unknown";

    /** A verdict at least this certain of its class is not outvoted. */
    private static final double CERTAIN = 0.9;

    /** The classes whose cause the estate shares: where it strikes first is chance. */
    private static final Set<String> SHARED = Set.of("platform", "upstream", "fluke");

    /**
     * What a verdict says of the cause.
     *
     * @param problemClass its class. Example: platform
     * @param probability of that class, 0 to 1
     * @param toldBy error pattern of the log line that told of it, a feed's or a machine's; empty when none did
     * @param blame the input it blames
     */
    public record Verdict(String problemClass, double probability, String toldBy, Blame blame) {}

    /**
     * The input that a verdict blames.
     *
     * @param input its node and its path; empty when none is blamed
     * @param typedAt when it was changed; null when that is not known
     */
    public record Blame(String input, @Nullable Instant typedAt) {
        public static final Blame NONE = new Blame("", null);
    }

    /**
     * Where a run failed first.
     *
     * @param fingerprint error pattern of the message of the first failing node; empty when nothing was said
     * @param category kind of that error. Example: permission. Empty when it is of no known kind
     * @param nodeName the first failing node; empty when none is known
     */
    public record Root(String fingerprint, String category, String nodeName) {}

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

    public String verdictClass() {
        return verdict.problemClass();
    }

    public String fingerprint() {
        return root.fingerprint();
    }

    public String nodeName() {
        return root.nodeName();
    }

    /** The input to blame for a problem of a class. */
    Blame blame(String problemClass) {
        return problemClass.equals("input") ? verdict.blame() : Blame.NONE;
    }

    boolean isFailure() {
        return kind.equals("failure");
    }

    boolean isSilent() {
        return fingerprint().isEmpty();
    }

    boolean isSettled() {
        return home != null && home.isSettled();
    }

    boolean isCertain() {
        return verdict.probability() >= CERTAIN && !verdictClass().equals(UNKNOWN);
    }
}
