package scenariorca.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogIds;

/**
 * The runs, requests and scenarios that the warehouse knows, eight bytes each. Of 10 million, one in a trillion others is taken
 * for known: its lines are kept for nothing.
 */
final class KnownIds implements Serializable {
    private static final long serialVersionUID = 1L;
    static final KnownIds NONE = new KnownIds(LongStream.empty());

    private final long[] hashes;

    KnownIds(LongStream hashes) {
        this.hashes = hashes.sorted().toArray();
    }

    static long hash(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getMostSignificantBits() >>> 32) * 0x9e3779b97f4a7c15L;
        return (mixed ^ id.getLeastSignificantBits()) * 0xbf58476d1ce4e5b9L;
    }

    boolean knows(LogIds ids) {
        return hashes.length > 0 && (knows(ids.runId()) || knows(ids.correlationId()) || knows(ids.scenarioId()));
    }

    private boolean knows(@Nullable UUID id) {
        return id != null && Arrays.binarySearch(hashes, hash(id)) >= 0;
    }
}
