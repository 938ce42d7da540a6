package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scenariorca.TestDatabase;

/** Runs the cases of {@code src/test/sql/load}: given rows, steps, expected rows. */
final class StepCaseTest {
    private static final Path CASES = Path.of("app/src/test/sql/load");
    private static final String SESSION =
            "set time zone 'UTC'; set search_path = rpt, rpt_stg, public; set session_replication_role = replica";

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated("cases");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> files = files();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> run(file)));
    }

    @Test
    void every_step_that_writes_a_table_is_run_by_a_case_that_looks_at_the_table() throws IOException {
        var looked = new TreeSet<String>();
        for (Path file : files()) {
            StepCase one = StepCase.parse(Files.readString(file));
            one.toRun().stream()
                    .filter(step -> one.expected().stream()
                            .anyMatch(rows -> rows.table().equals(step.table())))
                    .forEach(step -> looked.add(step.phase() + "/" + step.name()));
        }

        assertThat(LoadStep.all()
                        .filter(step -> step.kind() != LoadStep.Kind.PREPARES)
                        .map(step -> step.phase() + "/" + step.name()))
                .filteredOn(step -> !looked.contains(step))
                .isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(CASES)) {
            return all.filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .toList();
        }
    }

    private static void run(Path file) throws IOException, SQLException {
        StepCase one = StepCase.parse(Files.readString(file));
        assertThat(one.caption()).isNotBlank();
        assertThat(one.expected()).isNotEmpty();
        assertThat(one.toRun()).isNotEmpty();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(SESSION);
            connection.setAutoCommit(false); // nothing is ever committed: cases do not see each other
            for (StepCase.Rows rows : one.given()) {
                insert(connection, rows);
            }
            for (LoadStep step : one.toRun()) {
                statement.execute(step.sql());
            }
            for (StepCase.Rows rows : one.expected()) {
                assertThat(found(connection, rows))
                        .as("%s: %s of %s", one.caption(), rows.columns(), rows.table())
                        .containsExactlyInAnyOrderElementsOf(wanted(connection, rows));
            }
        }
    }

    private static void insert(Connection connection, StepCase.Rows rows) throws SQLException {
        Map<String, Column> columns = columns(connection, rows.table());
        var names = new ArrayList<>(rows.columns());
        columns.forEach((name, column) -> {
            if (column.isNeeded() && !names.contains(name)) {
                names.add(name);
            }
        });
        try (var statement = connection.createStatement()) {
            for (List<String> cells : rows.cells()) {
                var values = new ArrayList<String>();
                for (int at = 0; at < names.size(); at++) {
                    Column column = column(columns, rows.table(), names.get(at));
                    values.add(
                            at < cells.size() ? literal(cells.get(at), column.type()) : madeUp(names.get(at), column));
                }
                statement.execute("insert into %s (%s) overriding system value values (%s)"
                        .formatted(rows.table(), String.join(", ", names), String.join(", ", values)));
            }
        }
    }

    /** Rows of the warehouse that say "unknown" are everywhere, and no case's business. */
    private static List<List<String>> found(Connection connection, StepCase.Rows rows) throws SQLException {
        boolean isDimension = rows.table().startsWith("dim_") && !rows.table().equals("dim_date");
        String key = rows.table().substring(rows.table().indexOf('_') + 1) + "_key";
        return read(
                connection,
                "select "
                        + rows.columns().stream().map(name -> name + "::text").collect(Collectors.joining(", "))
                        + " from " + rows.table()
                        + (isDimension && !rows.table().equals("dim_error_pattern") ? " where " + key + " <> -1" : ""),
                rows.columns().size());
    }

    private static List<List<String>> wanted(Connection connection, StepCase.Rows rows) throws SQLException {
        Map<String, Column> columns = columns(connection, rows.table());
        var wanted = new ArrayList<List<String>>();
        for (List<String> cells : rows.cells()) {
            var values = new ArrayList<String>();
            for (int at = 0; at < cells.size(); at++) {
                Column column = column(columns, rows.table(), rows.columns().get(at));
                values.add("(" + literal(cells.get(at), column.type()) + ")::text");
            }
            wanted.addAll(read(connection, "select " + String.join(", ", values), cells.size()));
        }
        return wanted;
    }

    private static String literal(String cell, String type) {
        if (cell.isEmpty()) {
            return "null::" + type;
        }
        String text = "'" + (cell.equals("''") ? "" : cell.replace("'", "''")) + "'";
        boolean isWord = type.equals("uuid") && !cell.matches("[0-9a-f]{8}-.*");
        return isWord ? "md5(" + text + ")::uuid" : text + "::" + type;
    }

    private static String madeUp(String name, Column column) {
        return switch (column.type()) {
            case "text", "varchar" -> "'some'";
            case "uuid" -> "gen_random_uuid()";
            case "timestamptz" -> "'2026-01-05 09:00Z'::timestamptz";
            case "date" -> "'2026-01-05'::date";
            case "bool" -> "false";
            case "jsonb" -> "'{}'::jsonb";
            default -> name.endsWith("_key") ? "-1" : "0";
        };
    }

    private static Column column(Map<String, Column> columns, String table, String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(table + " has no column '" + name + "'");
        }
        return column;
    }

    private static Map<String, Column> columns(Connection connection, String table) throws SQLException {
        var columns = new LinkedHashMap<String, Column>();
        for (List<String> row : read(connection, """
                        select attname, typname, (attnotnull and not atthasdef and attidentity = '')::text
                        from pg_attribute inner join pg_type on pg_type.oid = atttypid
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped order by attnum
                        """.formatted(table), 3)) {
            columns.put(row.get(0), new Column(row.get(1), row.get(2).equals("true")));
        }
        return columns;
    }

    private static List<List<String>> read(Connection connection, String sql, int width) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int at = 1; at <= width; at++) {
                    row.add(String.valueOf(rows.getString(at)));
                }
                found.add(row);
            }
        }
        return found;
    }

    /** @param isNeeded whether a row must have a value there */
    private record Column(String type, boolean isNeeded) {}
}
