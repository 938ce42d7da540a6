package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.PlainOwner;
import scenariorca.cli.RcaCommand;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

/**
 * Who sees which rows, decided by the database. The warehouse is owned by a plain user here, as on a real server; the
 * scenarios 1 and 2 are Oncology, 3, 4 and 5 Metabolic; jdoe made 1 and 5.
 */
final class RowSecurityTest {
    private static PlainOwner database;
    private static DatabaseAddress owner;

    @BeforeAll
    static void fill() throws SQLException {
        database = new PlainOwner("rows");
        owner = database.address();
        try (Warehouse warehouse = Warehouse.open(database.settings(Settings.of(Map.of())))) {
            new Migration(warehouse).apply();
            try (Connection connection = warehouse.connect("test");
                    Statement statement = connection.createStatement()) {
                statement.execute(ReportDatabase.rows());
            }
        }
        database.executeAsSuperuser("grant rpt_reader to " + database.other().user());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void grantNothing() throws SQLException {
        try (Connection connection = connect(owner, Viewer.ALL);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from access_role");
        }
    }

    @Test
    void without_a_viewer_even_the_owner_sees_no_row_of_any_bound_table_but_the_unknown_members() throws SQLException {
        var unknown = List.of("dim_model", "dim_forecast_cycle", "dim_node");
        for (String table : boundTables()) {
            assertThat(count(owner, null, table)).as(table).isEqualTo(unknown.contains(table) ? 1 : 0);
        }
    }

    @Test
    void every_table_that_tells_of_scenarios_is_bound_and_the_binding_holds_for_its_owner() throws SQLException {
        assertThat(texts(owner, null, """
                        select tables.relname::text
                        from pg_class as tables
                        where
                            tables.relnamespace = 'rpt'::regnamespace
                            and tables.relkind in ('r', 'p')
                            and not tables.relispartition
                            and tables.relname ~ '^(dim_|fact_|bridge_|agg_|view_)'
                            and not (tables.relrowsecurity and tables.relforcerowsecurity)
                        order by 1""")).containsExactly("dim_date", "dim_event_type", "dim_user");
    }

    @Test
    void every_view_reads_with_the_rights_of_who_asks() throws SQLException {
        assertThat(texts(owner, null, """
                        select views.relname::text
                        from pg_class as views
                        where
                            views.relnamespace = 'rpt'::regnamespace
                            and views.relkind = 'v'
                            and not coalesce(views.reloptions @> array['security_invoker=true'], false)""")).isEmpty();
    }

    @Test
    void one_who_sees_all_sees_all() throws SQLException {
        assertThat(scenarios(owner, Viewer.ALL)).containsExactly("1", "2", "3", "4", "5");
        assertThat(count(owner, Viewer.ALL, "fact_scenario_run")).isEqualTo(11);
    }

    @Test
    void a_reader_that_says_who_asks_sheds_the_rights_of_the_owner() {
        try (WarehouseReader reader = WarehouseReader.open(owner, 1)) {
            reader.probe();
            assertThat(reader.<Integer>read(Viewer.NOBODY, RowSecurityTest::scenarioCount))
                    .isZero();
            assertThat(reader.<Integer>read(Viewer.ALL, RowSecurityTest::scenarioCount))
                    .isEqualTo(5);
            assertThat(reader.<Integer>read(
                            new Viewer(false, List.of("Oncology"), "asmith"), RowSecurityTest::scenarioCount))
                    .isEqualTo(3);
            assertThat(reader.<Integer>read(Viewer.NOBODY, RowSecurityTest::scenarioCount))
                    .isZero();
        }
    }

    @Test
    void a_user_sees_own_scenarios_and_what_belongs_to_them() throws SQLException {
        var jdoe = new Viewer(false, List.of(), "jdoe");

        assertThat(scenarios(owner, jdoe)).containsExactly("1", "5");
        assertThat(distinct(jdoe, "scenario_key", "fact_scenario_run")).containsExactly("1", "5");
        assertThat(distinct(jdoe, "model_key", "dim_model where model_key > 0")).containsExactly("1", "2");
        assertThat(count(owner, jdoe, "agg_error_pattern_day")).isZero();
    }

    @Test
    void a_therapeutic_area_shows_its_scenarios_models_and_nodes() throws SQLException {
        var metabolic = new Viewer(false, List.of("Metabolic"), null);

        assertThat(scenarios(owner, metabolic)).containsExactly("3", "4", "5");
        assertThat(distinct(metabolic, "model_key", "dim_model where model_key > 0"))
                .containsExactly("2");
        assertThat(distinct(metabolic, "node_key", "dim_node where node_key > 0"))
                .containsExactly("4");
        assertThat(distinct(metabolic, "fingerprint", "dim_error_pattern")).containsExactly("f00000000003");
        assertThat(distinct(metabolic, "model_key", "fact_reliability_daily")).containsExactly("2");
    }

    @Test
    void a_pattern_of_log_lines_alone_is_seen_by_those_who_see_their_scenario() throws SQLException {
        try (Connection connection = connect(owner, Viewer.ALL);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Five lines of scenario 5; of scenario 1 none is left, as they turned out to be another's.
            statement.execute("""
                    insert into dim_error_pattern (error_pattern_key, fingerprint, pattern, error_category)
                    overriding system value values (900, 'f0000000aaaa', 'only logged', 'unknown');
                    insert into agg_error_pattern_subject (error_pattern_key, subject_type, subject_id, line_count)
                    select 900, 'scenario', scenario_id::text, case scenario_key when 5 then 5 else 0 end
                    from dim_scenario where scenario_key in (1, 5)""");

            assertThat(seesPattern(statement, new Viewer(false, List.of("Metabolic"), null)))
                    .isTrue();
            assertThat(seesPattern(statement, new Viewer(false, List.of(), "asmith")))
                    .isFalse();
            assertThat(seesPattern(statement, new Viewer(false, List.of("Oncology"), null)))
                    .isFalse();
            connection.rollback();
        }
    }

    private static boolean seesPattern(Statement statement, Viewer viewer) throws SQLException {
        statement.execute("set rca.viewer = '" + viewer.json() + "'");
        try (ResultSet rows = statement.executeQuery("select from dim_error_pattern where error_pattern_key = 900")) {
            return rows.next();
        }
    }

    /** With a hundred days of log lines, a subquery for each takes longer to plan than the question takes to answer. */
    @Test
    void what_is_seen_of_the_log_is_found_once_per_question() throws SQLException {
        var metabolic = new Viewer(false, List.of("Metabolic"), null);

        assertThat(plan(metabolic, "select from dim_error_pattern")).doesNotContain("fact_cloudwatch_log");
        assertThat(plan(metabolic, "select from fact_cloudwatch_log"))
                .contains("InitPlan", "fact_cloudwatch_log")
                .doesNotContain("SubPlan");
    }

    private static String plan(Viewer viewer, String sql) throws SQLException {
        return String.join("\n", texts(owner, viewer, "explain " + sql));
    }

    @Test
    void what_is_counted_anew_for_a_user_is_what_was_counted_for_all() throws SQLException {
        var both = new Viewer(false, List.of("Metabolic", "Oncology"), null);

        String days = """
                select concat_ws('|', date_key, model_key, total_runs, successful_runs, failed_runs, timeout_runs,
                    total_node_failures)
                from seen_reliability_daily() order by 1""";
        assertThat(texts(owner, both, days))
                .isEqualTo(texts(owner, Viewer.ALL, days))
                .isNotEmpty();
        assertThat(texts(owner, new Viewer(false, List.of(), "asmith"), """
                        select sum(total_runs)::text from seen_reliability_daily()""")).containsExactly("5");
    }

    @Test
    void a_database_role_sees_what_it_is_granted_whatever_it_says() throws SQLException {
        DatabaseAddress reader = database.other();

        assertThat(scenarios(reader, Viewer.ALL)).isEmpty();
        assertThat(count(reader, Viewer.ALL, "v_pbi_run")).isZero();
        try (Connection connection = connect(owner, Viewer.ALL);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into access_role (role_name, is_admin, sees_all, therapeutic_areas) values ('"
                    + reader.user() + "', false, false, array['Oncology'])");
        }
        assertThat(scenarios(reader, Viewer.ALL)).containsExactly("1", "2");
        assertThat(count(reader, null, "v_pbi_run")).isEqualTo(7);
        assertThat(texts(reader, null, "select count(*)::text from v_pbi_scenario"))
                .containsExactly("2");
    }

    @Test
    void the_command_line_shows_what_its_database_account_sees() throws SQLException {
        DatabaseAddress reader = database.other();
        try (Connection connection = connect(owner, Viewer.ALL);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into access_role (role_name, is_admin, sees_all, therapeutic_areas) values ('"
                    + reader.user() + "', false, false, array['Oncology'])");
        }
        Settings settings = database.settings(Settings.of(Map.of())).with("REPORTING_DB_USER", reader.user());

        assertThat(explain(settings, "4e000000-0000-4000-8000-000000000003")).isEqualTo("0 Run failed");
        assertThat(explain(settings, "4e000000-0000-4000-8000-000000000008")).isEqualTo("1 rca: no run ");
    }

    private static String explain(Settings settings, String run) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = RcaCommand.run(settings, new PrintWriter(out, true), new PrintWriter(err, true), "explain", run);
        return exit + " " + (out + "" + err).substring(0, exit == 0 ? 10 : 12);
    }

    @Test
    void a_database_role_cannot_read_keys_partitions_or_the_staging_tables() {
        DatabaseAddress reader = database.other();

        for (String table : List.of(
                "rpt.api_key",
                "rpt.access_role",
                "rpt.fact_cloudwatch_log_other",
                "rpt_stg.stg_scenario",
                "rpt.pattern_signature")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> count(reader, null, table))
                    .as(table)
                    .hasMessageContaining("permission denied");
        }
    }

    private static int scenarioCount(Snapshot snapshot) {
        return snapshot.query("report/scenarios.sql")
                .with("sort", (String) null)
                .with("q", (String) null)
                .with("status", (String) null)
                .with("model_id", (java.util.UUID) null)
                .with("created_by", (String) null)
                .with("therapeutic_area", (String) null)
                .with("disease_area", (String) null)
                .with("after_time", (java.time.Instant) null)
                .with("after_id", (java.util.UUID) null)
                .with("row_limit", 100)
                .list(row -> row.uuid("scenario_id"))
                .size();
    }

    private static List<String> boundTables() throws SQLException {
        return texts(owner, null, """
                select polrelid::regclass::text from pg_policy
                inner join pg_class on pg_class.oid = polrelid
                where relnamespace = 'rpt'::regnamespace order by 1""");
    }

    private static List<String> scenarios(DatabaseAddress who, Viewer viewer) throws SQLException {
        return texts(who, viewer, "select scenario_key::text from dim_scenario where scenario_key > 0 order by 1");
    }

    private static List<String> distinct(Viewer viewer, String column, String from) throws SQLException {
        return texts(owner, viewer, "select distinct " + column + "::text from " + from + " order by 1");
    }

    private static long count(DatabaseAddress who, Viewer viewer, String table) throws SQLException {
        return Long.parseLong(
                texts(who, viewer, "select count(*)::text from " + table).getFirst());
    }

    private static List<String> texts(DatabaseAddress who, Viewer viewer, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (Connection connection = connect(who, viewer);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Connection connect(DatabaseAddress who, Viewer viewer) throws SQLException {
        Properties properties = who.properties("test");
        properties.setProperty("currentSchema", "rpt");
        Connection connection = DriverManager.getConnection(who.url(), properties);
        if (viewer != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set rca.viewer = '" + viewer.json() + "'");
            }
        }
        return connection;
    }
}
