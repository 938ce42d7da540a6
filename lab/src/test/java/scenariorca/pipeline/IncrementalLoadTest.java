package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/** What a later load makes of a platform that has moved on. */
final class IncrementalLoadTest {
    private SourcePlatform platform;
    private LoadedWarehouse warehouse;

    @BeforeEach
    void load() {
        platform = SourcePlatform.of(3, 8, 5);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
    }

    @AfterEach
    void close() {
        // One test changes a model by hand.
        assertThat(warehouse.verifyAudit().tables())
                .filteredOn(table -> !table.table().equals("dim_model"))
                .allMatch(table -> table.findingCount() == 0);
        warehouse.close();
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_scenario_submitted_withdrawn_and_submitted_again_shows_all_transitions(boolean isFull) {
        transition("submitted", "submitted_at", "2026-03-02 10:30:00+00");
        warehouse.incremental();
        transition("withdrawn", "withdraw_at", "2026-03-02 10:35:00+00");
        warehouse.incremental();
        transition("submitted", "submitted_at", "2026-03-03 09:00:00+00");
        LoadSummary summary = isFull ? warehouse.full() : warehouse.incremental();

        assertThat(summary.rowsWritten()).isPositive();
        warehouse.full();
        assertThat(warehouse.value("""
                        select string_agg(concat_ws('>', coalesce(previous_status, '-'), new_status), ' ' order by changed_at)
                        from fact_scenario_state_change
                        where scenario_id = md5('scenario 1')::uuid
                        """)).isEqualTo("->draft draft>submitted submitted>withdrawn withdrawn>submitted");
        assertThat(warehouse.value("""
                        select count(*) from view_scenario_audit_trail
                        where scenario_id = md5('scenario 1')::uuid and event_type = 'state_change'
                        """)).isEqualTo("4");
    }

    @Test
    void a_submission_overwritten_before_any_load_saw_it_is_confessed() {
        transition("withdrawn", "withdraw_at", "2026-03-02 10:35:00+00");
        warehouse.incremental();

        assertThat(
                        warehouse.value(
                                "select previous_status || metadata from fact_scenario_state_change where transition_type = 'withdrawn'"))
                .isEqualTo("submitted{\"overwritten_before\": \"submitted\"}");
    }

    @Test
    void a_run_loaded_in_progress_is_right_once_it_has_finished_however_long_that_takes() {
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id)
                values (md5('long run')::uuid, md5('scenario 1')::uuid, 'IN_PROGRESS', '2026-01-20', 'jdoe', md5('q')::uuid);
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('newer')::uuid, md5('scenario 2')::uuid, 'Success', '2026-02-20', 'jdoe', md5('r')::uuid, '2026-02-20 00:01:00+00')
                """);
        warehouse.incremental();
        assertThat(outcome("long run")).isEqualTo("in_progress");
        assertThat(outcome("newer")).isEqualTo("success");

        platform.execute(
                "update fc_scenario_run set run_status = 'failed', fail_reason = 'out of memory' where id = md5('long run')::uuid");
        warehouse.incremental();
        assertThat(outcome("long run")).isEqualTo("failed");
        assertThat(
                        warehouse.value(
                                "select success || error_message from fact_user_action where target_entity_id = md5('long run')::uuid"))
                .isEqualTo("falseout of memory");
        assertThat(warehouse.verify().isEqual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rows_that_become_visible_ten_minutes_late_are_not_missed(boolean isIndexed) {
        if (isIndexed) {
            platform.execute(SqlFile.read("bench/indexes.sql"));
        }
        platform.execute("update fc_scenario set updated_at = now()"); // the platform's clock moves on
        warehouse.incremental();
        platform.execute("""
                update fc_scenario_node_data set end_at = now() - interval '10 minutes', end_by = 'jdoe'
                where id = md5('input 1 8 0')::uuid;
                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id)
                values (md5('late input')::uuid, md5('node 8')::uuid, md5('scenario 1')::uuid, '{"base_share": 0.9}', 'edit_scenario', 'late', 'jdoe', now() - interval '10 minutes', md5('l')::uuid);
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('late run')::uuid, md5('scenario 1')::uuid, 'success', now() - interval '10 minutes', 'jdoe', md5('lr')::uuid, now() - interval '10 minutes');
                insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
                values (md5('late branch')::uuid, md5('late run')::uuid, 'with events')
                """);
        warehouse.incremental();
        platform.execute("""
                insert into fc_scenario_node_calc (id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processed, created_at, updated_at, status)
                values (md5('late calc')::uuid, md5('late branch')::uuid, md5('node 8')::uuid, md5('late input')::uuid, true, now() - interval '10 minutes', now() - interval '10 minutes', 'success')
                """);
        warehouse.incremental();

        VerificationReport report = warehouse.verify();
        assertThat(report.isEqual()).as("%s", report).isTrue();
        assertThat(warehouse.value("select count(*) from fact_node_calc_detail where calc_id = md5('late calc')::uuid"))
                .isEqualTo("1");
        assertThat(warehouse.value(
                        "select node_calc_total from fact_scenario_run where run_id = md5('late run')::uuid"))
                .isEqualTo("1");
    }

    @Test
    void where_only_the_creation_time_has_an_index_the_version_replaced_is_closed_too() {
        platform.execute("create index on fc_scenario_node_data (created_at)");
        platform.execute("""
                update fc_scenario_node_data set end_at = '2026-03-01', end_by = 'jdoe'
                where model_node_id = md5('node 8')::uuid and scenario_id = md5('scenario 1')::uuid and end_at is null;
                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id)
                values (md5('next')::uuid, md5('node 8')::uuid, md5('scenario 1')::uuid, '{"base_share": 0.9}', 'edit_scenario', 'next', 'jdoe', '2026-03-01', md5('n')::uuid)
                """);
        warehouse.incremental();

        assertThat(warehouse.verify().isEqual()).isTrue();
    }

    @Test
    void an_input_that_comes_late_takes_its_place_in_the_history_and_shifts_those_after_it() {
        platform.execute("""
                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id)
                values (md5('last')::uuid, md5('node 8')::uuid, md5('scenario 1')::uuid, '{"base_share": 0.5}', 'edit_scenario', 'last', 'jdoe', '2026-03-01 12:00:00+00', md5('n')::uuid)
                """);
        warehouse.incremental();
        platform.execute("""
                insert into fc_scenario_node_data (id, model_node_id, scenario_id, input_data, source, input_hash, created_by, created_at, created_req_id, end_at)
                values (md5('middle')::uuid, md5('node 8')::uuid, md5('scenario 1')::uuid, '{"base_share": 0.4}', 'edit_scenario', 'middle', 'jdoe', '2026-03-01 11:50:00+00', md5('n')::uuid, '2026-03-01 12:00:00+00')
                """);
        warehouse.incremental();

        assertThat(warehouse.value("""
                        select string_agg(change_sequence || ':' || previous_input_hash || '>' || new_input_hash, ' ' order by change_sequence)
                        from fact_scenario_input_change
                        where new_input_hash in ('middle', 'last')
                        """)).matches("(\\d+):\\w+>middle (\\d+):middle>last");
        assertThat(
                        warehouse.value(
                                "select input_diff_summary -> 'changes' -> 0 ->> 'before' from fact_scenario_input_change where new_input_hash = 'last'"))
                .isEqualTo("0.4");
        assertThat(warehouse.full().rowsWritten()).isZero();
    }

    @Test
    void a_run_that_came_before_its_scenario_finds_it_later() {
        platform.execute("alter table fc_scenario_run drop constraint fc_scenario_run_scenario_id_fkey");
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('early run')::uuid, md5('late scenario')::uuid, 'success', '2026-02-20', 'jdoe', md5('r')::uuid, '2026-02-20 00:01:00+00')
                """);
        warehouse.incremental();
        assertThat(warehouse.value("select scenario_key from fact_scenario_run where run_id = md5('early run')::uuid"))
                .isEqualTo("-1");

        platform.execute("""
                insert into fc_scenario (id, model_id, forecast_init_id, scenario_display_name, is_starter, status, scenario_start_year, scenario_end_year, created_at, created_by, created_req_id, updated_at, updated_by, updated_req_id, currency)
                values (md5('late scenario')::uuid, md5('model')::uuid, md5('cycle')::uuid, 'Late', false, 'draft', 2026, 2030, '2026-02-19', 'jdoe', md5('x')::uuid, '2026-02-19', 'jdoe', md5('x')::uuid, 'EUR')
                """);
        warehouse.incremental();
        assertThat(warehouse.verify().isEqual()).isTrue();
        assertThat(warehouse.value("select count(*) from fact_scenario_run where scenario_key = -1"))
                .isEqualTo("0");
        assertThat(
                        warehouse.value(
                                "select count(*) from fact_user_action where scenario_key = -1 and action_type = 'run_forecast'"))
                .isEqualTo("0");
    }

    @Test
    void a_calculation_that_came_before_its_branch_is_skipped_aloud_and_loaded_later() {
        platform.execute("""
                alter table fc_scenario_node_calc drop constraint fc_scenario_node_calc_scenario_run_branch_id_fkey;
                create table held_back as
                select * from fc_scenario_run_branch order by id limit 1;
                update fc_scenario_node_calc set updated_at = now()
                where scenario_run_branch_id = (select id from held_back);
                create table held_back_events as
                select * from fc_scenario_event_calc where scenario_run_branch_id = (select id from held_back);
                delete from fc_scenario_event_calc where scenario_run_branch_id = (select id from held_back);
                delete from fc_scenario_run_branch where id = (select id from held_back)
                """);
        LoadSummary.Table read;
        try (LoadedWarehouse other = new LoadedWarehouse(platform)) {
            read = table(other.full(), "stg_calculation");
            assertThat(read.skipped()).isPositive();
            assertThat(read.reason()).contains("no branch or run");

            platform.execute("""
                    insert into fc_scenario_run_branch select * from held_back;
                    insert into fc_scenario_event_calc select * from held_back_events
                    """);
            LoadSummary.Table later = table(other.full(), "stg_calculation");
            assertThat(later.skipped()).isZero();
            assertThat(later.unchanged()).isEqualTo(later.read() - read.skipped());
            assertThat(other.verify().isEqual()).isTrue();
        }
    }

    private static LoadSummary.Table table(LoadSummary summary, String name) {
        return summary.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_second_platform_is_refused_and_named() {
        warehouse.execute("update dim_model set model_id = md5('another platform')::uuid where model_key <> -1");
        assertThatThrownBy(() -> warehouse.full())
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("another platform: none of the 1 models");
    }

    @Test
    void one_scenario_can_be_loaded_alone() {
        platform.execute("update fc_scenario set scenario_display_name = scenario_display_name || ' renamed'");
        warehouse.load(new LoadRequest.OneScenario(UUID.fromString(platform.value("select md5('scenario 2')::uuid"))));

        assertThat(warehouse.value(
                        "select string_agg(scenario_name, ', ') from dim_scenario where scenario_name like '%renamed'"))
                .isEqualTo("Scenario 2 renamed");
    }

    @Test
    void what_the_source_deletes_stays_and_is_no_difference() {
        platform.execute("delete from fc_scenario_event_calc; delete from fc_scenario_event_data");
        warehouse.full();

        VerificationReport report = warehouse.verify();
        assertThat(report.isEqual()).isTrue();
        assertThat(report.tables().stream()
                        .filter(table -> table.table().equals("event_versions"))
                        .findFirst()
                        .orElseThrow()
                        .warehouseRows())
                .isEqualTo(6);
    }

    @Test
    void a_difference_is_found_and_named() {
        platform.execute("update fc_scenario_run set fail_reason = 'rewritten' where id = md5('run 1 1')::uuid");

        VerificationReport report = warehouse.verify();
        assertThat(report.isEqual()).isFalse();
        assertThat(report.tables().stream()
                        .flatMap(table -> table.findings().stream())
                        .flatMap(finding -> finding.differentExamples().stream()))
                .containsExactly(platform.value("select md5('run 1 1')::uuid"));
    }

    @Test
    void an_incremental_load_reads_no_large_table_whole_when_there_is_an_index() {
        platform.execute(SqlFile.read("bench/indexes.sql"));
        platform.execute("analyze; set enable_seqscan = on");
        LoadSummary summary = warehouse.incremental();

        assertThat(read(summary, "stg_calculation")).isLessThan(read(warehouse.full(), "stg_calculation") / 3);
    }

    private static long read(LoadSummary summary, String table) {
        return summary.tables().stream()
                .filter(entry -> entry.table().equals(table))
                .findFirst()
                .orElseThrow()
                .read();
    }

    private void transition(String status, String column, String at) {
        platform.execute("""
                update fc_scenario
                set status = '%s', %s = '%s', %s = 'jdoe', updated_at = '%s', updated_by = 'jdoe'
                where id = md5('scenario 1')::uuid
                """.formatted(status, column, at, column.replace("_at", "_by"), at));
    }

    private String outcome(String run) {
        return warehouse.value("select run_outcome from fact_scenario_run where run_id = md5('" + run + "')::uuid");
    }
}
