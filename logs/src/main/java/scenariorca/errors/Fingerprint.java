package scenariorca.errors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Stable 64-bit ids of texts: the same on every machine, after every restart. */
final class Fingerprint {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** 16 hex digits. */
    static String of(String text) {
        return HexFormat.of().toHexDigits(hash(text));
    }

    static long hash(String text) {
        long hash = OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return mix(hash);
    }

    /** Spreads every input bit over all output bits. */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
