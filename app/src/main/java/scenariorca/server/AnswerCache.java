package scenariorca.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Finished answers, the most useful ones within a bound of bytes. Those of older versions fall out as unused. */
final class AnswerCache {
    private final Cache<AnswerKey, CachedResponse> answers;
    private final boolean isKeeping;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    AnswerCache(long maxBytes) {
        this.isKeeping = maxBytes > 0;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((AnswerKey key, CachedResponse answer) -> key.weight() + answer.weight())
                .build();
    }

    @Nullable
    CachedResponse get(AnswerKey key) {
        CachedResponse kept = answers.getIfPresent(key);
        (kept == null ? misses : hits).increment();
        return kept;
    }

    void put(AnswerKey key, CachedResponse answer) {
        answers.put(key, answer);
    }

    /** Whether it keeps anything at all. */
    boolean isKeeping() {
        return isKeeping;
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    long size() {
        return answers.estimatedSize();
    }

    long bytes() {
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
