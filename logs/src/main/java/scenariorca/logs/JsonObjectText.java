package scenariorca.logs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an object of texts as JSON: one of each log line, so without a library's detour. */
final class JsonObjectText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    JsonObjectText fields(Map<String, String> fields) {
        fields.forEach(this::field);
        return this;
    }

    /** Adds a field; nothing without a value. Of two with one name the database keeps the last. */
    JsonObjectText field(String name, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? '{' : ',');
            quoted(name);
            text.append(':');
            quoted(value);
        }
        return this;
    }

    /** Null when it has no field. */
    @Nullable
    String written() {
        return text.isEmpty() ? null : text.append('}').toString();
    }

    private void quoted(String value) {
        text.append('"');
        int from = 0;
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter >= ' ' && letter != '"' && letter != '\\') {
                continue;
            }
            text.append(value, from, at);
            from = at + 1;
            if (letter == '\0') {
                text.append('\ufffd'); // JSON in the database holds no NUL
            } else if (letter < ' ') {
                text.append("\\u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
            } else {
                text.append('\\').append(letter);
            }
        }
        text.append(value, from, value.length()).append('"');
    }
}
