package scenariorca.logs;

/** Numbers of cards and telephones, as far as the lengths of their groups of digits tell. */
final class DigitGroups {
    private static final int MIN_CARD_DIGITS = 13;
    private static final int MAX_CARD_DIGITS = 19;

    private DigitGroups() {}

    /** Where the digits that begin here end. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text, at)) {
            at++;
        }
        return at;
    }

    /** The rules worth trying because of a group of digits, as the last of its number. */
    static int bits(String text, int start, int end) {
        return switch (end - start) {
            case 3 -> isAreaCode(text, start, end) ? RedactionGate.PHONE : 0;
            case 4 ->
                isFourFours(text, start, end) ? RedactionGate.CARD : isPhone(text, start) ? RedactionGate.PHONE : 0;
            case 5 -> isAfter(text, start, 6, 4) ? RedactionGate.CARD : 0;
            default -> isLongCard(text, start, end) ? RedactionGate.CARD : 0;
        };
    }

    /** A plus that may begin a number: not within a word or a time with its zone, and before a digit. */
    static boolean isDialled(String text, int plus) {
        return isDigit(text, plus + 1) && (plus == 0 || !isNumberOrWord(text.charAt(plus - 1)));
    }

    private static boolean isNumberOrWord(char letter) {
        return letter >= '0' && letter <= '9'
                || letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter == '_'
                || letter == '.'
                || letter == '+'
                || letter == '-';
    }

    /** Card companies' numbers begin with 2 to 6: a time in milliseconds does not. */
    private static boolean isLongCard(String text, int start, int end) {
        int digits = end - start;
        return digits >= MIN_CARD_DIGITS
                && digits <= MAX_CARD_DIGITS
                && text.charAt(start) >= '2'
                && text.charAt(start) <= '6';
    }

    /** Not the middle of a UUID: there a letter or a dash follows. */
    private static boolean isFourFours(String text, int start, int end) {
        boolean isOver = end == text.length() || !isNumberOrWord(text.charAt(end)) || text.charAt(end) == '.';
        return isOver && isAfter(text, start, 4, 4) && isGroup(text, start - 11, 4);
    }

    private static boolean isPhone(String text, int start) {
        return isAfter(text, start, 3, 3);
    }

    /** {@code (415) 555}. */
    private static boolean isAreaCode(String text, int start, int end) {
        boolean isInBrackets =
                start > 0 && text.charAt(start - 1) == '(' && end < text.length() && text.charAt(end) == ')';
        return isInBrackets && (isDigit(text, end + 1) || isDigit(text, end + 2));
    }

    /** Whether groups of these lengths stand before, the nearer one first, one character between each. */
    private static boolean isAfter(String text, int start, int nearer, int farther) {
        return isGroup(text, start - 1, nearer) && isGroup(text, start - 2 - nearer, farther);
    }

    /** Whether the character here parts a group of just so many digits from what follows. */
    private static boolean isGroup(String text, int mark, int digits) {
        if (mark < digits || " -.".indexOf(text.charAt(mark)) < 0 || isDigit(text, mark - digits - 1)) {
            return false;
        }
        for (int at = mark - digits; at < mark; at++) {
            if (!isDigit(text, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
