package scenariorca.simulator.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of a JSON value: as typed, and canonical. */
public final class InputText {
    private InputText() {}

    /** Numbers as exact decimals, lists and objects all the way down. */
    static @Nullable Object exact(@Nullable Object value) {
        return switch (value) {
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> BigDecimal.valueOf(number);
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(exact(item)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), exact(item)));
                yield Collections.unmodifiableMap(copy);
            }
            case null, default -> value;
        };
    }

    /** A value as JSON, keys in the order they are held. */
    public static String json(@Nullable Object value) {
        var out = new StringBuilder(160);
        write(value, out, false);
        return out.toString();
    }

    static String canonical(@Nullable Object value) {
        var out = new StringBuilder(160);
        write(value, out, true);
        return out.toString();
    }

    static String hash(@Nullable Object value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(canonical(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static void write(@Nullable Object value, StringBuilder out, boolean isCanonical) {
        switch (value) {
            case null -> out.append("null");
            case BigDecimal number -> out.append((isCanonical ? number.stripTrailingZeros() : number).toPlainString());
            case Boolean truth -> out.append(truth.booleanValue());
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    out.append(separator);
                    write(item, out, isCanonical);
                    separator = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> writeObject(isCanonical ? new TreeMap<>(map) : map, out, isCanonical);
            default -> quote(String.valueOf(value), out);
        }
    }

    private static void writeObject(Map<?, ?> map, StringBuilder out, boolean isCanonical) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            quote(String.valueOf(entry.getKey()), out);
            out.append(':');
            write(entry.getValue(), out, isCanonical);
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    /** Appends a text as a JSON string. */
    public static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < 0x20) {
                        out.append("\\u00").append(HexFormat.of().toHexDigits((byte) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }
}
