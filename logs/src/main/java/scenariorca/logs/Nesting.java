package scenariorca.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a value stands when a name is itself a value: in the next element, attribute or line. */
final class Nesting {
    private static final int MAX_TAG_CHARS = 200;
    private static final Pattern TAG = Pattern.compile("\\s{0,40}<[A-Za-z][^<>/]{0,200}>");
    private static final Pattern NEXT_TAG = Pattern.compile("</[^<>]{1,100}>\\s{0,40}<[A-Za-z][^<>/]{0,200}>");
    private static final int MAX_ATTRIBUTES = 4;
    /** The name of an attribute behind another one: {@code , "type": }. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("[ \\t]{0,3}(?:[,{]\\s{0,60}|\\n[ \\t]{1,60})?[\"']?(?<word>[A-Za-z_]{1,40})[\"']?"
                    + "[)\\]]{0,2}[ \\t]{0,3}(?:[:=]>?|->)[ \\t]{0,3}");

    private static final Pattern OTHER =
            Pattern.compile("(?:\"[^\"\\n]{0,80}\"|'[^'\\n]{0,80}'|[\\w.-]{1,40})(?=[ \\t\\n,])");
    private static final Pattern SERIALIZED = Pattern.compile(";s:\\d{1,6}:(?=\")");
    /** The head of a part of a form ends with an empty line. */
    private static final Pattern PART = Pattern.compile("(?:\\n[\\w-]{1,40}:[^\\n]{0,200}){0,4}\\n\\n");
    /** The value's name on the next line, as YAML writes it. */
    private static final Pattern NEXT_LINE =
            Pattern.compile("\\n[ \\t]{0,60}[\"']?(?<word>[A-Za-z]{1,40})[\"']?: {1,3}");

    private Nesting() {}

    /** Where the content of an element begins, or of the one element in it: {@code <value>}. */
    static int content(String text, int from) {
        Matcher tag = TAG.matcher(text).region(from, Math.min(text.length(), from + MAX_TAG_CHARS * 2));
        return tag.lookingAt() ? Gap.blanks(text, tag.end()) : Gap.blanks(text, from);
    }

    /** The element after the one that ends here: {@code <key>name</key><string>value</string>}; null when none follows. */
    static @Nullable Gap nextElement(String text, int from) {
        Matcher tag = NEXT_TAG.matcher(text).region(from, Math.min(text.length(), from + MAX_TAG_CHARS * 2));
        return tag.lookingAt() ? new Gap(Gap.Form.ELEMENT, Gap.blanks(text, tag.end())) : null;
    }

    /** Behind a name in quotes: as another attribute, as PHP serializes, or as the part of a form. */
    static @Nullable Gap behindName(String text, int from, RedactionWords words) {
        Matcher serialized = SERIALIZED.matcher(text).region(from, text.length());
        if (serialized.lookingAt()) {
            return new Gap(Gap.Form.EQUALS, serialized.end());
        }
        Matcher part = PART.matcher(text).region(from, text.length());
        return part.lookingAt() ? new Gap(Gap.Form.ATTRIBUTE, part.end()) : valueBeside(text, from, words);
    }

    /** {@code "name": "password", "value": "x"}: the attribute of the value, behind that of its name. */
    static @Nullable Gap valueBeside(String text, int from, RedactionWords words) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        Matcher other = OTHER.matcher(text);
        int at = from;
        for (int count = 0; count < MAX_ATTRIBUTES; count++) {
            if (!attribute.region(at, text.length()).lookingAt()) {
                return null;
            }
            if (words.is(WordClass.VALUE, attribute.group("word"))) {
                return new Gap(Gap.Form.ATTRIBUTE, attribute.end());
            }
            if (!other.region(attribute.end(), text.length()).lookingAt()) {
                return null;
            }
            at = other.end();
        }
        return null;
    }

    /** What an object named so holds, {@code Secret { inner: "x" }}, {@code Secret("x")}, or a keyword, {@code :secret "x"}. */
    static @Nullable Gap held(Key key, RedactionWords words) {
        String text = key.text();
        int at = Gap.blanks(text, key.end());
        if (at + 1 >= text.length() || key.name().endsWith("token")) {
            return null;
        }
        boolean isKeyword =
                key.before() == ':' && (key.start() < 2 || " {(,".indexOf(text.charAt(key.start() - 2)) >= 0);
        if (isKeyword && at > key.end() && text.charAt(at) == '"') {
            return new Gap(Gap.Form.ATTRIBUTE, at);
        }
        boolean isClass = Character.isUpperCase(text.charAt(key.start()));
        boolean isOpen = text.charAt(at) == '{' || text.charAt(at) == '(' && at == key.end();
        if (!isClass || !isOpen) {
            return null;
        }
        if (text.charAt(at) == '(' && Gap.isQuote(text.charAt(at + 1))) {
            return new Gap(Gap.Form.ATTRIBUTE, at + 1);
        }
        return valueBeside(text, Gap.blanks(text, at + 1), words);
    }

    /** {@code - name: PASSWORD}, and on the next line {@code value: x}. */
    static @Nullable Gap nextLine(Key key, int lineEnd, RedactionWords words) {
        String text = key.text();
        boolean isNamed = key.before() == ' ' && key.start() > 1 && text.charAt(key.start() - 2) == ':';
        Matcher next = NEXT_LINE.matcher(text).region(lineEnd, text.length());
        boolean isValue = isNamed && next.lookingAt() && words.is(WordClass.VALUE, next.group("word"));
        return isValue ? new Gap(Gap.Form.ATTRIBUTE, next.end()) : null;
    }
}
