package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.errors.ErrorCategory;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Warehouse;

/** Decisions of people about patterns, made on what is stored, and taken back. */
final class PatternCurationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final PatternCuration.Author ANNA = new PatternCuration.Author("anna", "the same outage");
    private static final String STATE = """
            select x from (
                select concat_ws('|', 'line', event_id, fingerprint, lines.error_category) as x
                from fact_cloudwatch_log as lines left join dim_error_pattern using (error_pattern_key)
                union all
                select concat_ws('|', 'run', run_id, fingerprint, runs.error_category)
                from fact_scenario_run as runs left join dim_error_pattern using (error_pattern_key)
                union all
                select concat_ws('|', 'day', fingerprint, day, counts.severity, line_count)
                from agg_error_pattern_day as counts join dim_error_pattern using (error_pattern_key)
                where line_count > 0
                union all
                select concat_ws('|', 'hour', fingerprint, hour_start, line_count)
                from agg_error_pattern_hour join dim_error_pattern using (error_pattern_key)
                where line_count > 0
            ) as y order by x
            """;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static PatternCuration desk;
    private static LogPlan plan;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(2, 4, 12);
        warehouse = new LoadedWarehouse(platform);
        var events = new ArrayList<RawLogEvent>();
        for (int line = 0; line < 40; line++) {
            String text = switch (line % 3) {
                case 0 -> "Fetch of price list failed: code " + line;
                case 1 -> "Queue depth is above its limit";
                default ->
                    "Deployment of release " + line + " was rejected by region "
                            + List.of("north", "south", "east", "west", "center")
                                    .get(line / 3 % 5);
            };
            events.add(new RawLogEvent(
                    "/g",
                    "s",
                    "e" + line,
                    NOW.minusSeconds(60L * line + 1),
                    null,
                    "2026-03-10 11:00:00 ERROR c.f.A - " + text));
        }
        plan = LogPlans.service(new InMemoryLogSource(events), NOW, "/g").plan();
        warehouse.load(new LoadRequest.Full(), plan);
        desk = new PatternCuration(Warehouse.open(warehouse.settings()));
    }

    @AfterAll
    static void close() {
        assertThat(warehouse.verifyAudit().isIntact()).isTrue();
        warehouse.close();
        platform.close();
    }

    private static String fingerprintOf(String event) {
        return warehouse.value(
                "select fingerprint from fact_cloudwatch_log join dim_error_pattern using (error_pattern_key) where event_id = '"
                        + event + "'");
    }

    @Test
    void a_merge_takes_hold_of_what_is_stored_survives_loads_and_can_be_undone() {
        List<String> before = warehouse.values(STATE);
        Set<String> two = Set.of(fingerprintOf("e0"), fingerprintOf("e1"));
        assertThat(two).hasSize(2);

        String decision = desk.merge(ANNA, two);

        assertThat(fingerprintOf("e0")).isEqualTo(fingerprintOf("e1")).isIn(two);
        assertThat(warehouse.value("select max(line_count) from agg_error_pattern_day"))
                .isEqualTo("27");
        LoadSummary again = warehouse.load(new LoadRequest.Full(), plan);
        assertThat(again.rowsWritten()).as("%s", again.tables()).isZero();
        assertThat(desk.decisions().getFirst()).satisfies(found -> {
            assertThat(found.id()).isEqualTo(decision);
            assertThat(found.author()).isEqualTo("anna");
            assertThat(Set.copyOf(found.fingerprints())).isEqualTo(two);
        });

        desk.undo(ANNA, decision);

        assertThat(warehouse.values(STATE)).isEqualTo(before);
        assertThat(warehouse.load(new LoadRequest.Full(), plan).rowsWritten()).isZero();
    }

    @Test
    void a_split_gives_each_value_its_pattern_and_can_be_undone() {
        List<String> before = warehouse.values(STATE);
        String pattern = warehouse.value(
                "select pattern from dim_error_pattern where fingerprint = '" + fingerprintOf("e2") + "'");
        int word = List.of(pattern.split(" ")).lastIndexOf("<*>");

        String decision = desk.split(ANNA, fingerprintOf("e2"), word);
        String state = String.join("\n", warehouse.values(STATE));
        desk.undo(ANNA, decision);

        assertThat(pattern).startsWith("Deployment of release");
        assertThat(pattern).endsWith("region <*>");
        assertThat(state)
                .as("each region's lines on their own")
                .contains("ERROR|3")
                .contains("ERROR|2");
        assertThat(warehouse.values(STATE)).isEqualTo(before);
    }

    @Test
    void a_category_chosen_by_hand_holds_in_later_loads_and_can_be_undone() {
        List<String> before = warehouse.values(STATE);
        String fingerprint = fingerprintOf("e1");

        String decision = desk.category(ANNA, fingerprint, ErrorCategory.CONFIG);

        assertThat(warehouse.value("select error_category from fact_cloudwatch_log where event_id = 'e1'"))
                .isEqualTo("config");
        LoadSummary again = warehouse.load(new LoadRequest.Full(), plan);
        assertThat(again.rowsWritten()).as("%s", again.tables()).isZero();
        assertThat(desk.explain("Queue depth is above its limit").found()).satisfies(found -> {
            assertThat(found.fingerprint()).isEqualTo(fingerprint);
            assertThat(found.category()).isEqualTo(ErrorCategory.CONFIG);
            assertThat(found.categoryRule()).isEqualTo("by_hand." + decision);
        });
        desk.undo(ANNA, decision);
        assertThat(warehouse.values(STATE)).isEqualTo(before);
    }

    @Test
    void of_several_categories_by_hand_the_latest_that_holds_counts_and_an_undo_can_be_undone() {
        List<String> before = warehouse.values(STATE);
        String fingerprint = fingerprintOf("e1");
        String category = "select error_category from fact_cloudwatch_log where event_id = 'e1'";

        String first = desk.category(ANNA, fingerprint, ErrorCategory.CONFIG);
        String second = desk.category(ANNA, fingerprint, ErrorCategory.NETWORK);
        desk.undo(ANNA, first);
        assertThat(warehouse.value(category)).isEqualTo("network");
        String undone = desk.undo(ANNA, second);
        assertThat(warehouse.values(STATE)).isEqualTo(before);
        String restored = desk.undo(ANNA, undone);
        assertThat(warehouse.value(category)).isEqualTo("network");
        desk.undo(ANNA, restored);

        assertThat(warehouse.values(STATE)).isEqualTo(before);
    }

    @Test
    void what_is_not_there_is_named() {
        assertThatThrownBy(() -> desk.merge(ANNA, Set.of("0123456789abcdef", fingerprintOf("e1"))))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("0123456789abcdef");
        assertThatThrownBy(() -> desk.undo(ANNA, "e999")).hasMessageContaining("e999");
    }
}
