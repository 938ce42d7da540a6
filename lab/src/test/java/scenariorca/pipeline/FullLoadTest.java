package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;

/** A full load of a platform whose content is known. */
final class FullLoadTest {
    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static LoadSummary first;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(12, 20, 10);
        warehouse = new LoadedWarehouse(platform);
        first = warehouse.full();
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void everything_the_source_holds_is_there() {
        VerificationReport report = warehouse.verify();
        assertThat(report.isEqual()).as("%s", report).isTrue();
        assertThat(report.tables())
                .extracting(VerificationReport.Table::sourceRows)
                .allMatch(rows -> rows > 0);
        assertThat(first.status()).isEqualTo("published");
    }

    @Test
    void a_second_full_load_and_an_incremental_one_write_nothing() {
        LoadSummary again = warehouse.full();
        assertThat(again.rowsWritten()).as("%s", again.tables()).isZero();
        assertThat(again.status()).isEqualTo("unchanged");
        assertThat(again.tables())
                .filteredOn(table -> table.table().matches("stg_(scenario|run|input_version|calculation|event_input)"))
                .hasSize(5)
                .allMatch(table -> table.unchanged() == table.read() && table.skipped() == 0);
        LoadSummary incremental = warehouse.incremental();
        assertThat(incremental.rowsWritten()).as("%s", incremental.tables()).isZero();
        assertThat(incremental.rowsRead()).isLessThan(again.rowsRead());
        assertThat(warehouse.value("select max(version) from etl_run")).isEqualTo(String.valueOf(first.version()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
                    state changes         ~ select count(created_at) + count(submitted_at) + count(locked_at) + count(withdraw_at) + count(delete_at) from fc_scenario ~ select count(*) from fact_scenario_state_change
                    runs by outcome       ~ select string_agg(run_status || n, ',' order by run_status) from (select run_status, count(*) n from fc_scenario_run group by 1) x ~ select string_agg(run_outcome || n, ',' order by run_outcome) from (select run_outcome, count(*) n from fact_scenario_run group by 1) x
                    calcs by outcome      ~ select string_agg(status || n, ',' order by status) from (select status, count(*) n from fc_scenario_node_calc group by 1) x ~ select string_agg(calc_outcome || n, ',' order by calc_outcome) from (select calc_outcome, count(*) n from fact_node_calc_detail group by 1) x
                    input versions        ~ select count(*) from fc_scenario_node_data ~ select count(*) from fact_scenario_input_change
                    edits                 ~ select count(*) from fc_scenario_node_data where source <> 'create_scenario' ~ select count(*) from fact_user_action where action_type = 'edit_input_data'
                    event edits           ~ select count(*) from fc_scenario_event_data ~ select count(*) from fact_user_action where action_type = 'edit_event_data'
                    updates               ~ select count(*) from fc_scenario where updated_req_id is distinct from submitted_req_id ~ select count(*) from fact_user_action where action_type = 'update_scenario'
                    audit trail           ~ select 2 * (select count(*) from fc_scenario_run) + (select count(*) from fc_scenario_node_data) + (select count(*) from fc_scenario_event_data) + (select count(created_at) + count(submitted_at) from fc_scenario) + (select count(*) from fc_scenario where updated_req_id is distinct from submitted_req_id) ~ select count(*) from view_scenario_audit_trail
                    failed calcs of runs  ~ select count(*) from fc_scenario_node_calc where status = 'failed' ~ select sum(node_calc_failed) from fact_scenario_run
                    calcs of runs         ~ select count(*) from fc_scenario_node_calc ~ select sum(node_calc_total) from fact_scenario_run
                    runs per day          ~ select string_agg(d || ':' || n, ',' order by d) from (select to_char(run_at at time zone 'UTC', 'YYYYMMDD') d, count(*) n from fc_scenario_run group by 1) x ~ select string_agg(date_key || ':' || total_runs, ',' order by date_key) from fact_reliability_daily
                    users                 ~ select count(*) from (select created_by from fc_scenario union select run_by from fc_scenario_run union select initiated_by from fc_forecast_init) x ~ select count(*) from dim_user where user_key <> -1
                    """)
    void counts_agree_with_sql_on_the_source(String what, String onSource, String onWarehouse) {
        assertThat(warehouse.value(onWarehouse)).as(what).isEqualTo(platform.value(onSource));
    }

    @Test
    void each_change_says_what_differs_down_to_the_leaf() {
        String summary = warehouse.value("""
                select input_diff_summary
                from fact_scenario_input_change
                where not is_initial and change_sequence = 2
                order by node_data_id
                limit 1
                """);
        assertThat(summary)
                .contains("\"path\": \"yearly[year=2026].value\"")
                .contains("\"path\": \"time_to_peak\"")
                .contains("\"kind\": \"changed\"");
        assertThat(
                        warehouse.value(
                                "select count(*) from fact_scenario_input_change where (change_sequence = 1) <> (input_diff_summary is null)"))
                .isEqualTo("0");
    }

    @Test
    void the_snapshot_hash_is_that_of_the_versions_the_calculations_name() {
        String run = platform.value("select id from fc_scenario_run order by id limit 1");
        String expected = platform.value("""
                select md5(string_agg(node || ':' || hash, ',' order by node, hash))
                from (
                    select distinct c.model_node_id as node, d.input_hash as hash
                    from fc_scenario_node_calc c
                    join fc_scenario_run_branch b on b.id = c.scenario_run_branch_id
                    join fc_scenario_node_data d on d.id = c.scenario_node_data_id
                    where b.scenario_run_id = '%s'
                ) x
                """.formatted(run));
        assertThat(warehouse.value("select input_snapshot_hash from fact_scenario_run where run_id = '" + run + "'"))
                .isEqualTo(expected);
    }

    @Test
    void comparisons_name_the_nodes_whose_input_differs() {
        assertThat(warehouse.value("""
                        select string_agg(nodes || 'x' || n, ' ' order by nodes)
                        from (
                            select cardinality(changed_node_keys) as nodes, count(*) as n
                            from fact_run_comparison
                            where comparison_type = 'previous_run'
                            group by 1
                        ) x
                        """))
                .as("three edits before each run but the last")
                .isEqualTo("0x12 3x96");
        assertThat(warehouse.value("select count(*) from fact_run_comparison where comparison_type = 'previous_run'"))
                .isEqualTo(String.valueOf(12 * 9));
        assertThat(
                        warehouse.value(
                                "select string_agg(distinct status_transition, ', ' order by status_transition) from fact_run_comparison"))
                .isEqualTo("failed -> success, success -> failed, success -> success");
    }

    @Test
    void every_input_change_knows_its_runs_before_and_after() {
        assertThat(warehouse.value("""
                        select count(*)
                        from fact_scenario_input_change changes
                        left join lateral (
                            select run_id from fact_scenario_run r
                            where r.scenario_key = changes.scenario_key and run_started_at < changed_at
                            order by run_started_at desc limit 1
                        ) before on true
                        where changes.run_id_before is distinct from before.run_id
                            or changes.run_id_after is null
                        """)).isEqualTo("0");
    }

    @Test
    void the_stripped_tables_have_all_their_parts_again() {
        try (LoadedWarehouse untouched = new LoadedWarehouse(platform)) {
            String parts = """
                    select string_agg(part, E'\\n' order by part)
                    from (
                        select indexdef || coalesce(obj_description((schemaname || '.' || indexname)::regclass), '') as part
                        from pg_indexes where schemaname = 'rpt'
                        union all
                        select conrelid::regclass || pg_get_constraintdef(oid)
                        from pg_constraint where connamespace = 'rpt'::regnamespace and contype in ('f', 'p')
                    ) x
                    """;
            assertThat(warehouse.value(parts)).isEqualTo(untouched.value(parts));
        }
    }

    @Test
    void the_older_columns_and_spellings_load_as_well_and_are_mentioned() {
        try (SourcePlatform older = SourcePlatform.of(2, 5, 3).older();
                LoadedWarehouse loaded = new LoadedWarehouse(older)) {
            LoadSummary summary = loaded.full();
            assertThat(loaded.verify().isEqual()).isTrue();
            assertThat(summary.notices()).containsExactly("the source has no fc_model.model_version; it stays empty");
            assertThat(loaded.value("select updated_by from dim_event_type where event_type_key <> -1"))
                    .isEqualTo("lead");
        }
    }
}
