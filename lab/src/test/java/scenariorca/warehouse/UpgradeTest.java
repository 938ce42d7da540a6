package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.App;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.Verification;
import scenariorca.pipeline.VerificationReport;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;

/** Warehouses of earlier versions, with what was in them, upgraded where they are. */
final class UpgradeTest {
    private static SourcePlatform platform;
    private static LoadedWarehouse latest;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(3, 5, 4);
        latest = new LoadedWarehouse(platform);
        latest.full();
        latest.diagnose();
    }

    @AfterAll
    static void close() {
        latest.close();
        platform.close();
    }

    @Test
    void a_warehouse_of_the_first_migration_keeps_its_rows_and_keys_and_then_loads() throws Exception {
        Settings settings = schema("v1");
        try (App app = App.open(settings)) {
            new Migration(app.warehouse()).applyUpTo("1");
            execute(app, resource("/sql-cases/upgrade/version_1.sql"));
            String keys = """
                    select string_agg(model_key || ' ' || model_id, ',' order by model_key) from dim_model
                    union all select string_agg(user_key || ' ' || display_name, ',' order by user_key) from dim_user where user_key > 0 and display_name in ('Lena Lead', 'Gustav Gone')
                    union all select string_agg(scenario_key || ' ' || scenario_id, ',' order by scenario_key) from dim_scenario where scenario_key in (1, 2)
                    union all select string_agg(node_key || ' ' || node_id, ',' order by node_key) from dim_node where node_key between 1 and 4
                    union all select fingerprint || pattern from dim_error_pattern where fingerprint = 'f00d'
                    """;
            List<String> before = rows(app, keys);

            assertThat(new Migration(app.warehouse()).apply()).isNotEmpty();
            assertThat(rows(app, keys)).isEqualTo(before);
            load(app);

            assertThat(rows(app, keys).get(0)).isEqualTo(before.get(0));
            assertThat(rows(app, keys).get(2)).isEqualTo(before.get(2));
            assertThat(rows(app, keys).get(3)).isEqualTo(before.get(3));
            assertThat(rows(app, keys).get(4)).isEqualTo(before.get(4));
            assertThat(rows(app, "select scenario_name from dim_scenario where scenario_key in (1, 2) order by 1"))
                    .as("the one the source has is up to date, the other is kept")
                    .contains("Only we know it")
                    .doesNotContain("Its earlier name");
        }
    }

    static Stream<String> versions() {
        try (App app = App.open(latest.settings())) {
            List<String> all = new Migration(app.warehouse()).versions();
            if (Boolean.getBoolean("upgrade.all")) {
                return all.subList(1, all.size() - 1).stream();
            }
            // Facts alone, staging and loads, and the release before: -Dupgrade.all=true tries every one.
            return Stream.of("2", "5", all.get(all.size() - 2));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_warehouse_of_any_later_version_keeps_every_row_and_then_loads(String version) throws Exception {
        Settings settings = schema("v" + version);
        try (App app = App.open(settings)) {
            new Migration(app.warehouse()).applyUpTo(version);
            execute(app, resource("/sql-cases/upgrade/copy_from_latest.sql"));
            for (String statement : rows(app, SqlFile.read("backup/sequences.sql"))) {
                execute(app, statement);
            }
            List<String> before = counts(app);

            assertThat(new Migration(app.warehouse()).apply()).isNotEmpty();
            assertThat(counts(app)).containsAll(before);
            load(app);
        }
    }

    private static void load(App app) {
        platform.execute(
                "update fc_scenario set scenario_display_name = scenario_display_name || '*', updated_at = now()");
        app.pipeline().run(new LoadRequest.Incremental(), _ -> {});
        app.pipeline().diagnose(_ -> {});
        try (SourceDatabase source = SourceDatabase.open(app.source())) {
            VerificationReport report = Verification.run(app.warehouse(), source);
            assertThat(report.isEqual()).as("%s", report).isTrue();
        }
        assertThat(app.pipeline().run(new LoadRequest.Incremental(), _ -> {}).rowsWritten())
                .isZero();
    }

    private static Settings schema(String name) {
        return latest.settings().with("REPORTING_DB_SCHEMA", name);
    }

    /** Rows of each table that holds any, but for what is worked off by migrations and loads. */
    private static List<String> counts(App app) throws SQLException {
        return rows(app, """
                select format('%s %s', relname, (xpath('//c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1])
                from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
                    and relname not in ('schema_history', 'unexplained_run')
                order by 1
                """);
    }

    private static List<String> rows(App app, String sql) throws SQLException {
        try (Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
            return all;
        }
    }

    private static void execute(App app, String sql) throws SQLException {
        try (Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = UpgradeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
