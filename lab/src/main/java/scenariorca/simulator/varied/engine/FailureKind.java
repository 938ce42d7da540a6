package scenariorca.simulator.varied.engine;

import java.util.Locale;

/** What an engine can complain about. */
public enum FailureKind {
    // A document.
    RANGE,
    MISSING,
    TYPE,
    WORD,
    ORDER,
    LENGTH,
    DUPLICATE,
    PARTS,
    // A result.
    NOT_FINITE,
    NEGATIVE,
    TOO_HIGH,
    TOO_LOW,
    DIVISION,
    EXHAUSTED,
    TIMEOUT,
    NO_RESULT,
    // The machines.
    MEMORY,
    CREDENTIAL,
    FAILOVER,
    THROTTLED,
    DEADLOCK,
    DISK,
    RELEASE,
    KILLED,
    TRANSIENT,
    // Data from elsewhere.
    FEED_LATE,
    FEED_SHORT,
    FEED_STALE,
    FEED_MISSING;

    /** Example: not_finite. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
