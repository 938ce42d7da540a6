package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;

/** The warehouse describes itself, and {@code docs/data-dictionary.md} is what it says. */
final class DataDictionaryTest {
    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void migrate() {
        platform = SourcePlatform.empty();
        warehouse = new LoadedWarehouse(platform);
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void every_table_and_column_has_a_comment() {
        assertThat(warehouse.value("""
                        select coalesce(string_agg(classes.relname || coalesce('.' || columns.attname, ''), ', '), 'none')
                        from pg_class classes
                        join pg_attribute columns on columns.attrelid = classes.oid and columns.attnum >= 0
                        where classes.relnamespace = 'rpt'::regnamespace
                            and classes.relkind in ('r', 'p', 'v')
                            and not classes.relispartition
                            and classes.relname <> 'schema_history'
                            and (
                                obj_description(classes.oid) is null
                                or (columns.attnum > 0 and not columns.attisdropped and col_description(classes.oid, columns.attnum) is null)
                            )
                        """)).isEqualTo("none");
    }

    @Test
    void no_fact_refers_to_another_and_every_key_of_a_fact_carries_the_scenario_or_the_time() {
        assertThat(warehouse.value("""
                        select coalesce(string_agg(conname, ', '), 'none')
                        from pg_constraint
                        where contype = 'f'
                            and connamespace = 'rpt'::regnamespace
                            and (confrelid::regclass::text like '%fact_%')
                        """)).isEqualTo("none");
        assertThat(warehouse.value("""
                        select coalesce(string_agg(conrelid::regclass::text, ', '), 'none')
                        from pg_constraint
                        where contype in ('p', 'u')
                            and connamespace = 'rpt'::regnamespace
                            and conrelid::regclass::text like '%fact_%'
                            and conrelid::regclass::text !~ 'fact_(reliability_daily|problem_episode|problem_action)$'
                            and pg_get_constraintdef(oid) !~ 'scenario_key|log_timestamp'
                        """)).isEqualTo("none");
    }

    @Test
    void the_document_is_what_the_warehouse_says_of_itself() throws SQLException {
        Golden.checkFile(Path.of("docs", "data-dictionary.md"), dictionary());
    }

    private static String dictionary() throws SQLException {
        var text = new StringBuilder("""
                # Data dictionary

                Every table of the warehouse, from the comments in the database itself. Times are `timestamptz` in UTC.
                A `*_key` is a surrogate key, `-1` in a dimension is the unknown member.
                """);
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select
                            classes.relname,
                            obj_description(classes.oid),
                            columns.attname,
                            format_type(columns.atttypid, columns.atttypmod),
                            columns.attnotnull,
                            col_description(classes.oid, columns.attnum)
                        from pg_class classes
                        join pg_attribute columns on columns.attrelid = classes.oid and columns.attnum > 0 and not columns.attisdropped
                        where classes.relnamespace = 'rpt'::regnamespace
                            and classes.relkind in ('r', 'p', 'v')
                            and not classes.relispartition
                            and classes.relname <> 'schema_history'
                        order by classes.relname collate "C", columns.attnum
                        """)) {
            String table = "";
            while (rows.next()) {
                if (!rows.getString(1).equals(table)) {
                    table = rows.getString(1);
                    text.append("\n## ").append(table).append("\n\n").append(rows.getString(2));
                    text.append("\n\n| column | type | null | meaning |\n| --- | --- | --- | --- |\n");
                }
                text.append("| ").append(rows.getString(3)).append(" | ").append(rows.getString(4));
                text.append(rows.getBoolean(5) ? " | no | " : " | yes | ");
                text.append(rows.getString(6).replace("|", "\\|")).append(" |\n");
            }
        }
        return text.toString();
    }

    private static Connection connect() {
        return Warehouse.open(warehouse.settings()).connect("test");
    }
}
