package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;

/** A part of the time asked for: from inclusive, to exclusive. */
record TimeSlice(Instant from, Instant to) {
    long fromMillis() {
        return from.toEpochMilli();
    }

    /** The last millisecond within, for calls whose end is inclusive. */
    long lastMillis() {
        return to.minusNanos(1).toEpochMilli();
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
