package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.errors.ErrorCategory;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.warehouse.Warehouse;

/** A warehouse whose categories other rules have decided. */
final class CategoryRulesChangeTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    /** Everything that tells a category. */
    private static final String CATEGORIES = """
            select x from (
                select concat_ws('|', 'pattern', fingerprint, error_category, category_rule) as x from dim_error_pattern
                union all
                select concat_ws('|', 'line', event_id, error_category) from fact_cloudwatch_log
                union all
                select concat_ws('|', 'run', run_id, error_category) from fact_scenario_run
                union all
                select concat_ws('|', 'calculation', calc_id, error_category) from fact_node_calc_detail
                union all
                select concat_ws('|', 'day', date_key, model_key, top_error_category) from fact_reliability_daily
                union all
                select concat_ws('|', 'event', audit_key, event_metadata ->> 'error_category')
                from view_scenario_audit_trail
                union all
                select concat_ws('|', 'finding', run_id, node_key, diagnostic_category, diagnostic_message, diagnostic_details)
                from fact_run_diagnostic where diagnostic_type = 'error_summary'
            ) as y order by x
            """;
    /** As if rules long gone had found everything to be about the network. */
    private static final String OTHER_RULES = """
            update dim_error_pattern set error_category = 'network', category_rule = 'words.gone';
            update fact_cloudwatch_log set error_category = 'network' where error_category is not null;
            update fact_scenario_run set error_category = 'network' where error_category is not null;
            update fact_node_calc_detail set error_category = 'network' where error_category is not null;
            update fact_reliability_daily set top_error_category = 'network' where top_error_category is not null;
            update view_scenario_audit_trail
            set event_metadata = jsonb_set(event_metadata, '{error_category}', '"network"')
            where event_metadata ? 'error_category';
            delete from fact_run_diagnostic where diagnostic_type = 'error_summary' and node_key <> -1 and exists (
                select from fact_run_diagnostic as other
                where other.diagnostic_type = 'error_summary'
                    and (other.run_id, other.node_key) = (fact_run_diagnostic.run_id, fact_run_diagnostic.node_key)
                    and other.diagnostic_category < fact_run_diagnostic.diagnostic_category);
            update fact_run_diagnostic set diagnostic_category = 'network' where diagnostic_type = 'error_summary';
            update pattern_rules set rules_fingerprint = 'gone';
            """;

    private static LogPlan plan() {
        var events = new ArrayList<RawLogEvent>();
        List<String> texts = List.of(
                "Node failed: value 7 must be between 1 and 120",
                "java.lang.OutOfMemoryError: Java heap space",
                "deadlock detected",
                "the moon is full");
        for (int line = 0; line < 20; line++) {
            Instant at = NOW.minusSeconds(60L * line + 1);
            String text = "2026-03-10 11:00:00 ERROR c.f.A - " + texts.get(line % texts.size());
            events.add(new RawLogEvent("/g", "s", "e" + line, at, null, text));
        }
        return LogPlans.service(new InMemoryLogSource(events), NOW, "/g").plan();
    }

    @Test
    void stored_patterns_and_all_that_carries_them_are_categorised_anew_once_and_never_without_a_change() {
        LogPlan plan = plan();
        try (SourcePlatform platform = SourcePlatform.of(2, 4, 12);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.load(new LoadRequest.Full(), plan);
            List<String> right = warehouse.values(CATEGORIES);
            warehouse.execute(OTHER_RULES);
            assertThat(warehouse.values(CATEGORIES)).isNotEqualTo(right);

            // Neither the runs nor the lines are read again: only what is stored can be categorised.
            LoadSummary changed = warehouse.load(
                    new LoadRequest.LogsOnly(),
                    LogPlans.service(new InMemoryLogSource(List.of()), NOW, "/g")
                            .plan());

            assertThat(warehouse.values(CATEGORIES)).isEqualTo(right);
            assertThat(changed.status()).isEqualTo("published");
            assertThat(warehouse.load(new LoadRequest.Full(), plan).rowsWritten())
                    .isZero();
        }
    }

    @Test
    void what_a_person_has_decided_stays() {
        LogPlan plan = plan();
        try (SourcePlatform platform = SourcePlatform.of(1, 1, 1);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform);
                Warehouse own = Warehouse.open(warehouse.settings())) {
            warehouse.load(new LoadRequest.LogsOnly(), plan);
            String fingerprint =
                    warehouse.value("select fingerprint from dim_error_pattern where pattern like '%deadlock%'");
            new PatternCuration(own)
                    .category(new PatternCuration.Author("anna", "known"), fingerprint, ErrorCategory.CONFIG);
            List<String> before = warehouse.values(CATEGORIES);
            warehouse.execute("update pattern_rules set rules_fingerprint = 'gone';"
                    + "update dim_error_pattern set error_category = 'network', category_rule = 'words.gone'"
                    + " where category_rule not like 'by_hand%'");

            warehouse.load(new LoadRequest.LogsOnly(), plan);

            assertThat(warehouse.values(CATEGORIES))
                    .isEqualTo(before)
                    .anyMatch(row -> row.contains("config|by_hand.e1"));
        }
    }
}
