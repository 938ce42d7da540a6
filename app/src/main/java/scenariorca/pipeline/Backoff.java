package scenariorca.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: twice as long after each, up to a bound, and never as long as another program that failed
 * at the same moment.
 *
 * @param first after the first failure, at most
 * @param longest after any number of failures, at most
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 30;

    /** From half of the full time to all of it. */
    Duration after(int failures) {
        long factor = 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        long full = Math.min(longest.toMillis(), first.toMillis() * factor);
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }
}
