package scenariorca.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.platform.Json;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.report.RunComparison;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** Runs whose history is empty, broken or enormous, from the source to the answer: always one, and soon. */
final class HostileHistoryTest {
    /** Far more than it takes on a busy machine with a cold compiler. */
    private static final Duration SOON = Duration.ofSeconds(20);

    /** An answer is read by a person: whatever went in, it is no book. */
    private static final int MOST_BYTES = 1_000_000;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static WarehouseReader reader;
    private static Reports reports;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(3, 8, 5);
        platform.execute("""
                insert into fc_model_node_edge (id, source_node_id, target_node_id, created_at)
                values
                (md5('back')::uuid, md5('node 8')::uuid, md5('node 2')::uuid, '2025-12-01'),
                (md5('self')::uuid, md5('node 8')::uuid, md5('node 8')::uuid, '2025-12-01');

                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
                values
                (md5('bare')::uuid, md5('scenario 1')::uuid, 'failed', '2026-01-20', 'jdoe', md5('q1')::uuid, null, null),
                (md5('cycle run')::uuid, md5('scenario 1')::uuid, 'failed', '2026-01-21', 'jdoe', md5('q2')::uuid, '2026-01-21 00:01:00+00', 'Node 8 failed'),
                (md5('many run')::uuid, md5('scenario 3')::uuid, 'failed', '2026-02-02', 'jdoe', md5('q3')::uuid, '2026-02-02 00:01:00+00', 'Many 5000 failed: value 5000.5 is not allowed for amount'),
                (md5('large run')::uuid, md5('scenario 2')::uuid, 'failed', '2026-02-03', 'jdoe', md5('q4')::uuid, '2026-02-03 00:01:00+00', 'Node 1 failed: rate must be at most 1, got 7');

                insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
                select md5(name || ' branch')::uuid, md5(name)::uuid, 'without events'
                from unnest(array['cycle run', 'many run', 'large run']) as name;

                insert into fc_model_node (id, model_node_group_id, model_id, flow, base_node_id, node_display_name, model_config_id, node_type, node_seq, created_at, is_output)
                select md5('many ' || n)::uuid, md5('group')::uuid, md5('model')::uuid, 'patient_flow', md5('many base ' || n)::uuid, 'Many ' || n, md5('config')::uuid, 'share', 100 + n, '2025-12-01', false
                from generate_series(1, 10000) as n;

                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id, end_at)
                select
                    md5('many ' || n || ' ' || v)::uuid, md5('many ' || n)::uuid, md5('scenario 3')::uuid,
                    jsonb_build_object('amount', n + v * 0.5, 'unit', 'patients'), case v when 0 then 'create_scenario' else 'edit_scenario' end,
                    md5(n || ' ' || v), 'jdoe', timestamptz '2026-01-05' + v * interval '27 days', md5('mq' || v)::uuid,
                    case v when 0 then timestamptz '2026-02-01' end
                from generate_series(1, 10000) as n
                cross join generate_series(0, 1) as v;

                update fc_scenario_node_data set end_at = '2026-02-01', end_by = 'jdoe'
                where scenario_id = md5('scenario 2')::uuid and model_node_id = md5('node 1')::uuid and end_at is null;

                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id)
                select
                    md5('large')::uuid, md5('node 1')::uuid, md5('scenario 2')::uuid,
                    jsonb_build_object(
                        'rate', 7,
                        'note', repeat('x', 1000000),
                        'table', (select jsonb_agg(jsonb_build_object('year', n, 'value', md5(n::text))) from generate_series(1, 70000) as n)
                    ),
                    'edit_scenario', 'large', 'jdoe', '2026-02-01', md5('lq')::uuid;

                insert into fc_scenario_node_calc (id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processed, created_at, updated_at, status, fail_reason)
                values
                (md5('c1')::uuid, md5('cycle run branch')::uuid, md5('node 8')::uuid, md5('input 1 8 0')::uuid, false, '2026-01-21', '2026-01-21', 'failed', 'Node 8 failed'),
                (md5('c2')::uuid, md5('cycle run branch')::uuid, md5('node 2')::uuid, md5('input 1 2 0')::uuid, false, '2026-01-21', '2026-01-21', 'failed', 'Node 2 failed'),
                (md5('c3')::uuid, md5('many run branch')::uuid, md5('many 5000')::uuid, md5('many 5000 1')::uuid, false, '2026-02-02', '2026-02-02', 'failed', 'Many 5000 failed: value 5000.5 is not allowed for amount'),
                (md5('c4')::uuid, md5('large run branch')::uuid, md5('node 1')::uuid, md5('large')::uuid, false, '2026-02-03', '2026-02-03', 'failed', 'Node 1 failed: rate must be at most 1, got 7');

                insert into fc_scenario (id, scenario_display_name, model_id, forecast_init_id, scenario_start_year, scenario_end_year, is_starter, currency, created_by, created_at, created_req_id, updated_by, updated_at, updated_req_id, status)
                select md5('lonely')::uuid, 'Lonely', model_id, forecast_init_id, scenario_start_year, scenario_end_year, false, currency, created_by, created_at, md5('lonely q')::uuid, updated_by, updated_at, md5('lonely q')::uuid, status
                from fc_scenario where id = md5('scenario 1')::uuid;

                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
                values (md5('lonely run')::uuid, md5('lonely')::uuid, 'failed', '2025-01-01', 'jdoe', md5('q5')::uuid, '2025-01-01 00:00:10+00', 'Node ''Nowhere'' failed: no such node')
                """);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        reader = WarehouseReader.open(Warehouse.open(warehouse.settings()).address(), 1);
        reports = Reports.of(new ReportSession(reader, Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        reader.close();
        warehouse.close();
        platform.close();
    }

    @Test
    void a_run_without_calculations_reason_or_end_has_a_verdict() {
        Verdict verdict = explain("bare");

        assertThat(verdict.firstFailures()).isEmpty();
        assertThat(verdict.verdictClass()).isNotEqualTo(VerdictClass.INPUT);
        assertThat(verdict.baseline()).isNotNull();
    }

    @Test
    void a_scenario_that_never_worked_and_an_unknown_node_have_a_verdict() {
        Verdict verdict = explain("lonely run");

        assertThat(verdict.about()).isEqualTo(Verdict.About.FAILURE);
        assertThat(verdict.baseline() == null || verdict.baseline().kind() != Baseline.Kind.LAST_SUCCESS)
                .isTrue();
        assertThat(verdict.verdictClass()).isNotEqualTo(VerdictClass.INPUT);
    }

    @Test
    void a_calculation_of_a_node_nobody_knows_has_a_verdict() {
        warehouse.execute("update fact_node_calc_detail set node_key = -1 where calc_id = md5('c1')::uuid");
        try {
            assertThat(explain("cycle run").about()).isEqualTo(Verdict.About.FAILURE);
            compare("cycle run");
        } finally {
            warehouse.execute("update fact_node_calc_detail set node_key = (select node_key from dim_node where node_id"
                    + " = md5('node 8')::uuid) where calc_id = md5('c1')::uuid");
        }
    }

    @Test
    void a_model_that_is_a_cycle_has_a_verdict() {
        Verdict verdict = explain("cycle run");

        assertThat(verdict.firstFailures()).isNotEmpty();
    }

    @Test
    void ten_thousand_changed_inputs_have_a_verdict_that_finds_the_one() {
        Verdict verdict = explain("many run");

        assertThat(verdict.lineup().suspectCount()
                        + verdict.lineup().clearedByReason().values().stream()
                                .mapToInt(count -> count)
                                .sum())
                .isGreaterThanOrEqualTo(10_000);
        assertThat(verdict.suspects())
                .filteredOn(suspect -> suspect.nodeId() != null)
                .first()
                .extracting(Suspect::nodeName, Suspect::input)
                .containsExactly("Many 5000", "amount");
        assertThat(compare("many run").changedNodes()).hasSizeGreaterThanOrEqualTo(10_000);
    }

    @Test
    void an_input_of_five_megabytes_has_a_verdict_and_a_comparison() {
        assertThat(warehouse.value("select length(input_data::text) > 5000000 from fact_scenario_input_change"
                        + " where node_data_id = md5('large')::uuid"))
                .isEqualTo("t");

        Verdict verdict = explain("large run");

        assertThat(verdict.suspects())
                .extracting(Suspect::nodeName, Suspect::input)
                .contains(tuple("Node 1", "rate"));
        assertThat(compare("large run").changedNodes())
                .filteredOn(node -> "Node 1".equals(node.nodeName()))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.changeCount()).isGreaterThan(70_000);
                    assertThat(node.changes()).hasSizeLessThanOrEqualTo(1_000);
                });
    }

    @Test
    void their_causes_are_stored() {
        warehouse.execute(
                "delete from unexplained_run where run_id in (md5('many run')::uuid, md5('large run')::uuid)");
        int left = Integer.parseInt(warehouse.value("select count(*) from unexplained_run"));

        assertThat(left).isPositive();
        assertThat(warehouse.diagnose()).isEqualTo(left);

        assertThat(warehouse.progress()).noneMatch(line -> line.startsWith("could not explain"));
        assertThat(warehouse.value(
                        "select count(distinct run_id) from fact_run_diagnostic where diagnostic_type = 'root_cause'"))
                .isEqualTo(String.valueOf(left));
    }

    private static Verdict explain(String run) {
        long start = System.nanoTime();
        Verdict verdict = reports.explanation().answer(id(run)).content();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(SOON);
        assertThat(Json.write(verdict).length()).as("bytes").isLessThan(MOST_BYTES);
        return verdict;
    }

    private static RunComparison compare(String run) {
        var report = reports.runComparison();
        long start = System.nanoTime();
        RunComparison comparison = report.answer(report.about(id(run), null)).content();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time").isLessThan(SOON);
        return comparison;
    }

    private static UUID id(String name) {
        return UUID.fromString(platform.value("select md5('" + name + "')::uuid"));
    }
}
