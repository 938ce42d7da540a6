package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as far as a value may take their place: what stands in quotes is one word, and so is a list after a colon
 * or in brackets. Between bars, each cell is one.
 */
final class TextWords {
    private static final String QUOTES = "\"'";
    private static final String BEFORE_QUOTE = " =:([{,<";
    private static final String AFTER_QUOTE = " ,.;:)]}>";
    /** Longer ones are text that happens to stand between two quotes. */
    private static final int LONGEST_QUOTED = 80;

    /** Begins a word that has no blank before it: no line has this sign, it counts as a blank. */
    static final String GLUE = "\u0001";

    private TextWords() {}

    /** The text that has these words. */
    static String join(List<String> words) {
        return String.join(" ", words).replace(" " + GLUE, "");
    }

    /** The words, for {@link #join}. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        boolean isGlued = false;
        boolean isTable = text.indexOf('|') != text.lastIndexOf('|');
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == ' ') {
                words.add((isGlued ? GLUE : "") + text.substring(start, at));
                start = at + 1;
                isGlued = false;
            } else if (isTable && letter == '|' && at + 1 < text.length() && text.charAt(at + 1) != ' ') {
                words.add((isGlued ? GLUE : "") + text.substring(start, at + 1));
                start = at + 1;
                isGlued = true;
            } else if (letter == '[' && at == start) {
                at = endOfTitle(text, at);
            } else if (QUOTES.indexOf(letter) >= 0 && (at == start || isOneOf(BEFORE_QUOTE, text, at - 1))) {
                at = endOfQuoted(text, at);
            }
        }
        words.add((isGlued ? GLUE : "") + text.substring(start));
        return text.indexOf(',') < 0 ? words : withLists(words);
    }

    /** Where the quote closes that opens there; the same place when it does not. */
    private static int endOfQuoted(String text, int open) {
        int close = text.indexOf(text.charAt(open), open + 1);
        boolean isQuoted = close > open + 1
                && close - open <= LONGEST_QUOTED
                && (close + 1 == text.length() || isOneOf(AFTER_QUOTE, text, close + 1));
        return isQuoted ? close : open;
    }

    /** Where the bracket closes that opens there around plain words; the same place when there is anything else in it. */
    private static int endOfTitle(String text, int open) {
        int close = open + 1;
        while (close < text.length() && (Character.isLetter(text.charAt(close)) || text.charAt(close) == ' ')) {
            close++;
        }
        return close < text.length() && text.charAt(close) == ']' ? close : open;
    }

    private static boolean isOneOf(String letters, String text, int at) {
        return letters.indexOf(text.charAt(at)) >= 0;
    }

    private static List<String> withLists(List<String> words) {
        var joined = new ArrayList<String>();
        for (int at = 0; at < words.size(); at++) {
            int end = endOfList(words, at);
            joined.add(String.join(" ", words.subList(at, end)));
            at = end - 1;
        }
        return joined;
    }

    /** Where a list ends that begins with this word: after the word itself when none does. */
    private static int endOfList(List<String> words, int from) {
        String first = words.get(from);
        int open = Math.max(first.lastIndexOf('('), first.lastIndexOf('['));
        if (!first.endsWith(",") || !isName(first.substring(open + 1))) {
            return from + 1;
        }
        int at = from + 1;
        while (at < words.size() && words.get(at).endsWith(",") && isName(words.get(at))) {
            at++;
        }
        String before = from == 0 ? "" : words.get(from - 1);
        boolean isList = at > from + 1 || open >= 0 || before.endsWith(":") || Hole.isNaming(before);
        boolean isWhole = at < words.size() && isLast(words.get(at), open < 0 ? ' ' : first.charAt(open));
        return isList && isWhole ? at + 1 : from + 1;
    }

    private static boolean isLast(String word, char open) {
        int close = open == ' ' ? word.length() : word.indexOf(open == '(' ? ')' : ']');
        return close > 0 && isName(word.substring(0, close));
    }

    /** A plain name or a value, with a comma after it or without. */
    private static boolean isName(String word) {
        String name = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        return !name.isEmpty()
                && name.replace(LineScanner.WILDCARD, "x")
                        .chars()
                        .allMatch(letter -> Character.isLetterOrDigit(letter) || "_-./@".indexOf(letter) >= 0);
    }
}
