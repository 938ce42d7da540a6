package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them. */
final class Csv {
    private Csv() {}

    /** The rows of a text; quotes may hold commas, quotes and line ends. */
    static List<List<String>> parse(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isQuoted) {
                boolean isDoubled = letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (letter == '"' && !isDoubled) {
                    isQuoted = false;
                    continue;
                }
                field.append(letter);
                at += isDoubled ? 1 : 0;
                continue;
            }
            switch (letter) {
                case '"' -> isQuoted = true;
                case ',' -> take(row, field);
                case '\n' -> {
                    take(row, field);
                    rows.add(List.copyOf(row));
                    row.clear();
                }
                case '\r' -> {}
                default -> field.append(letter);
            }
        }
        if (!row.isEmpty() || !field.isEmpty()) {
            take(row, field);
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private static void take(List<String> row, StringBuilder field) {
        row.add(field.toString());
        field.setLength(0);
    }

    static String quoted(String field) {
        return "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
