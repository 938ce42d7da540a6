package scenariorca.logs;

import org.jspecify.annotations.Nullable;

/** Finds who a line says did it: {@code user=jdoe}, {@code user_id: "jdoe"}, {@code userName='j.doe@corp'}. */
final class UserName {
    private static final int MAX_CHARS = 100;
    private static final int MAX_BLANKS = 2;

    private UserName() {}

    /** The first user named in a text; null when there is none. */
    static @Nullable String find(String text) {
        int at = text.indexOf("ser");
        while (at >= 0) {
            boolean isWord = at > 0
                    && (text.charAt(at - 1) == 'u' || text.charAt(at - 1) == 'U')
                    && (at == 1 || !isLetter(text.charAt(at - 2)));
            @Nullable String name = isWord ? after(text, at + 3) : null;
            if (name != null) {
                return name;
            }
            at = text.indexOf("ser", at + 1);
        }
        return null;
    }

    /** The value, when the rest of a key, an equals sign or a colon and a value stand here. */
    private static @Nullable String after(String text, int from) {
        int key = quote(text, rest(text, from));
        int sign = blanks(text, key);
        if (sign >= text.length() || text.charAt(sign) != '=' && text.charAt(sign) != ':') {
            return null;
        }
        int start = quote(text, blanks(text, sign + 1));
        int end = start;
        while (end < text.length() && end - start < MAX_CHARS && isValue(text.charAt(end))) {
            end++;
        }
        return end > start ? text.substring(start, end) : null;
    }

    /** Behind {@code id} or {@code name}, where one of them goes on with the word. */
    private static int rest(String text, int from) {
        boolean hasMark = from < text.length() && "_ -".indexOf(text.charAt(from)) >= 0;
        int word = hasMark ? from + 1 : from;
        if (text.regionMatches(true, word, "id", 0, 2)) {
            return word + 2;
        }
        return text.regionMatches(true, word, "name", 0, 4) ? word + 4 : from;
    }

    private static int quote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') ? at + 1 : at;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_BLANKS && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_';
    }

    private static boolean isValue(char letter) {
        return isLetter(letter) || ".@+[]-".indexOf(letter) >= 0;
    }
}
