package scenariorca.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often each may ask: a bucket of tokens per name that fills at a steady rate. Forgets who has not asked for a while, and
 * knows a bounded number of names, so that a flood of names fills no memory.
 */
final class RateLimit {
    private static final int MAX_NAMES = 20_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perSecond requests a second in the long run; 0 for no limit
     * @param burst requests at once after a pause
     * @param nanos a clock such as {@link System#nanoTime}
     */
    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        Duration full = Duration.ofMillis(perSecond == 0 ? 1 : (long) (1_000 * burst / perSecond) + 1_000);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_NAMES)
                .expireAfterAccess(full)
                .build();
    }

    /** Takes a token. Returns 0, or after how many whole seconds there will be one. */
    int take(String name) {
        return perSecond == 0 ? 0 : bucket(name).take(1);
    }

    /** As {@link #take}, without taking it. */
    int look(String name) {
        return perSecond == 0 ? 0 : bucket(name).take(0);
    }

    private Bucket bucket(String name) {
        return buckets.get(name, _ -> new Bucket(burst, nanos.getAsLong()));
    }

    private final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }

        synchronized int take(int count) {
            long now = nanos.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / NANOS * perSecond);
            at = now;
            if (tokens < 1) {
                return (int) Math.ceil((1 - tokens) / perSecond);
            }
            tokens -= count;
            return 0;
        }
    }
}
