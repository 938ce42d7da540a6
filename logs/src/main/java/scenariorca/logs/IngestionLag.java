package scenariorca.logs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How late events arrive in a log service: a histogram of bounded size, each bucket a tenth wider than the one before. What comes
 * later than {@link #LATEST} was uploaded, not delivered: it tells nothing of when the next events will arrive.
 */
public final class IngestionLag {
    private static final double WIDTH = 1.1;
    private static final double LOG_WIDTH = Math.log(WIDTH);
    private static final int BUCKETS = 300;

    /** Agents and services deliver within minutes, after an outage within hours. */
    private static final Duration LATEST = Duration.ofHours(6);

    private final long[] counts = new long[BUCKETS];
    private long total;
    private long maxMillis;

    public void read(RawLogEvent event) {
        if (event.ingestedAt() == null) {
            return;
        }
        long millis;
        try {
            millis = Math.max(
                    0, Duration.between(event.timestamp(), event.ingestedAt()).toMillis());
        } catch (ArithmeticException absurd) {
            return; // a time that no clock shows says nothing about arrival
        }
        if (millis > LATEST.toMillis()) {
            return;
        }
        total++;
        maxMillis = Math.max(maxMillis, millis);
        counts[bucket(millis)]++;
    }

    /** Events by how late they came, in buckets of this class. */
    public long[] counts() {
        return counts.clone();
    }

    /** The longest that was measured, in milliseconds; 0 without any. */
    public long maxMillis() {
        return maxMillis;
    }

    /** Takes what was measured elsewhere; buckets beyond ours are left out. */
    public void add(long[] others, long otherMaxMillis) {
        for (int bucket = 0; bucket < Math.min(BUCKETS, others.length); bucket++) {
            counts[bucket] += others[bucket];
            total += others[bucket];
        }
        maxMillis = Math.max(maxMillis, otherMaxMillis);
    }

    private static int bucket(long millis) {
        return Math.min(BUCKETS - 1, (int) Math.ceil(Math.log(1.0 + millis) / LOG_WIDTH));
    }

    /** Seconds that this share of the events stayed under, to a tenth of it; null when none was measured. */
    public @Nullable Double seconds(double share) {
        if (total == 0) {
            return null;
        }
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return Math.min(maxMillis, Math.pow(WIDTH, bucket) - 1) / 1_000;
            }
        }
        return maxMillis / 1_000.0;
    }

    /** The longest, in seconds; null when none was measured. */
    public @Nullable Double maxSeconds() {
        return total == 0 ? null : maxMillis / 1_000.0;
    }
}
