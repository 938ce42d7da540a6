package scenariorca.logs;

import java.util.Optional;

/** Reads {@code key=value key="a value"}. */
final class Logfmt {
    /** Fewer pairs than these are prose that holds an equals sign. */
    private static final int MIN_PAIRS = 2;

    private static final int MAX_KEY = 60;

    private Logfmt() {}

    /** The fields, when the whole line is pairs and says a level or a message; empty otherwise. */
    static Optional<Fields> read(String line) {
        var fields = new Fields();
        int pairs = 0;
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            int equals = keyEnd(line, at);
            if (equals < 0) {
                return Optional.empty();
            }
            int end = valueEnd(line, equals + 1);
            fields.add(line.substring(at, equals), value(line.substring(equals + 1, end)));
            pairs++;
            at = end;
        }
        boolean isSaid = fields.has(FieldRole.LEVEL)
                || fields.has(FieldRole.MESSAGE)
                || fields.request().isPresent();
        boolean isLine = pairs >= MIN_PAIRS && isSaid;
        return isLine ? Optional.of(fields) : Optional.empty();
    }

    /** The fields of a line that ends in pairs, after some words; empty when it does not. */
    static Optional<Fields> after(String line) {
        int equals = line.indexOf('=');
        int at = equals < 0 ? -1 : line.lastIndexOf(' ', equals) + 1;
        if (at < 0) {
            return Optional.empty();
        }
        var fields = new Fields();
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            int end = keyEnd(line, at);
            if (end < 0) {
                return Optional.empty();
            }
            int close = valueEnd(line, end + 1);
            fields.add(line.substring(at, end), value(line.substring(end + 1, close)));
            at = close;
        }
        return Optional.of(fields);
    }

    private static int keyEnd(String line, int start) {
        for (int at = start; at < line.length() && at - start <= MAX_KEY; at++) {
            char letter = line.charAt(at);
            if (letter == '=') {
                return at > start ? at : -1;
            }
            boolean isKey = Character.isLetterOrDigit(letter)
                    || letter == '_'
                    || letter == '.'
                    || letter == '-'
                    || letter == '@'
                    || letter == '/';
            if (!isKey) {
                return -1;
            }
        }
        return -1;
    }

    private static int valueEnd(String line, int start) {
        char quote = start < line.length() ? line.charAt(start) : ' ';
        boolean isQuoted = quote == '"' || quote == '\'' && (line.indexOf("' ", start) > 0 || line.endsWith("'"));
        for (int at = isQuoted ? start + 1 : start; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (isQuoted && letter == '\\') {
                at++;
            } else if (isQuoted && letter == quote) {
                return at + 1;
            } else if (!isQuoted && letter == ' ') {
                return at;
            }
        }
        return line.length();
    }

    private static String value(String written) {
        char quote = written.isEmpty() ? ' ' : written.charAt(0);
        boolean isQuoted = written.length() >= 2
                && (quote == '"' || quote == '\'')
                && written.charAt(written.length() - 1) == quote;
        if (!isQuoted) {
            return written;
        }
        return written.substring(1, written.length() - 1)
                .replace("\\\"", "\"")
                .replace("\\n", "\n")
                .replace("\\\\", "\\");
    }
}
