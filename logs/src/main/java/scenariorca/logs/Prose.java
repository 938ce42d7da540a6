package scenariorca.logs;

import org.jspecify.annotations.Nullable;

/** A name and its value with words of a language between: {@code the password for bob is x}. */
final class Prose {
    private static final int MAX_WORDS = 5;
    /** Words between a name and a colon that nothing says what they are. */
    private static final int MAX_UNKNOWN = 2;

    private static final int MAX_WORD_CHARS = 40;

    private Prose() {}

    /** What stands between; null when what follows gives no value. */
    static @Nullable Gap after(String text, int from, Key key, RedactionWords words) {
        int at = from;
        boolean isLinked = false;
        boolean isSet = false;
        for (int count = 0; count <= MAX_WORDS; count++) {
            int end = wordEnd(text, at);
            String word = text.substring(at, end);
            if (words.is(WordClass.IS, word)) {
                return is(text, end, words);
            }
            if (isSet && words.is(WordClass.FROM, word)) {
                return from(text, Gap.blanks(text, end), words);
            }
            if (isSet && words.is(WordClass.TO, word)) {
                return new Gap(Gap.Form.PAIR, Gap.blanks(text, end));
            }
            isLinked |= count == 0 && words.is(WordClass.LINK, word);
            isSet = words.is(WordClass.SET, word);
            boolean isGoingOn = isLinked || isSet || count < MAX_UNKNOWN && isUnknown(word, at, key, words);
            if (end == at || !isGoingOn) {
                return end > at && words.is(WordClass.STATE, word) ? told(text, end, key) : null;
            }
            at = Gap.blanks(text, end);
            Gap sign = isLinked && count == 0 ? null : Gap.sign(text, at);
            boolean isClose = sign != null
                    && sign.form() == Gap.Form.COLON
                    && sign.value() == Gap.blanks(text, at) + 1
                    && text.charAt(sign.value() - 1) == ':';
            if (isClose) {
                return null; // no blank behind the colon: part of a time or a host
            }
            if (sign != null) {
                return given(sign, key, isLinked);
            }
        }
        return null;
    }

    /** {@code changed from x to y}: the first value, or the second when the first was taken out. */
    private static Gap from(String text, int at, RedactionWords words) {
        int end = text.startsWith("[", at) ? text.indexOf("] ", at) : -1;
        int to = end < 0 ? at : wordEnd(text, end + 2);
        boolean isSecond = to > at && words.is(WordClass.TO, text.substring(end + 2, to));
        return new Gap(Gap.Form.PAIR, isSecond ? Gap.blanks(text, to) : at);
    }

    private static boolean isMade(Key key) {
        return key.is(WordClass.SECRET)
                && (key.name().endsWith("key") || key.name().endsWith("token"));
    }

    /** {@code api key provided: x}: only what a machine made is one, for it may be a reason as well. */
    private static @Nullable Gap told(String text, int end, Key key) {
        if (!isMade(key)) {
            return chosen(text, end);
        }
        Gap sign = Gap.sign(text, end);
        if (sign == null || sign.form() != Gap.Form.COLON || sign.value() == end + 1) {
            return null;
        }
        return new Gap(Gap.Form.BLANK, sign.value());
    }

    /** {@code wrong password (x)}, {@code password incorrect : x}: only what nobody but who chooses a password writes. */
    private static @Nullable Gap chosen(String text, int end) {
        int at = Gap.blanks(text, end);
        Gap sign = Gap.sign(text, at);
        boolean isAside = at < text.length() && text.charAt(at) == '(';
        int start = isAside ? at + 1 : sign == null ? text.length() : sign.value();
        var value = new Value(text, start, Value.end(text, start), false).withoutStop();
        return SecretLooks.isStrong(value.word()) ? new Gap(Gap.Form.BLANK, start) : null;
    }

    private static @Nullable Gap given(Gap sign, Key key, boolean isLinked) {
        if (isLinked && sign.form() == Gap.Form.COLON && key.is(WordClass.SECRET) && !key.is(WordClass.WEAK)) {
            return sign;
        }
        boolean isPair = sign.form() == Gap.Form.COLON && (!isLinked || key.is(WordClass.WEAK));
        return isPair ? new Gap(Gap.Form.PAIR, sign.value()) : null;
    }

    private static Gap is(String text, int end, RedactionWords words) {
        int at = Gap.blanks(text, end);
        if (at < text.length() && text.charAt(at) == ':') {
            return new Gap(Gap.Form.PROSE, Gap.blanks(text, at + 1));
        }
        int article = wordEnd(text, at);
        boolean isArticle = article > at && words.is(WordClass.ARTICLE, text.substring(at, article));
        return isArticle ? new Gap(Gap.Form.BLANK, Gap.blanks(text, article)) : new Gap(Gap.Form.PROSE, at);
    }

    /** A word before a colon that may say whose the value is, and neither what is wrong with it nor what else it is. */
    private static boolean isUnknown(String word, int at, Key key, RedactionWords words) {
        return key.text().charAt(at - 1) <= ' '
                && key.is(WordClass.SECRET)
                && !key.name().endsWith("token")
                && !words.is(WordClass.ABOUT, word)
                && !words.is(WordClass.STATE, word);
    }

    private static int wordEnd(String text, int from) {
        if (from < text.length() && text.charAt(from) >= '\u2e80') {
            return from + 1;
        }
        int at = from;
        while (at < text.length() && at - from < MAX_WORD_CHARS && isWord(text, from, at)) {
            at++;
        }
        return at;
    }

    private static boolean isWord(String text, int from, int at) {
        char letter = text.charAt(at);
        boolean isApostrophe = (letter == '\'' || letter == '\u2019')
                && at > from
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
        return Character.isLetterOrDigit(letter) || "_.@-".indexOf(letter) >= 0 || isApostrophe;
    }
}
