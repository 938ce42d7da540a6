package scenariorca.logs;

/**
 * Recognises numbers by the lengths of their groups of digits: {@code 4-4-4-4} is a card's, {@code 11} bare digits. A capital
 * letter behind the last group, perhaps after a mark, is part of a shape: {@code 8A}.
 */
final class DigitShapes {
    private static final int MAX_GROUPS = 6;
    private static final int BASE = 32;
    private static final String BETWEEN = " -./()";

    private static final int SLOTS = 1 << 10;

    /** A table of its own: it is asked for most numbers of most lines. */
    private final int[] codes = new int[SLOTS];

    private final long[] rules = new long[SLOTS];
    private final boolean[] isLast = new boolean[BASE * 2];

    /** @param shape lengths of groups apart by {@code -}; {@code A} at its end for a capital letter */
    void put(String shape, long bits) {
        boolean hasLetter = shape.endsWith("A");
        String[] groups = (hasLetter ? shape.substring(0, shape.length() - 1) : shape).split("-");
        int code = 0;
        for (String group : groups) {
            code = code * BASE + Integer.parseInt(group);
        }
        isLast[Integer.parseInt(groups[groups.length - 1]) + (hasLetter ? BASE : 0)] = true;
        int slot = slot(hasLetter ? -code : code);
        codes[slot] = hasLetter ? -code : code;
        rules[slot] |= bits;
    }

    /** The rules worth trying because of a group of digits, as the last of its number. */
    long bits(String text, int start, int end) {
        boolean hasLetter = isCapital(text, end) || isCapital(text, end + 1) && " -".indexOf(text.charAt(end)) >= 0;
        int length = end - start;
        if (length >= BASE || !isLast[length] && !(hasLetter && isLast[length + BASE])) {
            return 0;
        }
        long found = 0;
        int code = 0;
        int scale = 1;
        int from = start;
        int to = end;
        for (int group = 0; group < MAX_GROUPS && to > from && to - from < BASE; group++) {
            // The nearest group is the last one of the shape.
            code += (to - from) * scale;
            scale *= BASE;
            found |= rules[slot(code)] | (hasLetter ? rules[slot(-code)] : 0);
            to = before(text, from);
            from = to;
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
