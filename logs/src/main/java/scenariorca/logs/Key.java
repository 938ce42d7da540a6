package scenariorca.logs;

import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands before a value: a word of the redaction words and what is joined to it, such as {@code smtp_pass_1}.
 *
 * @param text the whole text
 * @param start where the name begins
 * @param wordStart where the word begins
 * @param end behind the name
 * @param classes what the word says
 * @param isPlural whether it names several
 */
record Key(String text, int start, int wordStart, int end, EnumSet<WordClass> classes, boolean isPlural) {
    private static final int MAX_CHARS = 60;
    /** A word this long is recognised also when another one is joined to it without a mark: {@code dbpassword}. */
    private static final int MIN_JOINED = 5;

    /** The name around a word; null when the word is part of another one, or of a name of something else. */
    static @Nullable Key around(String text, int wordStart, Landmark word, RedactionWords words) {
        int wordEnd = wordStart + word.text().length();
        if (isWide(word.text())) {
            return new Key(text, wordStart, wordStart, wordEnd, word.classes(), false);
        }
        int start = start(text, wordStart);
        int end = end(text, wordEnd);
        if (!isBegin(text, start, wordStart, word.text())
                || isApart(text, start, wordStart, word, words)
                || isResource(text, start, end)) {
            return null;
        }
        boolean isPlural = end > wordEnd && (text.charAt(wordEnd) | ' ') == 's' && isEdge(text, wordEnd + 1, end);
        int rest = isPlural ? wordEnd + 1 : wordEnd;
        return isGoingOn(text, rest, end) || isAbout(text.substring(rest, end), words)
                ? null
                : new Key(text, start, wordStart, end, word.classes(), isPlural);
    }

    /** Chinese and Japanese have no blanks between words. */
    private static boolean isWide(String word) {
        return word.charAt(0) >= '\u2e80';
    }

    /** Whether it is a part of the name of a resource: {@code arn:aws:secretsmanager:eu:1:secret:db}. */
    private static boolean isResource(String text, int start, int end) {
        if (start == 0 || text.charAt(start - 1) != ':' || end >= text.length() || ":/".indexOf(text.charAt(end)) < 0) {
            return false;
        }
        int at = start;
        while (at > 0 && text.charAt(at - 1) > ' ' && "\"'".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return text.startsWith("arn:", at) || text.startsWith("urn:", at);
    }

    private static int start(String text, int wordStart) {
        int at = wordStart;
        while (at > 0 && wordStart - at < MAX_CHARS && isPart(text.charAt(at - 1))) {
            at--;
        }
        while (at < wordStart && (text.charAt(at) == '-' || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static int end(String text, int wordEnd) {
        int at = wordEnd;
        while (at < text.length() && at - wordEnd < MAX_CHARS && isPart(text.charAt(at))) {
            at++;
        }
        while (at > wordEnd && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '.')) {
            at--;
        }
        return at;
    }

    private static boolean isPart(char letter) {
        return letter < '\u2e80' && Character.isLetterOrDigit(letter)
                || letter == '_'
                || letter == '-'
                || letter == '.';
    }

    private static boolean isBegin(String text, int start, int wordStart, String word) {
        if (wordStart == start) {
            return true;
        }
        char before = text.charAt(wordStart - 1);
        char first = text.charAt(wordStart);
        boolean isMark = !Character.isLetter(before);
        boolean isHump = Character.isLowerCase(before) && Character.isUpperCase(first);
        return isMark || isHump || word.length() >= MIN_JOINED || word.equals("pwd");
    }

    private static boolean isEdge(String text, int at, int end) {
        return at >= end || !Character.isLetter(text.charAt(at)) || Character.isUpperCase(text.charAt(at));
    }

    /** Whether the word is the beginning of a longer one: {@code tokenizer}. */
    private static boolean isGoingOn(String text, int rest, int end) {
        if (rest >= end || !Character.isLetter(text.charAt(rest))) {
            return false;
        }
        return !(Character.isUpperCase(text.charAt(rest)) && Character.isLowerCase(text.charAt(rest - 1)));
    }

    /** Whether the rest of the name makes it another thing: {@code password_file}. */
    private static boolean isAbout(String rest, RedactionWords words) {
        for (String part : parts(rest)) {
            boolean isPlural = part.length() > MIN_JOINED && part.endsWith("s");
            if (words.is(WordClass.ABOUT, part)
                    || isPlural && words.is(WordClass.ABOUT, part.substring(0, part.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isApart(String text, int start, int wordStart, Landmark word, RedactionWords words) {
        boolean isVague = word.classes().contains(WordClass.WEAK) || word.text().equals("token");
        if (!isVague || start == wordStart) {
            return false;
        }
        String[] parts = parts(text.substring(start, wordStart));
        return parts.length > 0 && words.is(WordClass.APART, parts[parts.length - 1]);
    }

    private static String[] parts(String name) {
        return name.isEmpty() ? new String[0] : name.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    }

    boolean is(WordClass kind) {
        return classes.contains(kind);
    }

    /** The word, in small letters. Example: {@code pass} */
    String name() {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    char before() {
        return start > 0 ? text.charAt(start - 1) : ' ';
    }

    /** In quotes, perhaps at the end of a path: {@code "/prod/db/password"}. */
    boolean isQuoted() {
        int at = start - 1;
        while (at > 0 && start - at < MAX_CHARS && before() == '/' && isPath(text.charAt(at))) {
            at--;
        }
        char quote = at >= 0 ? text.charAt(at) : ' ';
        return Gap.isQuote(quote);
    }

    private static boolean isPath(char letter) {
        return letter == '/' || isPart(letter);
    }

    /** {@code --password}, {@code -token}, {@code /password}. */
    boolean isFlag() {
        boolean hasSign = before() == '-' || before() == '/';
        return hasSign && (start < 2 || " \t\n\"'-,[(".indexOf(text.charAt(start - 2)) >= 0);
    }

    /** {@code ${PASSWORD}}. */
    boolean isVariable() {
        return before() == '{' && start > 1 && text.charAt(start - 2) == '$';
    }

    /** {@code <password>}, {@code <wsse:Password>}. */
    boolean isElement() {
        int at = start - 1;
        if (at >= 0 && text.charAt(at) == ':') {
            while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at--;
            }
            at--;
        }
        return at >= 0 && text.charAt(at) == '<';
    }

    /** Of a header that some service made up: {@code X-Functions-Key}. */
    boolean isHeaderKey() {
        String name = name();
        return name.endsWith("-key") && (name.startsWith("x-") || Character.isUpperCase(text.charAt(start)));
    }

    /** Within the query of a URL, or a form. */
    boolean isParameter() {
        return before() == '?' || before() == '&' || before() == ';' || before() == '#';
    }

    /** The word before the name, in small letters; empty at the beginning. */
    String wordBefore() {
        int end = start;
        while (end > 0 && !Character.isLetter(text.charAt(end - 1)) && start - end < 3) {
            end--;
        }
        int at = end;
        while (at > 0 && Character.isLetter(text.charAt(at - 1)) && end - at < MAX_CHARS) {
            at--;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }
}
