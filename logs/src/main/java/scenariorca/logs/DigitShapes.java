package scenariorca.logs;

/**
 * Recognises numbers by the lengths of their groups of digits: {@code 4-4-4-4} is a card's, {@code 11} bare digits. A capital
 * letter behind the last group, perhaps after a mark, is part of a shape: {@code 8A}; {@code *-} stands for more groups before.
 */
final class DigitShapes {
    private static final int MAX_GROUPS = 6;
    private static final int BASE = 32;
    private static final String BETWEEN = " -./()";

    private static final int SLOTS = 1 << 10;

    /** A table of its own: it is asked for most numbers of most lines. */
    private final int[] codes = new int[SLOTS];

    private final long[] rules = new long[SLOTS];
    /** Rules that ask for one more group before. */
    private final long[] longer = new long[SLOTS];

    /** @param shape lengths of groups apart by {@code -}; {@code A} at its end for a capital letter */
    void put(String shape, long bits) {
        boolean hasLetter = shape.endsWith("A");
        boolean hasMore = shape.startsWith("*-");
        String[] groups = shape.substring(hasMore ? 2 : 0, shape.length() - (hasLetter ? 1 : 0))
                .split("-");
        int code = 0;
        int scale = 1;
        for (int group = groups.length - 1; group >= 0; group--) {
            code += Integer.parseInt(groups[group]) * scale;
            scale *= BASE;
            codes[slot(hasLetter ? -code : code)] = hasLetter ? -code : code;
        }
        (hasMore ? longer : rules)[slot(hasLetter ? -code : code)] |= bits;
    }

    /** The rules worth trying because of a group of digits, as the last of its number. */
    long bits(String text, int start, int end) {
        boolean hasLetter = isCapital(text, end) || isCapital(text, end + 1) && " -".indexOf(text.charAt(end)) >= 0;
        return bits(text, start, end, 1) | (hasLetter ? bits(text, start, end, -1) : 0);
    }

    /** @param sign of the codes: -1 with a letter behind */
    private long bits(String text, int start, int end, int sign) {
        long found = 0;
        int code = 0;
        int scale = sign;
        int from = start;
        int to = end;
        for (int group = 0; group < MAX_GROUPS && to - from < BASE; group++) {
            // The nearest group is the last one of the shape.
            code += (to - from) * scale;
            scale *= BASE;
            int slot = slot(code);
            if (codes[slot] == 0) {
                break; // no shape goes on so
            }
            found |= rules[slot];
            to = before(text, from);
            if (to == 0 || !isDigit(text.charAt(to - 1))) {
                break;
            }
            found |= longer[slot];
            from = to - 1;
            while (from > 0 && isDigit(text.charAt(from - 1))) {
                from--;
            }
        }
        return found;
    }

    /** Where a shape is, or would be. */
    private int slot(int code) {
        int slot = code * 0x9e3779b1 >>> 22;
        while (codes[slot] != code && codes[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** Where the group before ends: one or two characters may stand between. */
    private static int before(String text, int start) {
        int at = start;
        while (at > 0 && start - at < 2 && BETWEEN.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at == start ? 0 : at;
    }

    private static boolean isCapital(String text, int at) {
        return at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
