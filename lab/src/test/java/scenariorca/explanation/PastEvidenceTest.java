package scenariorca.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.Series;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** What is read of earlier runs: three runs of one scenario, of which the first passed and the others failed at node 4. */
final class PastEvidenceTest {
    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static WarehouseReader reader;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(2, 4, 3);
        platform.execute("""
                insert into fc_scenario (id, scenario_display_name, model_id, forecast_init_id, scenario_start_year, scenario_end_year, is_starter, currency, created_by, created_at, created_req_id, updated_by, updated_at, updated_req_id, status)
                select md5('own')::uuid, 'Own', model_id, forecast_init_id, scenario_start_year, scenario_end_year, false, currency, created_by, '2026-02-01', md5('own q')::uuid, updated_by, '2026-02-01', md5('own q')::uuid, status
                from fc_scenario where id = md5('scenario 1')::uuid;

                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id, end_at, end_by)
                select
                    md5('own ' || node || ' ' || v)::uuid, md5('node ' || node)::uuid, md5('own')::uuid,
                    jsonb_build_object('note', v, 'rate', case v when 0 then 0.1 else 0.1 + node * 0.1 end, 'monthly', jsonb_build_object('2026-01', 1, '2026-02', 2, '2026-03', v)),
                    case v when 0 then 'create_scenario' else 'edit_scenario' end, md5('own ' || node || v), 'jdoe',
                    timestamptz '2026-02-01' + v * interval '25 hours' + node * v * interval '1 minute', md5('oq' || node || v)::uuid,
                    case v when 0 then timestamptz '2026-02-01' + interval '25 hours' + node * interval '1 minute' end, case v when 0 then 'jdoe' end
                from (values (1), (2), (4)) as nodes (node)
                cross join generate_series(0, 1) as v
                where node <> 1 or v = 0;

                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
                values
                (md5('passed')::uuid, md5('own')::uuid, 'success', '2026-02-01 12:00:00+00', 'jdoe', md5('r1')::uuid, '2026-02-01 12:01:00+00', null),
                (md5('first')::uuid, md5('own')::uuid, 'failed', '2026-02-02 12:00:00+00', 'jdoe', md5('r2')::uuid, '2026-02-02 12:01:00+00', 'calculation failed'),
                (md5('second')::uuid, md5('own')::uuid, 'failed', '2026-02-03 12:00:00+00', 'jdoe', md5('r3')::uuid, '2026-02-03 12:01:00+00', 'calculation failed');

                insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
                select md5(name || ' branch')::uuid, md5(name)::uuid, 'without events'
                from unnest(array['passed', 'first', 'second']) as name;

                insert into fc_scenario_node_calc (id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processed, output_data, created_at, updated_at, status, fail_reason)
                values
                (md5('p2')::uuid, md5('passed branch')::uuid, md5('node 2')::uuid, md5('own 2 0')::uuid, true, '{"v": [5, 6]}', '2026-02-01 12:00:10+00', '2026-02-01 12:00:20+00', 'success', null),
                (md5('p4')::uuid, md5('passed branch')::uuid, md5('node 4')::uuid, md5('own 4 0')::uuid, true, '{"v": [1, 2]}', '2026-02-01 12:00:20+00', '2026-02-01 12:00:30+00', 'success', null),
                (md5('f2')::uuid, md5('first branch')::uuid, md5('node 2')::uuid, md5('own 2 1')::uuid, true, '{"v": [5, 6]}', '2026-02-02 12:00:10+00', '2026-02-02 12:00:20+00', 'success', null),
                (md5('f4')::uuid, md5('first branch')::uuid, md5('node 4')::uuid, md5('own 4 1')::uuid, false, null, '2026-02-02 12:00:20+00', '2026-02-02 12:00:30+00', 'failed', 'calculation failed'),
                (md5('s2')::uuid, md5('second branch')::uuid, md5('node 2')::uuid, md5('own 2 1')::uuid, true, '{"v": [5, 6]}', '2026-02-03 12:00:10+00', '2026-02-03 12:00:20+00', 'success', null),
                (md5('s4')::uuid, md5('second branch')::uuid, md5('node 4')::uuid, md5('own 4 1')::uuid, false, null, '2026-02-03 12:00:20+00', '2026-02-03 12:00:30+00', 'failed', 'calculation failed')
                """);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        reader = WarehouseReader.open(Warehouse.open(warehouse.settings()).address(), 1);
    }

    @AfterAll
    static void close() {
        reader.close();
        warehouse.close();
        platform.close();
    }

    @Test
    void how_the_failing_node_went_in_the_failed_runs_since_the_baseline() {
        assertThat(evidence("second").trace().earlier())
                .extracting(EarlierCalc::runId, EarlierCalc::nodeId, EarlierCalc::outcome)
                .containsExactly(tuple(new RunId(id("first")), new NodeId(id("node 4")), RunOutcome.FAILED));
        assertThat(evidence("first").trace().earlier()).isEmpty();
    }

    @Test
    void the_series_that_stood_in_the_inputs_of_what_may_have_to_do_with_it() {
        assertThat(evidence("second").inputs().series())
                .extracting(Series::path, Series::keys)
                .contains(tuple("monthly", List.of("2026-01", "2026-02", "2026-03")));
    }

    @Test
    void an_input_whose_change_moved_nothing_is_known_as_inert_in_the_next_run() {
        assertThat(change(evidence("second"), "node 2").seen().inert()).isEqualTo(1);
        assertThat(change(evidence("first"), "node 2").seen().inert()).isZero();
        assertThat(change(evidence("second"), "node 4").seen().inert()).isZero();
    }

    @Test
    void a_publication_noticed_after_the_baseline_counts_though_it_may_have_been_before() {
        warehouse.execute("insert into dim_release (release_name, service_name, environment, model_key, release_source,"
                + " released_at, noticed_at) select 'v2', '', '', model_key, 'model', '2026-02-01', '2026-02-02'"
                + " from dim_model where model_id = md5('model')::uuid");
        try {
            assertThat(evidence("second").model().changes())
                    .extracting(GraphChange::kind)
                    .containsExactly(GraphChange.Kind.MODEL_VERSION);

            warehouse.execute("update dim_release set noticed_at = null where release_name = 'v2'");

            assertThat(evidence("second").model().changes()).isEmpty();
        } finally {
            warehouse.execute("delete from dim_release where release_name = 'v2'");
        }
    }

    private static RunEvidence evidence(String run) {
        return reader.read(Viewer.ALL, snapshot -> EvidenceReader.read(snapshot, id(run)))
                .orElseThrow();
    }

    private static InputChange change(RunEvidence evidence, String node) {
        return evidence.changes().stream()
                .filter(change -> change.nodeId().value().equals(id(node))
                        && change.input().equals("rate"))
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(String name) {
        return UUID.fromString(platform.value("select md5('" + name + "')::uuid"));
    }
}
