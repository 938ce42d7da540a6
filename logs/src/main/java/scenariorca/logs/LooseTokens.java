package scenariorca.logs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tokens of vendors that no table knows: long runs of letters of both cases and digits in turns, behind a beginning as in
 * {@code acme_live_}, or close to a word that names a secret.
 */
final class LooseTokens implements RedactionRule {
    /** Shorter ones behind a beginning are numbers of requests, messages and events. */
    private static final int MIN_BEGUN = 30;

    private static final int MIN_HEX = 32;
    private static final int MAX_CHARS = 4_000;
    private static final int BEFORE_CHARS = 40;
    private static final int BEHIND_CHARS = 24;
    private static final double CHANGE_SHARE = 0.25;
    private static final double MIN_CHANGE_SHARE = 0.2;
    private static final int MIN_DIGITS = 2;

    private static final Pattern BEGUN =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9]{0,15}[_.-])?(?:[A-Za-z][A-Za-z0-9]{0,15}|\\d{1,2})[_.-]");
    /** What says how a digest was made. */
    private static final Pattern DIGEST =
            Pattern.compile("(?i)(?:sha|md|crc|blake|xxh|etag|integrity)[a-z0-9]{0,8}[:_-]?");

    private final RedactionWords words;

    LooseTokens(RedactionWords words) {
        this.words = words;
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        for (int run = 0; run < hits.runs(); run++) {
            int start = hits.runStart(run);
            int end = hits.runEnd(run);
            if (isHex(text, start, end)) {
                told(text, hits, start, end, found);
            } else if (end - start <= MAX_CHARS && isScrambled(text, start, end)) {
                int from = from(text, start);
                boolean isMeant = isBegun(text, from, start, end)
                        || !isDigest(text, from) && !hasOwnName(text, from) && isNamed(text, hits, from, end);
                if (isMeant) {
                    found.add(new Span(from, from, to(text, end), VendorTokens.KIND));
                }
            }
        }
    }

    /** What looks like a digest is one unless it is told at once what else: {@code 4a65… is not a valid api key}. */
    private void told(String text, Hits hits, int start, int end, List<Span> found) {
        int from = from(text, start);
        if (isDigest(text, from) || hasOwnName(text, from)) {
            return;
        }
        for (int number = 0; number < hits.count(); number++) {
            int word = hits.start(number);
            boolean isBehind = word > end
                    && word - end <= BEHIND_CHARS
                    && hits.word(number).classes().contains(WordClass.SECRET)
                    && hits.word(number).text().indexOf(' ') > 0;
            if (isBehind && isTelling(text.substring(end, word))) {
                found.add(new Span(from, from, end, VendorTokens.KIND));
                return;
            }
        }
    }

    /** Whether only words stand between that say something of a secret: {@code is not a valid}. */
    private boolean isTelling(String between) {
        for (String word : between.strip().split(" ", -1)) {
            if (!word.isEmpty() && !words.is(WordClass.STATE, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return end - start >= MIN_HEX;
    }

    /** Letters of both cases and digits that follow one another as in no name. */
    private static boolean isScrambled(String text, int start, int end) {
        int small = 0;
        int capital = 0;
        int digits = 0;
        int vowels = 0;
        int changes = 0;
        int before = 0;
        for (int at = start; at < end; at++) {
            char letter = text.charAt(at);
            int kind = letter <= '9' ? 3 : letter <= 'Z' ? 2 : 1;
            small += kind == 1 ? 1 : 0;
            capital += kind == 2 ? 1 : 0;
            digits += kind == 3 ? 1 : 0;
            vowels += "aeiouAEIOU".indexOf(letter) >= 0 ? 1 : 0;
            // A capital letter before a small one begins a word of a name.
            changes += before != kind && before > 0 && !(before == 2 && kind == 1) ? 1 : 0;
            before = kind;
        }
        double share = (double) changes / (end - start);
        boolean isSpoken = vowels * 4 > small + capital;
        return small > 0
                && capital > 1
                && (digits >= MIN_DIGITS && share >= CHANGE_SHARE
                        || digits > 0 && share >= MIN_CHANGE_SHARE && !isSpoken);
    }

    /** Where the token begins of which a run is part. */
    private static int from(String text, int start) {
        int at = start;
        while (at > 0 && start - at < MAX_CHARS && isToken(text.charAt(at - 1))) {
            at--;
        }
        while (at < start && "-.+~".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int to(String text, int end) {
        int at = end;
        while (at < text.length() && at - end < MAX_CHARS && (isToken(text.charAt(at)) || text.charAt(at) == '/')) {
            at++;
        }
        while (at < text.length() && at - end < MAX_CHARS && text.charAt(at) == '=') {
            at++;
        }
        while (at > end && ".-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static boolean isToken(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter) || "_-+~.".indexOf(letter) >= 0;
    }

    private static boolean isBegun(String text, int from, int start, int end) {
        return end - start >= MIN_BEGUN
                && BEGUN.matcher(text).region(from, start).lookingAt()
                && !DIGEST.matcher(text).region(from, start).lookingAt();
    }

    private static boolean isDigest(String text, int from) {
        int at = from;
        while (at > 0
                && from - at < BEFORE_CHARS
                && text.charAt(at - 1) > ' '
                && "\"'(=".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return DIGEST.matcher(text).region(at, text.length()).lookingAt();
    }

    /** Whether it was given to a name, which then says what it is. */
    private boolean hasOwnName(String text, int from) {
        int at = from;
        while (at > 0 && " \"'\\".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        if (at < 2 || "=:".indexOf(text.charAt(at - 1)) < 0) {
            return at > 0 && "?&%@".indexOf(text.charAt(at - 1)) >= 0;
        }
        int end = at - 1;
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start < end && !words.is(WordClass.VALUE, text.substring(start, end));
    }

    /** Whether a word that names a secret stands shortly before or behind, and none between that makes it another thing. */
    private boolean isNamed(String text, Hits hits, int from, int end) {
        for (int number = 0; number < hits.count(); number++) {
            Landmark word = hits.word(number);
            int start = hits.start(number);
            boolean isClose = start < from ? from - start <= BEFORE_CHARS : start >= end && start - end <= BEHIND_CHARS;
            boolean isName = isClose
                    && (word.classes().contains(WordClass.SECRET)
                            || word.classes().contains(WordClass.WEAK));
            Key key = isName ? Key.around(text, start, word, words) : null;
            boolean isApart = key != null && key.before() == ' ' && words.is(WordClass.APART, key.wordBefore());
            if (key != null && !isApart) {
                int left = start < from ? Math.min(key.end(), from) : end;
                int right = start < from ? from : Math.max(key.start(), end);
                if (isOneThing(text.substring(left, right))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOneThing(String between) {
        if (between.indexOf('\n') >= 0 || between.indexOf(". ") >= 0 || between.indexOf(';') >= 0) {
            return false;
        }
        for (String word : between.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (!word.isEmpty() && words.is(WordClass.ABOUT, word) && !words.is(WordClass.VALUE, word)) {
                return false;
            }
        }
        return true;
    }
}
