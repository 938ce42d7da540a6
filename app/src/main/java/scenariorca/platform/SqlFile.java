package scenariorca.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The SQL of the product, one statement or script per file under {@code src/main/sql}. */
public final class SqlFile {
    private static final Map<String, String> CACHE = new ConcurrentHashMap<>();

    private SqlFile() {}

    /**
     * The text of a file. Example: {@code SqlFile.read("report/run.sql")}.
     *
     * @throws IllegalArgumentException when there is no such file: a mistake of ours, never of a user
     */
    public static String read(String name) {
        return CACHE.computeIfAbsent(name, SqlFile::load);
    }

    private static String load(String name) {
        try (InputStream in = SqlFile.class.getResourceAsStream("/sql/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no SQL file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
