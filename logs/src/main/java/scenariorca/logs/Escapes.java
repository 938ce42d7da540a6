package scenariorca.logs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one layer of escapes off a text: of JSON and programs (backslashes), of HTML and XML (entities), of URLs (percents). */
final class Escapes {
    private static final int MAX_ENTITY_CHARS = 10;
    private static final int MAX_BYTES = 4;

    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("nbsp", ' '),
            Map.entry("equals", '='),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("commat", '@'),
            Map.entry("period", '.'),
            Map.entry("comma", ','),
            Map.entry("lowbar", '_'),
            Map.entry("hyphen", '-'),
            Map.entry("sol", '/'),
            Map.entry("bsol", '\\'),
            Map.entry("num", '#'),
            Map.entry("dollar", '$'),
            Map.entry("excl", '!'),
            Map.entry("plus", '+'),
            Map.entry("NewLine", '\n'),
            Map.entry("Tab", '\t'));

    private final String text;
    private final TextView.Writer out;
    private boolean isChanged;

    private Escapes(TextView view) {
        this.text = view.text();
        this.out = new TextView.Writer(view);
    }

    /** The view with one layer less; null when there is none to take off. */
    static @Nullable TextView off(TextView view) {
        String text = view.text();
        if (text.indexOf('\\') < 0 && text.indexOf('%') < 0 && text.indexOf('&') < 0 && !Foldings.isIn(text)) {
            return null;
        }
        var escapes = new Escapes(view);
        int at = 0;
        while (at < text.length()) {
            at = escapes.next(at);
        }
        return escapes.isChanged ? escapes.out.view() : null;
    }

    /** Reads what stands here. @return behind it */
    private int next(int at) {
        char letter = text.charAt(at);
        int end = switch (letter) {
            case '\\' -> backslash(at);
            case '%' -> percent(at);
            case '&' -> entity(at);
            default -> letter < Foldings.FIRST ? at : write(Foldings.of(text, at), at, at + 1);
        };
        if (end > at) {
            isChanged = true;
            return end;
        }
        out.add(letter, at, at + 1);
        return at + 1;
    }

    private int backslash(int at) {
        char letter = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (letter) {
            case '"', '\'', '\\', '/' -> write(letter, at, at + 2);
            case 'n', 'r' -> write('\n', at, at + 2);
            case 't', 'f', 'b' -> write(' ', at, at + 2);
            case 'u' -> write(hex(at + 2, 4), at, at + 6);
            case 'x' -> write(hex(at + 2, 2), at, at + 4);
            default -> at;
        };
    }

    /** Bytes of UTF-8; alone, each that is ASCII. */
    private int percent(int at) {
        int first = hex(at + 1, 2);
        if (first < ' ' && first != '\n' && first != '\r' && first != '\t') {
            return at;
        }
        if (first < 0x80) {
            return write(first, at, at + 3);
        }
        int length = first >= 0xf0 ? MAX_BYTES : first >= 0xe0 ? 3 : 2;
        byte[] bytes = new byte[length];
        for (int one = 0; one < length; one++) {
            int here = at + one * 3;
            int value = here < text.length() && text.charAt(here) == '%' ? hex(here + 1, 2) : -1;
            if (value < 0) {
                return at;
            }
            bytes[one] = (byte) value;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            decoded.chars().forEach(letter -> out.add((char) letter, at, at + length * 3));
            return at + length * 3;
        } catch (CharacterCodingException e) {
            return at; // of another encoding: it stays as it is written
        }
    }

    private int entity(int at) {
        int end = text.indexOf(';', at + 1);
        if (end < 0 || end - at > MAX_ENTITY_CHARS || end == at + 1) {
            return at;
        }
        String name = text.substring(at + 1, end);
        if (name.charAt(0) != '#') {
            Character letter = ENTITIES.get(name);
            return letter == null ? at : write(letter, at, end + 1);
        }
        boolean isHex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int value = Integer.parseInt(name, isHex ? 2 : 1, name.length(), isHex ? 16 : 10);
            return value >= ' ' && value < 0x10000 ? write(value, at, end + 1) : at;
        } catch (NumberFormatException e) {
            return at;
        }
    }

    private int write(int letter, int at, int end) {
        if (letter < 0) {
            return at;
        }
        out.add((char) letter, at, end);
        return end;
    }

    /** The value of hexadecimal digits; -1 when they are none. */
    private int hex(int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
