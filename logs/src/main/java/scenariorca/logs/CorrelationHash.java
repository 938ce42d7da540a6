package scenariorca.logs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a line speaks of, as one id: lines that name the same run, request, scenario and node have the same. */
final class CorrelationHash {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final long FACTOR = 0xbf58476d1ce4e5b9L;

    private CorrelationHash() {}

    /** A hash of 128 bits of the ids; null when the line names none. */
    static @Nullable UUID of(LogIds ids) {
        @Nullable UUID run = real(ids.runId());
        @Nullable UUID request = real(ids.correlationId());
        @Nullable UUID scenario = real(ids.scenarioId());
        @Nullable UUID node = real(ids.nodeId());
        if (run == null && request == null && scenario == null && node == null) {
            return null;
        }
        return new UUID(
                hash(hash(hash(hash(1, run), request), scenario), node),
                hash(hash(hash(hash(2, run), request), scenario), node));
    }

    /** The id of all zeros is nobody's: programs write it for none. */
    static @Nullable UUID real(@Nullable UUID id) {
        return NOBODY.equals(id) ? null : id;
    }

    private static long hash(long before, @Nullable UUID id) {
        return id == null
                ? mixed(before + 1)
                : mixed(mixed(before ^ id.getMostSignificantBits()) ^ id.getLeastSignificantBits());
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * FACTOR;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
