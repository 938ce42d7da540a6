package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model reads is in the migrated warehouse, described there as here. */
final class WarehouseSourcesTest {
    private static PowerBiWarehouse warehouse;

    @BeforeAll
    static void migrate() {
        warehouse = PowerBiWarehouse.migrated("powerbi_sources");
    }

    @AfterAll
    static void drop() {
        warehouse.close();
    }

    @Test
    void every_column_read_exists_with_a_fitting_type() throws SQLException {
        try (Connection connection = warehouse.connect()) {
            assertThat(SourceCheck.problems(connection, table -> true)).isEmpty();
        }
    }

    @Test
    void descriptions_are_the_comments_of_the_migrated_database() throws SQLException {
        Map<String, String> inDatabase = warehouse.pairs("""
                select views.relname || '.' || columns.attname, col_description(views.oid, columns.attnum)
                from pg_class as views
                inner join pg_attribute as columns on columns.attrelid = views.oid and columns.attnum > 0
                where views.relname like 'v\\_pbi\\_%' and views.relnamespace = 'rpt'::regnamespace
                """);
        inDatabase.putAll(warehouse.pairs("""
                select relname, obj_description(oid) from pg_class
                where relname like 'v\\_pbi\\_%' and relnamespace = 'rpt'::regnamespace
                """));

        Map<String, String> inModel = new TreeMap<>();
        for (ModelTable table : Star.committed().tables()) {
            inModel.put(table.source(), table.node().description());
            table.columns()
                    .forEach(column -> inModel.put(table.source() + "." + column.source(), column.description()));
        }

        assertThat(inDatabase).doesNotContainValue(null);
        assertThat(inModel.keySet()).isSubsetOf(inDatabase.keySet());
        inModel.forEach((name, text) -> assertThat(text).as(name).isEqualTo(inDatabase.get(name)));
    }

    @Test
    void any_renamed_column_is_reported_with_its_table_and_its_file() throws SQLException {
        Map<String, String> users = warehouse.pairs("""
                select table_name || '.' || column_name, string_agg(view_name, ',')
                from information_schema.view_column_usage
                where view_schema = 'rpt' and view_name like 'v\\_pbi\\_%' and table_name not like 'v\\_pbi\\_%'
                group by table_name, column_name
                """);
        assertThat(users).hasSizeGreaterThan(150);

        List<String> unnoticed = new ArrayList<>();
        try (Connection connection = warehouse.connect()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, String> user : users.entrySet()) {
                if (!isReported(
                        connection, user.getKey(), Set.of(user.getValue().split(",")))) {
                    unnoticed.add(user.getKey());
                }
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static boolean isReported(Connection connection, String tableAndColumn, Set<String> views)
            throws SQLException {
        String table = tableAndColumn.substring(0, tableAndColumn.indexOf('.'));
        String column = tableAndColumn.substring(table.length() + 1);
        try (var statement = connection.createStatement()) {
            statement.execute("alter table %s rename column %s to renamed_by_test".formatted(table, column));
            return SourceCheck.problems(connection, read -> views.contains(read.source())).stream()
                    .anyMatch(problem -> problem.contains(column)
                            && problem.contains("powerbi/ScenarioRca.SemanticModel/definition/tables/"));
        } finally {
            connection.rollback();
        }
    }
}
