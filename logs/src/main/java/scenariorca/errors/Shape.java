package scenariorca.errors;

import static scenariorca.errors.ByteClasses.isDigit;
import static scenariorca.errors.ByteClasses.isHexLetter;

/**
 * What a piece is made of: seven counts in one {@code long}, added up byte by byte. A value type in all but name; a
 * record per piece would cost more than the rest of the work.
 */
final class Shape {
    /** Longer pieces would run over the 8-bit counts. */
    static final int MAX_BYTES = 255;

    private static final int DOTS = 8;
    private static final int DASHES = 16;
    private static final int UNDERSCORES = 24;
    private static final int SLASHES = 32;
    private static final int ATS = 40;
    private static final int HEX_LETTERS = 48;
    /** Negative: the byte ends the piece. */
    private static final long[] WEIGHT = new long[256];

    static {
        for (int value = 0; value < 256; value++) {
            WEIGHT[value] = weightOf((byte) value);
        }
    }

    private Shape() {}

    private static long weightOf(byte octet) {
        int kind = ByteClasses.kind(octet);
        if (kind == ByteClasses.DELIMITER || kind == ByteClasses.SPACE) {
            return Long.MIN_VALUE;
        }
        if (isDigit(octet)) {
            return 1;
        }
        if (isHexLetter(octet)) {
            return 1L << HEX_LETTERS;
        }
        return switch (octet) {
            case '.' -> 1L << DOTS;
            case '-' -> 1L << DASHES;
            case '_' -> 1L << UNDERSCORES;
            case '/', '\\' -> 1L << SLASHES;
            case '@' -> 1L << ATS;
            default -> 0;
        };
    }

    static long weight(byte octet) {
        return WEIGHT[octet & 0xff];
    }

    static long of(byte[] line, int start, int end) {
        long shape = 0;
        for (int at = start; at < end; at++) {
            shape += WEIGHT[line[at] & 0xff];
        }
        return shape;
    }

    static int digits(long shape) {
        return (int) shape & 0xff;
    }

    static int dots(long shape) {
        return (int) (shape >>> DOTS) & 0xff;
    }

    static int dashes(long shape) {
        return (int) (shape >>> DASHES) & 0xff;
    }

    static int underscores(long shape) {
        return (int) (shape >>> UNDERSCORES) & 0xff;
    }

    static int slashes(long shape) {
        return (int) (shape >>> SLASHES) & 0xff;
    }

    static int ats(long shape) {
        return (int) (shape >>> ATS) & 0xff;
    }

    static int hexDigits(long shape) {
        return digits(shape) + ((int) (shape >>> HEX_LETTERS) & 0xff);
    }
}
