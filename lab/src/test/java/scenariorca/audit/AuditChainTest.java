package scenariorca.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.platform.SqlFile;

/** What loads write is as written, whatever they write it over; what anybody else writes is not. */
final class AuditChainTest {
    private SourcePlatform platform;
    private LoadedWarehouse warehouse;

    @BeforeEach
    void load() {
        platform = SourcePlatform.of(4, 10, 6);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
    }

    @AfterEach
    void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void the_first_load_covers_all_rows_of_the_history() {
        AuditReport report = warehouse.verifyAudit();

        assertThat(report.isIntact()).as("%s", report).isTrue();
        assertThat(report.head()).isNotNull();
        assertThat(report.head().entryNo()).isEqualTo(1);
        assertThat(report.tables())
                .filteredOn(table -> table.table().equals("fact_scenario_run"))
                .singleElement()
                .returns(24L, AuditReport.Table::rows);
        assertThat(warehouse.value("select sum(cardinality(row_ids)) from audit_chain_part"))
                .isEqualTo(String.valueOf(report.tables().stream()
                        .mapToLong(AuditReport.Table::rows)
                        .sum()));
    }

    @Test
    void a_load_that_changes_nothing_writes_no_entry() {
        warehouse.full();
        warehouse.incremental();

        assertThat(warehouse.value("select count(*) from audit_chain")).isEqualTo("1");
    }

    @Test
    void rows_that_loads_change_remove_and_bring_late_stay_as_written() {
        changeEverything();
        warehouse.incremental();
        platform.execute("""
                update fc_scenario_run set run_status = 'failed', fail_reason = 'late', run_complete_at = now()
                where run_status <> 'failed' and id in (select id from fc_scenario_run order by id limit 5);
                delete from fc_scenario_node_calc where id in (select id from fc_scenario_node_calc order by id limit 3)
                """);
        warehouse.full();

        AuditReport report = warehouse.verifyAudit();
        assertThat(report.isIntact()).as("%s", report).isTrue();
        assertThat(report.head().entryNo()).isEqualTo(3);
        assertThat(warehouse.value("""
                select count(*) from audit_chain_part
                where table_name = 'fact_scenario_run' and old_hashes is not null and entry_no > 1
                """)).isNotEqualTo("0");
    }

    @Test
    void the_cost_of_an_entry_follows_what_the_load_wrote() {
        changeEverything();
        warehouse.incremental();

        assertThat(Integer.parseInt(warehouse.value("""
                select sum(cardinality(row_ids)) from audit_chain_part
                where table_name = 'fact_scenario_input_change' and entry_no = 2
                """))).isBetween(2, 8);
    }

    @Test
    void a_row_changed_by_hand_is_named_with_its_table_and_day() {
        String run = warehouse.value("select run_id from fact_scenario_run order by run_id limit 1");
        String day = warehouse.value(
                "select (run_started_at at time zone 'UTC')::date from fact_scenario_run where run_id = '%s'"
                        .formatted(run));
        warehouse.execute(
                "update fact_scenario_run set run_status = 'success' || run_status where run_id = '" + run + "'");

        assertThat(warehouse.verifyAudit().tables())
                .filteredOn(table -> table.findingCount() > 0)
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.table()).isEqualTo("fact_scenario_run");
                    assertThat(table.findings()).singleElement().satisfies(finding -> {
                        assertThat(finding.rowId()).isEqualTo(run);
                        assertThat(finding.day()).hasToString(day);
                        assertThat(finding.what()).isEqualTo("changed");
                    });
                });
    }

    @Test
    void a_row_changed_by_hand_stays_found_after_a_load_wrote_it_over() {
        platform.execute(
                "update fc_scenario set scenario_display_name = 'Renamed', updated_at = now() where id = md5('scenario 1')::uuid");
        warehouse.execute(
                "update dim_scenario set scenario_name = 'By hand' where scenario_id = md5('scenario 1')::uuid");
        warehouse.incremental();

        assertThat(warehouse.value(
                        "select scenario_name from dim_scenario where scenario_id = md5('scenario 1')::uuid"))
                .isEqualTo("Renamed");
        assertThat(warehouse.verifyAudit().tables())
                .filteredOn(table -> table.findingCount() > 0)
                .singleElement()
                .satisfies(table -> assertThat(table.findings())
                        .singleElement()
                        .returns("changed", AuditReport.Finding::what)
                        .returns(2L, AuditReport.Finding::beforeEntry));
    }

    @Test
    void a_table_emptied_by_hand_stays_found_after_a_load_filled_it_again() {
        warehouse.execute("truncate view_scenario_audit_trail");
        warehouse.full();

        AuditReport report = warehouse.verifyAudit();
        assertThat(report.tables())
                .filteredOn(table -> table.table().equals("view_scenario_audit_trail"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.findingCount()).isEqualTo(table.rows());
                    assertThat(table.findings())
                            .allMatch(finding -> finding.what().equals("removed"));
                });
    }

    @Test
    void a_chain_that_was_cut_or_written_anew_is_told_by_a_head_taken_earlier() {
        changeEverything();
        warehouse.incremental();
        ChainHead head = warehouse.verifyAudit().head();
        assertThat(warehouse.verifyAudit(head).isIntact()).isTrue();

        warehouse.execute(
                "delete from audit_chain_part where entry_no = 2; delete from audit_chain where entry_no = 2");
        assertThat(warehouse.verifyAudit(head).faults())
                .singleElement()
                .asString()
                .contains("entry 2")
                .contains("cut");

        warehouse.execute("truncate audit_chain, audit_chain_part");
        warehouse.full();
        platform.execute("update fc_scenario set updated_at = now()");
        warehouse.full();
        assertThat(warehouse.verifyAudit().isIntact()).isTrue();
        assertThat(warehouse.verifyAudit(head).faults())
                .singleElement()
                .asString()
                .contains("entry 2")
                .contains("written anew");
    }

    private void changeEverything() {
        platform.execute("""
                update fc_scenario set submitted_at = now(), submitted_by = 'user9', status = 'submitted', updated_at = now()
                where id = md5('scenario 2')::uuid;
                """);
        platform.execute(SqlFile.read("bench/change.sql").replace(":turn", "7").replace(":calcs", "5"));
    }
}
