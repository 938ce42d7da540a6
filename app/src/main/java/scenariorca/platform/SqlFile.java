package scenariorca.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /**
     * The files and folders in a folder, without its path, in the order of their names. Example: {@code list("load/steps")}.
     *
     * @throws IllegalArgumentException when there is no such folder: a mistake of ours, never of a user
     */
    public static List<String> list(String folder) {
        URL url = SqlFile.class.getResource("/sql/" + folder);
        if (url == null) {
            throw new IllegalArgumentException("no folder of SQL files " + folder);
        }
        try {
            return url.openConnection() instanceof JarURLConnection packed ? packed(packed) : unpacked(url.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> packed(JarURLConnection folder) throws IOException {
        String prefix = folder.getEntryName() + (folder.getEntryName().endsWith("/") ? "" : "/");
        return folder.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(name -> name.substring(prefix.length()).replaceFirst("/.*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> unpacked(URI folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
