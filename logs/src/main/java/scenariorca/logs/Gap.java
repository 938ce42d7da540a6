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

    private static final int MAX_BLANKS = 40;
    private static final int MAX_TAG_CHARS = 200;
    private static final int MAX_CLOSING = 4;
    private static final int MIN_DOTS = 3;
    private static final int MAX_ASIDE = 32;

    /** What stands behind a name; null when no value can follow. */
    static @Nullable Gap after(Key key, RedactionWords words) {
        String text = key.text();
        if (key.isElement()) {
            Gap attribute = Nesting.valueBeside(text, key.end(), words);
            if (attribute != null) {
                return attribute;
            }
            int close = text.indexOf('>', key.end());
            boolean hasContent = close >= 0 && close - key.end() <= MAX_TAG_CHARS && text.charAt(close - 1) != '/';
            return hasContent ? new Gap(Form.ELEMENT, Nesting.content(text, close + 1)) : null;
        }
        if (key.before() == '>' && text.startsWith("</", key.end())) {
            return Nesting.nextElement(text, key.end());
        }
        Gap held = Nesting.held(key, words);
        if (held != null) {
            return held;
        }
        int closed = closing(text, key.end());
        boolean isQuoted = (key.isQuoted() || key.isFlag()) && closed > key.end();
        int at = blanks(text, stop(key, closed));
        if (key.isVariable() && text.startsWith(":", at) && at + 1 < text.length()) {
            return variable(text, at);
        }
        if (key.before() == '|' && text.startsWith("|", at) && at + 1 < text.length()) {
            return new Gap(Form.PAIR, blanks(text, at + 1)); // a row of a table
        }
        Gap sign = sign(text, at);
        if (sign == null) {
            int aside = aside(text, at);
            sign = aside > at ? sign(text, aside) : null;
        }
        if (sign != null) {
            return isQuoted && sign.form() == Form.EQUALS && key.before() == '=' ? null : sign;
        }
        if (isQuoted) {
            return behindQuoted(text, closed, key, words);
        }
        if (at == closed) {
            return joined(text, at, key, words);
        }
        if (at < text.length() && at == closed + 1 && key.isFlag() && text.charAt(at) != '-') {
            return new Gap(Form.FLAG, at);
        }
        Gap prose = Prose.after(text, at, key, words);
        if (prose != null || at >= text.length()) {
            return prose;
        }
        if (text.charAt(at) == '(' && at + 1 < text.length()) {
            return new Gap(isQuote(text.charAt(at + 1)) ? Form.QUOTED : Form.BLANK, at + 1);
        }
        return new Gap(isQuote(text.charAt(at)) ? Form.QUOTED : Form.BLANK, at);
    }

    /** Without a blank: {@code password('x')}, {@code password.....'x'}, a value on the next line; or no blank is needed. */
    private static @Nullable Gap joined(String text, int at, Key key, RedactionWords words) {
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '(' && at + 1 < text.length() && isQuote(text.charAt(at + 1))) {
            return new Gap(Form.QUOTED, at + 1);
        }
        int dots = dots(text, at);
        if (dots > at) {
            return dots < text.length() && isQuote(text.charAt(dots)) ? new Gap(Form.QUOTED, dots) : null;
        }
        if (next == '\n') {
            return Nesting.nextLine(key, at, words);
        }
        // No blank stands between Chinese or Japanese words.
        return Prose.after(text, at, key, words);
    }

    /** Behind what a name and its sign may have between them: {@code (plain)}, {@code ......}, {@code . . . .} */
    private static int aside(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '(') {
            return dots(text, from);
        }
        int at = from + 1;
        while (at < text.length() && at - from < MAX_ASIDE && isAside(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ')' ? blanks(text, at + 1) : from;
    }

    private static boolean isAside(char letter) {
        return Character.isLetterOrDigit(letter) || letter == ' ' || letter == '-' || letter == '/';
    }

    /** Behind the dots that lead to a value, perhaps with blanks between; the same place when there are none. */
    private static int dots(String text, int from) {
        int at = from;
        int count = 0;
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ' ')) {
            count += text.charAt(at) == '.' ? 1 : 0;
            at++;
        }
        return count >= MIN_DOTS ? at : from;
    }

    /** {@code ${NAME:-value}} gives a value, {@code ${NAME:?message}} none. */
    private static @Nullable Gap variable(String text, int colon) {
        return switch (text.charAt(colon + 1)) {
            case '?', '+' -> null;
            case '-', '=' -> new Gap(Form.EQUALS, colon + 2);
            default -> new Gap(Form.EQUALS, colon + 1);
        };
    }

    /** Behind the full stop of a word cut short: {@code Tel.}, {@code geb.} */
    private static int stop(Key key, int closed) {
        String text = key.text();
        boolean isStop = closed + 1 < text.length() && text.charAt(closed) == '.';
        boolean isCut = isStop
                && (text.charAt(closed + 1) == ':'
                        || text.charAt(closed + 1) == ' ' && (key.is(WordClass.PHONE) || key.is(WordClass.BIRTH)));
        return isCut ? closed + 1 : closed;
    }

    /** Behind the quotes and brackets that close around a name: {@code params["password"]}. */
    static int closing(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < MAX_CLOSING
                && "\"'`])*_\u201d\u2019\u00bb\u300d".indexOf(text.charAt(at)) >= 0) {
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
    static @Nullable Gap sign(String text, int at) {
        char sign = at < text.length() ? text.charAt(at) : ' ';
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (sign == '|' && (next == ' ' || text.startsWith("| ", at + 1))) {
            return new Gap(Form.PAIR, blanks(text, next == ' ' ? at + 1 : at + 2));
        }
        if (sign == '.' && next == ' ' && isQuote(at + 2 < text.length() ? text.charAt(at + 2) : ' ')) {
            return new Gap(Form.EQUALS, at + 2); // a pair of Lisp
        }
        if (sign == '-' && next == '>') {
            return new Gap(Form.EQUALS, blanks(text, at + 2));
        }
        boolean isColon = sign == ':' || sign == '\uff1a';
        boolean isEquals = sign == '=' || sign == '\uff1d';
        if (isColon && next == ':' && text.startsWith(" ", at + 2)) {
            return new Gap(Form.COLON, blanks(text, at + 2)); // LDIF writes so what is base64
        }
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
            return new Gap(Form.ELEMENT, Nesting.content(text, at + 1));
        }
        Gap value = Nesting.behindName(text, at, words);
        if (value != null) {
            return value;
        }
        if (sign != ',') {
            return null;
        }
        return new Gap(key.isFlag() ? Form.FLAG : Form.PAIR, blanks(text, at + 1));
    }

    static boolean isQuote(char letter) {
        return letter == '"'
                || letter == '\''
                || letter == '`'
                || letter == '\u201c'
                || letter == '\u00ab'
                || letter == '\u00bb'
                || letter == '\u300c';
    }
}
