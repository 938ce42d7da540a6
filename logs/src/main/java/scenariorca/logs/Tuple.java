package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;

/** Values in brackets, with commas between, as statements and programs write them. */
final class Tuple {
    private static final int MAX_VALUES = 300;
    private static final int MAX_CHARS = 65_536;

    private Tuple() {}

    /** The values of the bracket that opens here. */
    static List<Value> at(String text, int open) {
        var values = new ArrayList<Value>();
        int at = open + 1;
        while (values.size() < MAX_VALUES) {
            int start = at;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            int end = valueEnd(text, start);
            values.add(value(text, start, end));
            if (end >= text.length() || text.charAt(end) != ',') {
                return values;
            }
            at = end + 1;
        }
        return values;
    }

    private static Value value(String text, int start, int end) {
        int last = end;
        while (last > start && text.charAt(last - 1) <= ' ') {
            last--;
        }
        int open = start;
        while (open < last && open - start < 2 && "bBuUrRnNeE".indexOf(text.charAt(open)) >= 0) {
            open++;
        }
        boolean isQuoted = open < last && Gap.isQuote(text.charAt(open));
        boolean isClosed = isQuoted && last - open > 1 && text.charAt(last - 1) == text.charAt(open);
        return isQuoted
                ? new Value(text, open + 1, isClosed ? last - 1 : last, true)
                : new Value(text, start, last, false);
    }

    /** Where a value ends: at a comma or at the bracket that closes. */
    private static int valueEnd(String text, int start) {
        int depth = 0;
        char quote = 0;
        int at = start;
        for (; at < text.length() && at - start < MAX_CHARS; at++) {
            char letter = text.charAt(at);
            if (quote != 0) {
                if (letter == '\\') {
                    at++;
                } else if (letter == quote) {
                    quote = 0;
                }
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '(' || letter == '[' || letter == '{') {
                depth++;
            } else if ((letter == ')' || letter == ']' || letter == '}') && depth-- == 0
                    || letter == ',' && depth == 0) {
                return at;
            }
        }
        return Math.min(at, text.length());
    }

    /** Behind the bracket that closes the one opened here. */
    static int end(String text, int open) {
        int at = open + 1;
        while (at < text.length()) {
            int end = valueEnd(text, at);
            if (end >= text.length()) {
                return text.length();
            }
            if (text.charAt(end) != ',') {
                return end + 1;
            }
            at = end + 1;
        }
        return text.length();
    }

    /** Where the next bracket may open: behind a comma and blanks. */
    static int next(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }
}
