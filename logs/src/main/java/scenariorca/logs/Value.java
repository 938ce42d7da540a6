package scenariorca.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as it stands in a text, without quotes.
 *
 * @param isQuoted whether quotes stand around it
 */
record Value(String text, int start, int end, boolean isQuoted) {
    private static final int MAX_CHARS = 8_192;
    private static final int MAX_PREFIX = 2;
    private static final int MAX_NAME_CHARS = 40;
    /** Text on lines of its own, as YAML writes it. */
    private static final Pattern BLOCK = Pattern.compile("(?:!!?[\\w/]{1,30} )?[|>][+-]?\\d?[ \\t]{0,3}\\n"
            + "(?<indent>[ \\t]{1,40})(?<text>[^\\n]{1,2000}(?:\\n\\k<indent>[^\\n]{1,2000}){0,100})");

    /** As PHP dumps a value. */
    private static final Pattern DUMPED = Pattern.compile("string\\(\\d{1,6}\\) (?=\")");

    private static final Pattern TAG = Pattern.compile(
            "!!?(?!(?:Ref|GetAtt|Sub|ImportValue|Join|Select|FindInMap)\\b)" + "[A-Za-z][\\w/]{0,30} (?=\\S)");

    String word() {
        return text.substring(start, end);
    }

    boolean isEmpty() {
        return start >= end;
    }

    /** The value that begins here. */
    static Value at(String text, int from, Gap.Form form) {
        if (form == Gap.Form.ELEMENT) {
            return element(text, from);
        }
        char first = from < text.length() ? text.charAt(from) : ' ';
        int start = from;
        if ("!|>".indexOf(first) >= 0) {
            Matcher block = BLOCK.matcher(text).region(from, text.length());
            if (form == Gap.Form.COLON && block.lookingAt()) {
                return new Value(text, block.start("text"), block.end("text"), true);
            }
            Matcher tag = TAG.matcher(text).region(from, text.length());
            start = tag.lookingAt() ? tag.end() : from;
        }
        if (first == 's') {
            Matcher dumped = DUMPED.matcher(text).region(start, text.length());
            start = dumped.lookingAt() ? dumped.end() : start;
        }
        Value quoted = quoted(text, start);
        return quoted != null ? quoted : new Value(text, start, end(text, start), false);
    }

    static boolean isEscapedQuote(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return at > from && at < text.length() && Gap.isQuote(text.charAt(at));
    }

    /** The text that a call or a constructor is given here: {@code Some("x")}; null when there is none. */
    static @Nullable Value wrapped(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < MAX_NAME_CHARS
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        boolean isCall = at > from
                && at + 1 < text.length()
                && "([".indexOf(text.charAt(at)) >= 0
                && Gap.isQuote(text.charAt(at + 1));
        return isCall ? quoted(text, at + 1) : null;
    }

    private static Value element(String text, int from) {
        int start = text.startsWith("<![CDATA[", from) ? from + 9 : from;
        int close = text.indexOf(start > from ? "]]>" : "<", start);
        int end = close < 0 || close - start > MAX_CHARS ? end(text, start) : close;
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Value(text, start, end, close >= 0);
    }

    /** In quotes, perhaps with a letter before as programs print bytes; null when no quote begins here. */
    private static @Nullable Value quoted(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_PREFIX && "bBuUrRfFnN$@".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= text.length() || !Gap.isQuote(text.charAt(at))) {
            return null;
        }
        char close = closing(text.charAt(at));
        String three = String.valueOf(close).repeat(3);
        if (text.startsWith(three, at)) {
            int end = text.indexOf(three, at + 3);
            return end < 0 || end - at > MAX_CHARS ? null : new Value(text, at + 3, end, true);
        }
        int end = at + 1;
        while (end < text.length() && end - at < MAX_CHARS && text.charAt(end) != '\n') {
            boolean isDoubled = end > at + 1 && text.charAt(end) == '\'' && text.startsWith("''", end);
            if (text.charAt(end) == close && !isDoubled) {
                break;
            }
            end += isDoubled || text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
        }
        // Without its other quote a value was cut: all up to the end of the line may be part of it.
        return new Value(text, at + 1, Math.min(end, text.length()), true);
    }

    private static char closing(char open) {
        return switch (open) {
            case '\u201c' -> '\u201d';
            case '\u00ab' -> '\u00bb';
            case '\u00bb' -> '\u00ab';
            case '\u300c' -> '\u300d';
            default -> open;
        };
    }

    /** Where a bare value ends: at a blank, a quote, or a mark behind which something else begins. */
    static int end(String text, int from) {
        int open = 0;
        int at = from;
        for (; at < text.length() && at - from < MAX_CHARS; at++) {
            char letter = text.charAt(at);
            if (letter <= ' ' || letter == '"' || letter == '<' || isWideMark(letter)) {
                break;
            }
            if (letter == '(' || letter == '[' || letter == '{') {
                open++;
            } else if (letter == ')' || letter == ']' || letter == '}') {
                if (--open < 0 && isOver(text, at + 1)) {
                    break;
                }
            } else if (letter == ',' || letter == ';' || letter == '&' || letter == '|') {
                if (isOver(text, at + 1) || isName(text, at + 1)) {
                    break;
                }
            } else if ((letter == '\'' || letter == '`' || letter == '>') && isOver(text, at + 1)) {
                break;
            } else if (letter == '\\' && at + 1 < text.length() && "\"'".indexOf(text.charAt(at + 1)) >= 0) {
                break;
            }
        }
        return at;
    }

    /** Marks of Chinese and Japanese, which end a sentence without a blank. */
    private static boolean isWideMark(char letter) {
        return letter >= '\u3000' && letter <= '\u3011'
                || letter == '\uff0c'
                || letter == '\uff1b'
                || letter == '\uff09';
    }

    private static boolean isOver(String text, int at) {
        return at >= text.length() || text.charAt(at) <= ' ' || "\"'`,;)]}>|<\\".indexOf(text.charAt(at)) >= 0;
    }

    /** Whether the name of another value begins here. */
    private static boolean isName(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < MAX_NAME_CHARS
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.[]\"'".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > from && at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
    }

    /** The same without marks of a sentence at its end. */
    Value withoutStop() {
        int last = end;
        while (last > start && ".,;:!?)".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return new Value(text, start, last, isQuoted);
    }
}
