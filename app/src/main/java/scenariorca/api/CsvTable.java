package scenariorca.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;
import scenariorca.platform.JsonText;

/** Records as comma-separated values (RFC 4180), safe to open in a spreadsheet. */
public final class CsvTable {
    private static final String END_OF_LINE = "\r\n";
    /** A text cell that begins with one of these would be run as a formula; an apostrophe before it prevents that. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvTable() {}

    /** A header line with the names the same fields have in JSON, and a line per row. */
    public static String write(Class<?> rowType, List<?> rows) {
        RecordComponent[] columns = rowType.getRecordComponents();
        var text = new StringBuilder();
        text.append(Arrays.stream(columns)
                        .map(column -> snakeCase(column.getName()))
                        .collect(Collectors.joining(",")))
                .append(END_OF_LINE);
        for (Object row : rows) {
            text.append(Arrays.stream(columns)
                            .map(column -> cell(value(column, row)))
                            .collect(Collectors.joining(",")))
                    .append(END_OF_LINE);
        }
        return text.toString();
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(RecordComponent column, Object row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + column, e);
        }
    }

    /** Empty for null; numbers, times, ids and flags as in JSON; lists and objects as JSON text. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case String text -> quoted(harmless(text));
            case JsonText json -> quoted(harmless(json.text()));
            case Collection<?> list -> quoted(harmless(Json.write(list)));
            case Record object -> quoted(harmless(Json.write(object)));
            default -> quoted(value.toString());
        };
    }

    private static String harmless(String text) {
        String visible = isVisible(text) ? text : visible(text);
        return !visible.isEmpty() && FORMULA_STARTS.indexOf(visible.charAt(0)) >= 0 ? "'" + visible : visible;
    }

    private static boolean isVisible(String text) {
        return text.chars().noneMatch(CsvTable::isCommand);
    }

    /** What commands a terminal or turns the direction of text is written out: {@code \u001b}. */
    private static String visible(String text) {
        var written = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isCommand(letter)) {
                written.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                written.append(letter);
            }
        }
        return written.toString();
    }

    private static boolean isCommand(int letter) {
        boolean isControl = Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t';
        boolean isDirection = letter == 0x061c
                || letter == 0x200e
                || letter == 0x200f
                || letter >= 0x202a && letter <= 0x202e
                || letter >= 0x2066 && letter <= 0x2069;
        return isControl || isDirection;
    }

    private static String quoted(String text) {
        boolean isPlain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
