package scenariorca.errors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The hash of a line, eight bytes at a time. */
final class LineHash {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LineHash() {}

    /** With the bytes from one place to another. */
    static long literal(byte[] line, long seed, int start, int stop) {
        long hash = seed;
        int at = start;
        for (; at + 8 <= stop; at += 8) {
            hash = step(hash, (long) LONGS.get(line, at));
        }
        if (at < stop) {
            hash = step(hash, rest(line, at, stop) ^ (long) (stop - at) << 56);
        }
        return hash;
    }

    private static long rest(byte[] line, int at, int stop) {
        if (at + 8 <= line.length) {
            return (long) LONGS.get(line, at) & (1L << 8 * (stop - at)) - 1;
        }
        long value = 0;
        for (int index = stop - 1; index >= at; index--) {
            value = value << 8 | line[index] & 0xff;
        }
        return value;
    }

    static long step(long hash, long value) {
        return Long.rotateLeft((hash ^ value) * FACTOR, 29);
    }
}
