package scenariorca.powerbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import scenariorca.platform.SqlFile;

/**
 * What the migrations say about tables, views and columns: the texts of their {@code comment on} statements, so that
 * no database is needed to describe the model.
 */
final class Comments {
    private static final String DIRECTORY = "migration/";
    private static final String ANY_MIGRATION = "/sql/" + DIRECTORY + "V1__dimensions.sql";
    private static final Pattern STATEMENT = Pattern.compile(
            "^comment on (?:table|view|column) ([a-z0-9_.]+) is\\s+'((?:[^']|'')*)';", Pattern.MULTILINE);
    private static final Pattern FILE = Pattern.compile("V(\\d+)__.*\\.sql|R__.*\\.sql");

    private final Map<String, String> texts;

    private Comments(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Of the migrations in this program, a later one overriding an earlier. */
    static Comments bundled() {
        var texts = new HashMap<String, String>();
        files().stream()
                .filter(file -> FILE.matcher(file).matches())
                .sorted(Comparator.comparingInt(Comments::order).thenComparing(Comparator.naturalOrder()))
                .forEachOrdered(file -> texts.putAll(parse(SqlFile.read(DIRECTORY + file))));
        return new Comments(texts);
    }

    static Map<String, String> parse(String sql) {
        var texts = new HashMap<String, String>();
        var matcher = STATEMENT.matcher(sql);
        while (matcher.find()) {
            texts.put(matcher.group(1), matcher.group(2).replace("''", "'"));
        }
        return texts;
    }

    /** Of a table's view. */
    String of(Table table) {
        return find(table.source(), table.source());
    }

    /** Of a column of the view; where the view says nothing, of the same column of the table it reads. */
    String of(Table table, Column column) {
        return Optional.ofNullable(texts.get(table.source() + "." + column.source()))
                .orElseGet(() -> find(table.base() + "." + column.source(), table.source() + "." + column.source()));
    }

    private String find(String name, String wanted) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("no migration has a \"comment on\" for " + wanted);
        }
        return text;
    }

    /** Numbered migrations in the order of their numbers, then the repeatable ones. */
    private static int order(String file) {
        var matcher = FILE.matcher(file);
        return matcher.matches() && matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }

    private static List<String> files() {
        URL url = Objects.requireNonNull(Comments.class.getResource(ANY_MIGRATION));
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                String prefix = "sql/" + DIRECTORY;
                return jar.getJarFile().stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> name.substring(prefix.length()))
                        .toList();
            }
            Path directory = Objects.requireNonNull(Path.of(url.toURI()).getParent());
            try (var files = Files.list(directory)) {
                return files.map(file -> String.valueOf(file.getFileName())).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
