package scenariorca.errors;

/** What each of the 256 byte values is in a log line. Bytes of multi-byte characters count as letters. */
final class ByteClasses {
    static final int LETTER = 0;
    static final int SPACE = 1;
    static final int DIGIT = 2;
    static final int DOT = 3;
    /** Slash, backslash and at sign: what paths, addresses and e-mails are recognised by. */
    static final int ADDRESS = 4;
    /** What ends a piece of a word. */
    static final int DELIMITER = 5;

    static final int SIGN = 6;

    static final long ONE_DIGIT = 1L;
    static final long ONE_DOT = 1L << 16;
    static final long ONE_ADDRESS = 1L << 32;
    /** Set in {@link #WEIGHT} for white space alone, so that a word's loop has one test. */
    static final long END_OF_WORD = Long.MIN_VALUE;

    private static final byte[] KIND = new byte[256];
    /** Counts of what matters, one 16-bit field each; lines are cut below 65,536 bytes, so no field runs over. */
    private static final long[] WEIGHT = new long[256];

    static {
        for (int value = 0; value < 256; value++) {
            KIND[value] = kindOf(value);
            WEIGHT[value] = switch (KIND[value]) {
                case SPACE -> END_OF_WORD;
                case DIGIT -> ONE_DIGIT;
                case DOT -> ONE_DOT;
                case ADDRESS -> ONE_ADDRESS;
                default -> 0;
            };
        }
    }

    private ByteClasses() {}

    private static byte kindOf(int value) {
        if (value <= ' ' || value == 0x7f) {
            return SPACE;
        }
        if (value >= '0' && value <= '9') {
            return DIGIT;
        }
        return switch (value) {
            case '.' -> DOT;
            case '/', '\\', '@' -> ADDRESS;
            case '=', ':', '(', ')', '[', ']', '{', '}', ',', ';', '|', '"', '\'', '<', '>', '*', '#' -> DELIMITER;
            case '-', '+', '_', '%', '$', '!', '?', '&', '~', '^', '`' -> SIGN;
            default -> LETTER;
        };
    }

    static int kind(byte octet) {
        return KIND[octet & 0xff];
    }

    static long weight(byte octet) {
        return WEIGHT[octet & 0xff];
    }

    static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    static boolean isUpper(byte octet) {
        return octet >= 'A' && octet <= 'Z';
    }

    static boolean isLower(byte octet) {
        return octet >= 'a' && octet <= 'z';
    }

    static boolean isLetter(byte octet) {
        return isLower(octet) || isUpper(octet);
    }

    static boolean isHexLetter(byte octet) {
        return octet >= 'a' && octet <= 'f' || octet >= 'A' && octet <= 'F';
    }

    static boolean isHex(byte octet) {
        return isDigit(octet) || isHexLetter(octet);
    }
}
