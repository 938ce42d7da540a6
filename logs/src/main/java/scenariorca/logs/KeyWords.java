package scenariorca.logs;

/** Whether a word in a text is a key before a value, as the redaction rules want it; a quick look, not their last word. */
final class KeyWords {
    private static final String[] PERSONS = {
        "first",
        "last",
        "full",
        "given",
        "family",
        "middle",
        "display",
        "patient",
        "customer",
        "contact",
        "employee",
        "physician",
        "doctor"
    };

    /** The rest of the longest word, and what may stand between it and its equals sign. */
    private static final int MAX_REST = 24;

    private static final int MIN_TOKEN = 16;
    private static final int MAX_SPACES = 3;

    private KeyWords() {}

    /** Whether an equals sign or a colon follows the rest of a word. */
    static boolean isKey(String text, int from) {
        int end = Math.min(text.length(), from + MAX_REST);
        for (int at = from; at < end; at++) {
            char letter = text.charAt(at);
            if (letter == '=' || letter == ':') {
                return true;
            }
            boolean isBetween = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter <= ' '
                    || letter == '_'
                    || letter == '-'
                    || letter == '"'
                    || letter == '\''
                    || letter == '\\';
            if (!isBetween) {
                return false;
            }
        }
        return false;
    }

    /** Whether the word before this place says whose name it is: {@code first_name}, {@code patientName}. */
    static boolean isPerson(String text, int nameStart) {
        boolean hasMark = nameStart > 0 && " _-".indexOf(text.charAt(nameStart - 1)) >= 0;
        int end = hasMark ? nameStart - 1 : nameStart;
        for (String person : PERSONS) {
            if (text.regionMatches(true, end - person.length(), person, 0, person.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest of a word, a blank and something as long as a token follow. */
    static boolean isBeforeToken(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 2 && Character.isLetter(text.charAt(at))) {
            at++; // bear-er, basi-c
        }
        int blanks = at;
        while (at < text.length() && at < blanks + MAX_SPACES && text.charAt(at) <= ' ') {
            at++;
        }
        if (at == blanks || at + MIN_TOKEN > text.length()) {
            return false;
        }
        for (int letter = at; letter < at + MIN_TOKEN; letter++) {
            if (text.charAt(letter) <= ' ') {
                return false;
            }
        }
        return true;
    }
}
