package scenariorca.errors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a data file that comes with the program: columns separated by tabs, comments and the header left out. */
public final class DataLines {
    private DataLines() {}

    /**
     * @param resource its path. Example: {@code /errors/traces.tsv}
     * @param columns how many each row has; of a row with more, the last keeps its tabs
     * @throws IllegalStateException when it is not there or a row has fewer columns; the message says which
     */
    public static List<String[]> read(String resource, int columns) {
        InputStream stream = DataLines.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("not in the program: " + resource);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> row(resource, line, columns))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] row(String resource, String line, int columns) {
        String[] row = line.split("\t", columns);
        if (row.length < columns) {
            throw new IllegalStateException(resource + ": expected " + columns + " columns, found \"" + line + '"');
        }
        return row;
    }
}
