package scenariorca.logs;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text without what steers a terminal: colour codes, also those whose escape character an agent has printed or lost, other
 * control characters, invisible marks. Line ends become {@code \n}; a NUL, which no database keeps, goes.
 */
final class PlainText {
    /** Taking one code out can make another of what is around it; deeper than this only an attacker nests them. */
    private static final int MAX_ROUNDS = 8;

    private static final char ESCAPE = '\u001b';

    /** What an escape character begins: a control sequence, a string up to its end, one letter with what comes before it. */
    private static final Pattern SEQUENCE =
            Pattern.compile("\u001b(?:\\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\\]PX^_][^\u0007\u001b\u009c\n]{0,4096}"
                    + "(?:\u0007|\u009c|\u001b\\\\)|[ -/]{1,4}[0-~]|[0-OQ-WYZ\\\\`-~])"
                    + "|\u009b[0-?]{0,64}[ -/]{0,8}[@-~]");

    /** The same, its escape character written in letters: {@code \u001b[31m}, {@code ^[[0m}, {@code #033[0m}. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?:\\\\{1,64}(?:u001[bB]|x1[bB]|033|e)|\\^\\[|#033|&#(?:27|x1[bB]);)\\[[0-?]{0,64}[ -/]{0,8}[@-~]");

    /** A colour whose escape character is lost. */
    private static final Pattern LOST = Pattern.compile("\\[(?:\\d{1,3}(?:;\\d{1,3}){0,5}m(?!])|m(?![\\w\\]]))");

    private static final Pattern LOST_RESET = Pattern.compile("\\[(?:0m(?!])|m(?![\\w\\]]))");

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\u0085");
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]");

    /** Characters that steer nothing, whatever is around them: one look for most characters of most lines. */
    private static final boolean[] IS_PLAIN = new boolean[0x7f];

    static {
        Arrays.fill(IS_PLAIN, ' ', IS_PLAIN.length, true);
        "\n\t".chars().forEach(letter -> IS_PLAIN[letter] = true);
        IS_PLAIN['['] = false;
    }

    private PlainText() {}

    /** The text as a reader sees it; the same text when there is nothing to take off. */
    static String of(String text) {
        String before = text;
        for (int round = 0; round < MAX_ROUNDS && hasControl(before); round++) {
            String after = once(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private static String once(String text) {
        String result = text.indexOf(ESCAPE) >= 0 || text.indexOf('\u009b') >= 0
                ? SEQUENCE.matcher(text).replaceAll("")
                : text;
        result = LINE_END.matcher(result).replaceAll("\n");
        result = CONTROL.matcher(result).replaceAll("");
        result = PRINTED.matcher(result).replaceAll("");
        // One code alone may be words in brackets; who colours also sets back.
        return result.contains("[0m") || result.contains("[m")
                ? LOST.matcher(result).replaceAll("")
                : result;
    }

    /** Whether there may be something to take off: one quick look, and no for most lines. */
    private static boolean hasControl(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isPlain = letter < IS_PLAIN.length && IS_PLAIN[letter];
            if (!isPlain && !(letter == 'm' && isWithinWord(text, at)) && hasControl(text, at, letter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter is before this place: the m of a word, as most are, ends no code. */
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && text.charAt(at - 1) >= 'a';
    }

    private static boolean hasControl(String text, int at, char letter) {
        if (letter >= '\u007f') {
            return letter <= '\u009f' || letter == '\u00ad' || letter == '\ufeff' || isMark(letter);
        }
        char last = at == 0 ? ' ' : text.charAt(at - 1);
        return switch (letter) {
            case '[' -> isReset(text, at + 1) || at > 1 && isPrinted(text.charAt(at - 2), last);
            default -> true;
        };
    }

    /** Whether an escape character written in letters may end so. */
    private static boolean isPrinted(char before, char last) {
        return switch (last) {
            case 'b', 'B' -> before == '1';
            case '3' -> before == '3';
            case 'e' -> before == '\\';
            case '[' -> before == '^';
            case ';' -> before == '7' || before == 'b' || before == 'B';
            default -> false;
        };
    }

    /** Whether a code that sets colours back goes on here, behind its bracket. */
    private static boolean isReset(String text, int at) {
        return text.startsWith("0m", at)
                || text.startsWith("m", at)
                        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isMark(char letter) {
        return letter >= '\u200b' && letter <= '\u2069';
    }
}
