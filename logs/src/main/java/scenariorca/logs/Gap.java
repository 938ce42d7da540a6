package scenariorca.logs;

import org.jspecify.annotations.Nullable;

/**
 * What stands between a name and its value.
 *
 * @param form how the value is given
 * @param value where the value begins, its quote included
 */
record Gap(Form form, int value) {
    /** From the surest to the vaguest. */
    enum Form {
        /** {@code name=value}. */
        EQUALS,
        /** {@code name: value}. */
        COLON,
        /** {@code <name>value</name>}. */
        ELEMENT,
        /** {@code key="name" value="value"}. */
        ATTRIBUTE,
        /** {@code --name value}. */
        FLAG,
        /** {@code ("name", "value")}. */
        PAIR,
        /** {@code the name is value}. */
        PROSE,
        /** {@code name 'value'}. */
        QUOTED,
        /** {@code name value}. */
        BLANK
    }

    private static final int MAX_BLANKS = 3;
    private static final int MAX_TAG_CHARS = 200;
    private static final int MAX_WORDS = 3;
    private static final int MAX_WORD_CHARS = 40;
    private static final int MAX_CLOSING = 4;

    /** What stands behind a name; null when no value can follow. */
    static @Nullable Gap after(Key key, RedactionWords words) {
        String text = key.text();
        if (key.isElement()) {
            int close = text.indexOf('>', key.end());
            boolean hasContent = close >= 0 && close - key.end() <= MAX_TAG_CHARS && text.charAt(close - 1) != '/';
            return hasContent ? new Gap(Form.ELEMENT, blanks(text, close + 1)) : null;
        }
        int closed = closing(text, key.end());
        boolean isQuoted = key.isQuoted() && closed > key.end();
        int at = blanks(text, closed);
        Gap sign = sign(text, at);
        if (sign != null) {
            return isQuoted && sign.form() == Form.EQUALS && key.before() == '=' ? null : sign;
        }
        if (isQuoted) {
            return behindQuoted(text, closed, key, words);
        }
        if (at == closed) {
            // No blank stands between Chinese or Japanese words.
            return prose(text, at, key, words);
        }
        if (at < text.length() && at == closed + 1 && key.isFlag() && text.charAt(at) != '-') {
            return new Gap(Form.FLAG, at);
        }
        Gap prose = prose(text, at, key, words);
        if (prose != null || at >= text.length()) {
            return prose;
        }
        return new Gap(isQuote(text.charAt(at)) ? Form.QUOTED : Form.BLANK, at);
    }

    /** Behind the quotes and brackets that close around a name: {@code params["password"]}. */
    private static int closing(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_CLOSING && "\"'`])*_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_BLANKS && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** A sign that gives a value; not one that compares, and no two colons. */
    private static @Nullable Gap sign(String text, int at) {
        char sign = at < text.length() ? text.charAt(at) : ' ';
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (sign == '-' && next == '>') {
            return new Gap(Form.EQUALS, blanks(text, at + 2));
        }
        boolean isColon = sign == ':' || sign == '\uff1a';
        boolean isEquals = sign == '=' || sign == '\uff1d';
        if (!isColon && !isEquals || isColon && next == ':' || isEquals && (next == '=' || next == '~')) {
            return null;
        }
        boolean isDouble = isColon && next == '=' || isEquals && next == '>';
        int value = blanks(text, isDouble ? at + 2 : at + 1);
        return new Gap(isColon && !isDouble ? Form.COLON : Form.EQUALS, value);
    }

    /** A name given as text: its value stands in another attribute, in the element, or as the other one of a pair. */
    private static @Nullable Gap behindQuoted(String text, int closed, Key key, RedactionWords words) {
        int at = blanks(text, closed);
        char sign = at < text.length() ? text.charAt(at) : ' ';
        if (sign == '>') {
            return new Gap(Form.ELEMENT, blanks(text, at + 1));
        }
        boolean isComma = sign == ',';
        int next = isComma ? blanks(text, at + 1) : at;
        int word = next < text.length() && isQuote(text.charAt(next)) ? next + 1 : next;
        int end = word;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - word < MAX_WORD_CHARS) {
            end++;
        }
        if (words.is(WordClass.VALUE, text.substring(word, end))) {
            Gap value = sign(text, blanks(text, closing(text, end)));
            if (value != null) {
                return new Gap(Form.ATTRIBUTE, value.value());
            }
        }
        if (!isComma) {
            return null;
        }
        return new Gap(key.isFlag() ? Form.FLAG : Form.PAIR, next);
    }

    /** {@code is value}, {@code for user bob is value}, {@code for bob: value}. */
    private static @Nullable Gap prose(String text, int from, Key key, RedactionWords words) {
        int at = from;
        for (int count = 0; count <= MAX_WORDS; count++) {
            int end = wordEnd(text, at);
            String word = text.substring(at, end);
            if (words.is(WordClass.IS, word)) {
                int value = blanks(text, end);
                boolean hasColon = value < text.length() && text.charAt(value) == ':';
                return new Gap(Form.PROSE, hasColon ? blanks(text, value + 1) : value);
            }
            boolean goesOn = count == 0 ? words.is(WordClass.LINK, word) : end > at;
            if (!goesOn) {
                return null;
            }
            at = blanks(text, end);
            Gap sign = count == 0 ? null : sign(text, end);
            if (sign != null) {
                return sign.form() == Form.COLON && key.is(WordClass.SECRET) ? new Gap(Form.COLON, sign.value()) : null;
            }
        }
        return null;
    }

    private static int wordEnd(String text, int from) {
        if (from < text.length() && text.charAt(from) >= '\u2e80') {
            return from + 1;
        }
        int at = from;
        while (at < text.length() && at - from < MAX_WORD_CHARS && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || "_.@-".indexOf(letter) >= 0;
    }

    static boolean isQuote(char letter) {
        return letter == '"'
                || letter == '\''
                || letter == '`'
                || letter == '\u201c'
                || letter == '\u00ab'
                || letter == '\u300c';
    }
}
