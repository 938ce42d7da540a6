package scenariorca.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of CSV one by one: values may stand in quotes, with doubled quotes, commas and line ends in them. */
final class CsvRows {
    /** What is beyond in one value is read over. */
    private static final int MAX_VALUE_CHARS = EventNaming.MAX_MESSAGE_CHARS + 1;

    private static final int MAX_COLUMNS = 1_000;

    private final BufferedReader input;
    private long line = 1;
    private long rowLine;

    CsvRows(InputStream input) {
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** Number of the line that the row began in, from 1. */
    long line() {
        return rowLine;
    }

    /** The next row; empty at the end. */
    List<String> next() throws IOException {
        var row = new ArrayList<String>();
        var value = new StringBuilder();
        boolean isQuoted = false;
        rowLine = line;
        for (int letter = input.read(); letter >= 0; letter = input.read()) {
            line += letter == '\n' ? 1 : 0;
            if (isQuoted && letter == '"' && !isDoubled()) {
                isQuoted = false;
            } else if (isQuoted) {
                add(value, letter);
            } else if (letter == '"' && value.isEmpty()) {
                isQuoted = true;
            } else if (letter == ',') {
                end(row, value);
            } else if (letter == '\n') {
                if (!row.isEmpty() || !value.isEmpty()) {
                    end(row, value);
                    return row;
                }
                rowLine = line;
            } else if (letter != '\r') {
                add(value, letter);
            }
        }
        if (!row.isEmpty() || !value.isEmpty()) {
            end(row, value);
        }
        return row;
    }

    /** Whether another quote follows, which is then read. */
    private boolean isDoubled() throws IOException {
        input.mark(1);
        if (input.read() == '"') {
            return true;
        }
        input.reset();
        return false;
    }

    private static void add(StringBuilder value, int letter) {
        if (value.length() < MAX_VALUE_CHARS) {
            value.append((char) letter);
        }
    }

    private static void end(List<String> row, StringBuilder value) {
        if (row.size() < MAX_COLUMNS) {
            row.add(value.toString());
        }
        value.setLength(0);
    }
}
