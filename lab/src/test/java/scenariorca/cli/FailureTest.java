package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.platform.Settings;

/** What a user reads, and which exit code a script gets, when something is wrong. */
final class FailureTest {
    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(1, 3, 2);
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id)
                select (left(id::text, 7) || right(md5('alike')::uuid::text, 29))::uuid, scenario_id, run_status, run_at, run_by, run_req_id
                from fc_scenario_run
                """);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void a_source_that_does_not_answer_is_unreachable() {
        Outcome outcome = run(warehouse.settings().with("SOURCE_DB_PORT", "1"), "etl", "--full");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.line())
                .startsWith("rca: the source (SOURCE_DB_*) at")
                .contains("cannot be reached");
    }

    @Test
    void a_wrong_password_is_a_wrong_setting_and_is_not_repeated() {
        Outcome outcome = run(warehouse.settings().with("SOURCE_DB_PASSWORD", "s3cret-guess"), "etl", "--full");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.line()).contains("refuses the user or the password").doesNotContain("s3cret-guess");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        Outcome outcome = run(warehouse.settings().with("SOURCE_DB_NAME", "nowhere"), "etl", "--full");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.line()).contains("nowhere");
    }

    @Test
    void a_missing_required_column_is_named_before_anything_is_loaded() {
        try (SourcePlatform broken = SourcePlatform.of(1, 3, 2);
                LoadedWarehouse empty = new LoadedWarehouse(broken)) {
            broken.execute("alter table fc_scenario_run drop column run_status");
            broken.execute("alter table fc_scenario_event_calc rename to gone");
            Outcome outcome = run(empty.settings(), "etl", "--full");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.line()).contains("fc_scenario_run.run_status").contains("table fc_scenario_event_calc");
            assertThat(empty.value("select count(*) from dim_model where model_key <> -1"))
                    .isEqualTo("0");
        }
    }

    @Test
    void an_id_that_is_none_is_named_in_words_of_ours() {
        Outcome outcome = run(warehouse.settings(), "explain", "nope");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'nope' is no id").doesNotContain("java.");
    }

    @Test
    void the_beginning_of_an_id_will_do_when_it_is_enough() {
        List<String> ids = List.of(warehouse
                .value("select string_agg(run_id::text, ' ') from fact_scenario_run")
                .split(" "));
        String run =
                ids.stream().filter(id -> begun(ids, id, 4) > 1).findFirst().orElseThrow();
        int enough = 4;
        while (begun(ids, run, enough) > 1) {
            enough++;
        }

        assertThat(run(warehouse.settings(), "explain", run.substring(0, enough).toUpperCase(Locale.ROOT))
                        .code())
                .isZero();
        assertThat(run(warehouse.settings(), "explain", run.substring(0, enough - 1))
                        .line())
                .contains("give more digits");
        Outcome outcome = run(warehouse.settings(), "explain", "ffffffff");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.line())
                .contains("no run has an id that begins with ffffffff")
                .contains("etl --incremental");
    }

    private static long begun(List<String> ids, String id, int digits) {
        return ids.stream()
                .filter(one -> one.startsWith(id.substring(0, digits)))
                .count();
    }

    @Test
    void an_id_of_another_kind_is_recognised() {
        String scenario = warehouse.value("select scenario_id from dim_scenario where scenario_key > 0 limit 1");
        Outcome outcome = run(warehouse.settings(), "explain", scenario);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.line()).contains("it is the id of the scenario").contains("./rca compare " + scenario);
    }

    @Test
    void a_warehouse_that_cannot_be_reached_is_named_with_its_settings_and_the_reason() {
        Outcome wrongHost = run(warehouse.settings().with("REPORTING_DB_HOST", "nowhere.invalid"), "patterns");
        assertThat(wrongHost.code()).isEqualTo(3);
        assertThat(wrongHost.line())
                .contains("REPORTING_DB_*")
                .contains("nowhere.invalid")
                .contains("no host is known by the name");
        assertThat(run(warehouse.settings().with("SOURCE_DB_HOST", "nowhere.invalid"), "etl")
                        .line())
                .contains("no host is known by the name")
                .doesNotContain(".;");
    }

    @Test
    void a_value_that_does_not_fit_is_named_by_table_column_and_row_and_stops_nothing() {
        try (SourcePlatform broken = SourcePlatform.of(1, 3, 2);
                LoadedWarehouse empty = new LoadedWarehouse(broken)) {
            broken.execute("alter table fc_scenario_run alter column run_req_id type text");
            broken.execute("update fc_scenario_run set run_req_id = 'not-an-id'");
            assertThat(run(empty.settings(), "etl", "--full").code()).isZero();
            assertThat(empty.full().notices())
                    .anyMatch(notice -> notice.startsWith("fc_scenario_run.run_req_id of 2 rows, such as that of ")
                            && notice.endsWith("cannot be read as uuid; it stays empty"));
            assertThat(empty.value("select count(*) from fact_scenario_run where correlation_id is null"))
                    .isEqualTo("2");
        }
    }

    @Test
    void a_full_disk_is_said_as_such() {
        warehouse.execute("""
                create function rpt.no_room() returns trigger language plpgsql as $$
                begin raise exception using errcode = 'disk_full', message = 'could not extend file: No space left on device'; end $$;
                create trigger no_room before update on rpt.dim_scenario execute function rpt.no_room()
                """);
        platform.execute("update fc_scenario set scenario_display_name = 'renamed'");
        try {
            Outcome outcome = run(warehouse.settings(), "etl", "--full");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.line()).contains("has no room left").contains("nothing is lost");
        } finally {
            warehouse.execute("drop function rpt.no_room cascade");
        }
        assertThat(run(warehouse.settings(), "etl", "--full").code()).isZero();
        assertThat(warehouse.verify().isEqual()).isTrue();
    }

    @Test
    void a_port_that_is_taken_is_a_wrong_setting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = run(warehouse.settings(), "serve", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.line()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void wrong_usage_is_one_line_and_code_2() {
        for (String arguments : List.of(
                "etl --scenario-id nonsense",
                "patterns --days yesterday",
                "explain",
                "simulate --truth x --end 20/11/2026")) {
            Outcome outcome = run(warehouse.settings(), arguments.split(" "));
            assertThat(outcome.code()).as(arguments).isEqualTo(2);
            assertThat(outcome.err())
                    .as(arguments)
                    .startsWith("rca: ")
                    .hasLineCount(1)
                    .contains("--help tells all");
        }
        assertThat(run(warehouse.settings(), "etl", "--full", "--incremental").line())
                .contains("exclude each other");
        assertThat(run(warehouse.settings(), "explan").line())
                .startsWith("rca: rca has no command \"explan\", but explain")
                .endsWith("; ./rca --help tells all");
        assertThat(run(warehouse.settings(), "explain", "--jsn", "x").line())
                .contains("has no option --jsn, but --json");
        assertThat(run(warehouse.settings().with("ETL_LOOKBACK_MINUTES", "soon"), "etl")
                        .line())
                .contains("ETL_LOOKBACK_MINUTES is \"soon\"; it must be a whole number");
    }

    @Test
    void without_any_source_the_way_to_one_is_shown() {
        Settings settings = Settings.of(java.util.Map.of(
                "REPORTING_DB_HOST",
                warehouse.settings().text("REPORTING_DB_HOST", ""),
                "REPORTING_DB_USER",
                "somebody"));
        Outcome outcome = run(settings, "etl");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.line()).contains("set SOURCE_DB_HOST").contains("./rca demo");
    }

    private static Outcome run(Settings settings, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RcaCommand.run(settings, new PrintWriter(out), new PrintWriter(err), args);
        return new Outcome(code, err.toString());
    }

    private record Outcome(int code, String err) {
        /** The last line said, which must be the only one about the failure. */
        String line() {
            assertThat(err).doesNotContain("\tat ");
            return err.lines().reduce((first, last) -> last).orElse("");
        }
    }
}
