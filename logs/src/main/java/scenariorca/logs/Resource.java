package scenariorca.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files that come with this package. */
final class Resource {
    private Resource() {}

    /** All lines of a file beside this class. */
    static List<String> lines(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream("/logs/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the resource /logs/" + name + " is missing: the program is not complete");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
