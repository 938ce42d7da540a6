package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;

/** What a load stores about each run, and when it is looked at again. */
final class StoredDiagnosticsTest {
    private static final String FINDINGS = """
            select string_agg(
                concat_ws('|', run_id, diagnostic_type, node_key, diagnostic_category, severity, diagnostic_message,
                    input_hash_at_run, diagnostic_details, cloudwatch_log_references, loaded_at),
                E'\\n' order by run_id, diagnostic_type, node_key, diagnostic_category)
            from fact_run_diagnostic
            """;

    private SourcePlatform platform;
    private LoadedWarehouse warehouse;

    /** Of six scenarios with six runs each, run 6 of scenario 4, run 5 of 5 and run 4 of 6 failed. */
    @BeforeEach
    void load() {
        platform = SourcePlatform.of(6, 8, 6);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
    }

    @AfterEach
    void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void a_load_and_a_diagnosis_store_findings_of_all_five_types() {
        assertThat(warehouse.diagnose()).isEqualTo(3);

        assertThat(warehouse.value("""
                        select string_agg(diagnostic_type || ' ' || runs, ', ' order by diagnostic_type)
                        from (
                            select diagnostic_type, count(distinct run_id) as runs
                            from fact_run_diagnostic
                            group by diagnostic_type
                        ) as types
                        """))
                .isEqualTo("error_summary 3, input_snapshot 36, perf_metric 36, root_cause 3, validation_issue 3");
        assertThat(warehouse.value("""
                        select count(*)
                        from fact_run_diagnostic
                        inner join fact_scenario_run as runs
                            on runs.run_fact_key = fact_run_diagnostic.run_fact_key
                            and runs.run_id = fact_run_diagnostic.run_id
                            and runs.correlation_id = fact_run_diagnostic.correlation_id
                            and runs.input_snapshot_hash
                                = coalesce(fact_run_diagnostic.input_hash_at_run, runs.input_snapshot_hash)
                        where diagnostic_type <> 'validation_issue'
                        """))
                .isEqualTo(warehouse.value(
                        "select count(*) from fact_run_diagnostic where diagnostic_type <> 'validation_issue'"));
        assertThat(warehouse.value("""
                        select string_agg(diagnostic_message, ' / ' order by diagnostic_message)
                        from fact_run_diagnostic
                        where run_id = md5('run 5 5')::uuid and diagnostic_type in ('input_snapshot', 'perf_metric')
                        """))
                .isEqualTo("8 inputs, 3 of them changed since the last success / took 90.0 s, usual are 90.0 s");
    }

    @Test
    void a_second_load_and_diagnosis_write_nothing_and_explain_nothing() {
        warehouse.diagnose();
        String before = warehouse.value(FINDINGS);
        String version = warehouse.value("select max(version) from etl_run");

        assertThat(warehouse.full().rowsWritten()).isZero();
        assertThat(warehouse.incremental().rowsWritten()).isZero();
        assertThat(warehouse.diagnose()).isZero();

        assertThat(warehouse.value(FINDINGS)).isEqualTo(before);
        assertThat(warehouse.value("select max(version) from etl_run")).isEqualTo(version);
    }

    @Test
    void what_was_found_is_found_again_from_nothing_without_a_byte_changed() {
        warehouse.diagnose();
        String before = warehouse.value(FINDINGS);

        warehouse.execute(
                "insert into unexplained_run (run_id) select run_id from fact_scenario_run where run_outcome = 'failed'");
        assertThat(warehouse.diagnose()).isEqualTo(3);

        assertThat(warehouse.value(FINDINGS)).isEqualTo(before);
    }

    @Test
    void a_run_after_it_has_the_failure_before_it_explained_again_and_no_other() {
        warehouse.diagnose();

        run("run 4 7", 4, "success", "2026-01-12 09:44:00+00");
        assertThat(warehouse.incremental().rowsWritten()).isPositive();

        assertThat(warehouse.value("select string_agg(run_id::text, ',') from unexplained_run"))
                .isEqualTo(platform.value("select md5('run 4 6')::uuid"));
        assertThat(warehouse.diagnose()).isEqualTo(1);
        assertThat(warehouse.value("select count(*) from unexplained_run")).isEqualTo("0");
    }

    @Test
    void an_input_that_comes_late_changes_what_is_said_of_the_run_that_used_it() {
        warehouse.diagnose();
        String before = warehouse.value(ofRun("input_snapshot"));

        platform.execute("""
                update fc_scenario_node_data set end_at = '2026-01-11 09:00:00+00', end_by = 'jdoe'
                where id = (
                    select id from fc_scenario_node_data
                    where scenario_id = md5('scenario 4')::uuid and end_at is null
                    order by created_at, id limit 1
                );
                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id)
                select md5('late')::uuid, model_node_id, scenario_id, '{"base_share": 0.9}', 'edit_scenario', 'late', 'jdoe', '2026-01-11 09:00:00+00', md5('l')::uuid
                from fc_scenario_node_data where end_at = '2026-01-11 09:00:00+00';
                update fc_scenario_node_calc set scenario_node_data_id = md5('late')::uuid, updated_at = now()
                where scenario_node_data_id = (select id from fc_scenario_node_data where end_at = '2026-01-11 09:00:00+00')
                    and scenario_run_branch_id in (md5('branch 4 6 1')::uuid, md5('branch 4 6 2')::uuid)
                """);
        warehouse.incremental();

        assertThat(before).contains("0 of them changed");
        assertThat(warehouse.value(ofRun("input_snapshot"))).contains("1 of them changed");
        assertThat(warehouse.diagnose()).isEqualTo(1);
        assertThat(warehouse.value("select count(*) from fact_run_diagnostic where diagnostic_type = 'root_cause'"))
                .isEqualTo("3");
    }

    @Test
    void a_run_that_turns_out_to_have_succeeded_is_no_longer_said_to_have_failed() {
        warehouse.diagnose();

        platform.execute("""
                update fc_scenario_run set run_status = 'success', fail_reason = null where id = md5('run 4 6')::uuid;
                update fc_scenario_node_calc set status = 'success', fail_reason = null, updated_at = now()
                where scenario_run_branch_id in (md5('branch 4 6 1')::uuid, md5('branch 4 6 2')::uuid)
                """);
        warehouse.full();
        warehouse.diagnose();

        assertThat(warehouse.value("""
                        select string_agg(diagnostic_type, ',' order by diagnostic_type)
                        from fact_run_diagnostic
                        where run_id = md5('run 4 6')::uuid
                        """)).isEqualTo("input_snapshot,perf_metric");
    }

    private static String ofRun(String type) {
        return "select diagnostic_message from fact_run_diagnostic where run_id = md5('run 4 6')::uuid and diagnostic_type = '"
                + type + "'";
    }

    private void run(String id, int scenario, String status, String at) {
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('%s')::uuid, md5('scenario %d')::uuid, '%s', '%s', 'jdoe', md5('r %s')::uuid, timestamptz '%s' + interval '80 seconds')
                """.formatted(id, scenario, status, at, id, at));
    }
}
