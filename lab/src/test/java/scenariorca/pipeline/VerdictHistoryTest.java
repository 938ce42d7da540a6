package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.explanation.EvidenceReader;
import scenariorca.problems.Judgement;
import scenariorca.report.ConfirmedVerdicts;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** What is kept of verdicts when they change, and what becomes of what people say of them. */
final class VerdictHistoryTest {
    private static final String SAID = """
            select coalesce(string_agg(verdict_no || ' ' || changed_by::text, ', ' order by verdict_no), '')
            from fact_run_verdict
            where run_id = md5('run 4 6')::uuid
            """;

    private SourcePlatform platform;
    private LoadedWarehouse warehouse;

    /** Of six scenarios with six runs each, run 6 of scenario 4, run 5 of 5 and run 4 of 6 failed. */
    @BeforeEach
    void load() {
        platform = SourcePlatform.of(6, 8, 6);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        warehouse.diagnose();
    }

    @AfterEach
    void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void each_failed_run_has_its_first_verdict_as_it_is_stored_under_the_version_that_tells_it() {
        assertThat(warehouse.value("""
                        select count(*)
                        from fact_run_verdict as said
                        inner join fact_run_diagnostic as stored
                            on stored.run_id = said.run_id
                            and stored.diagnostic_category = said.verdict_class
                            and stored.diagnostic_message = said.headline
                        inner join etl_run
                            on etl_run.version = said.etl_run_id
                            and etl_run.mode = 'diagnosis'
                        where said.verdict_no = 1 and stored.diagnostic_type = 'root_cause'
                        """)).isEqualTo("3");
    }

    @Test
    void the_same_verdict_is_no_news() {
        warehouse.execute("insert into unexplained_run (run_id) select run_id from fact_run_verdict");

        assertThat(warehouse.diagnose()).isEqualTo(3);

        assertThat(warehouse.value(SAID)).isEqualTo("1 {}");
    }

    @Test
    void rules_that_are_new_have_runs_explained_anew_once_and_are_told_as_the_reason() {
        warehouse.execute("delete from verdict_rules");
        warehouse.execute("update fact_run_verdict set rules_version = 'older', cause = 'something else'");

        assertThat(warehouse.diagnose()).isEqualTo(3);

        assertThat(warehouse.value(SAID)).isEqualTo("1 {}, 2 {rules}");
        assertThat(warehouse.diagnose()).isZero();
    }

    @Test
    void a_later_run_is_told_as_what_changed_a_verdict() {
        warehouse.execute("update fact_run_verdict set probability = probability - 0.2");
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('later')::uuid, md5('scenario 4')::uuid, 'success', '2026-01-12 09:44:00+00', 'jdoe', md5('r')::uuid,
                    '2026-01-12 09:46:00+00')
                """);
        warehouse.incremental();

        assertThat(warehouse.diagnose()).isEqualTo(1);

        assertThat(warehouse.value(SAID)).isEqualTo("1 {}, 2 {later_run}");
    }

    @Test
    void what_people_confirmed_is_evidence_for_later_runs_of_the_error_alone_and_no_more_when_taken_back() {
        warehouse.execute("update fact_scenario_run set error_pattern_key = (select min(error_pattern_key)"
                + " from dim_error_pattern) where run_outcome = 'failed'");
        UUID early = run("order by run_started_at limit 1");
        UUID late = run("order by run_started_at desc limit 1");
        UUID node = UUID.fromString(warehouse.value("select node_id from dim_node where node_key > 0 limit 1"));
        String problem = warehouse.value("select problem_id from dim_problem limit 1");
        var known = new Judgement.Known("input", node, "base_share");

        try (Warehouse opened = Warehouse.open(warehouse.settings())) {
            var people = new ProblemCuration(opened);
            String act = people.judge(problem, new Judgement(early, true, null, "base_share", known), "user:jdoe");

            assertThat(confirmed(opened, late)).containsExactly(1);
            assertThat(confirmed(opened, early)).isEmpty();
            assertThat(warehouse.value("select count(*) from unexplained_run")).isEqualTo("2");

            people.act(
                    problem,
                    new scenariorca.problems.ProblemActions.Request("undo", null, act, null, null),
                    "user:jdoe");

            assertThat(confirmed(opened, late)).isEmpty();
        }
    }

    @Test
    void the_last_word_of_people_on_each_run_is_counted_by_what_the_verdict_had_said() {
        UUID early = run("order by run_started_at limit 1");
        UUID late = run("order by run_started_at desc limit 1");
        String problem = warehouse.value("select problem_id from dim_problem limit 1");
        warehouse.execute("update fact_run_verdict set verdict_class = 'platform', cause = 'the platform'");

        try (Warehouse opened = Warehouse.open(warehouse.settings());
                var reader = WarehouseReader.open(opened.address(), 1)) {
            var people = new ProblemCuration(opened);
            people.judge(problem, new Judgement(early, true, null, null, null), "user:jdoe");
            people.judge(problem, new Judgement(early, false, null, null, null), "user:asmith");
            people.judge(problem, new Judgement(late, true, null, null, null), "user:jdoe");

            var found = Reports.of(new ReportSession(reader, Clock.systemUTC()))
                    .confirmedVerdicts()
                    .answer()
                    .content();

            assertThat(found.classes()).containsExactly(new ConfirmedVerdicts.OfClass("platform", 2, 1, 2, 1, 0, 0));
            assertThat(found.precisionOfNamed()).isEqualTo(0.5);
        }
    }

    private UUID run(String which) {
        return UUID.fromString(
                warehouse.value("select run_id from fact_scenario_run where run_outcome = 'failed' " + which));
    }

    private static java.util.List<Integer> confirmed(Warehouse warehouse, UUID run) {
        try (var reader = WarehouseReader.open(warehouse.address(), 1)) {
            return reader
                    .read(Viewer.ALL, snapshot -> EvidenceReader.read(snapshot, run))
                    .orElseThrow()
                    .others()
                    .confirmed()
                    .stream()
                    .map(cause -> cause.runs())
                    .toList();
        }
    }
}
