package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.platform.JsonText;
import scenariorca.report.PatternHistory;

/** What pages make of values. */
final class WordsTest {
    @Test
    void what_an_action_did_is_told_in_words() {
        assertThat(details("{\"paths\": [\"a\", \"b\"], \"node_name\": \"Dosing\", \"change_count\": 2}"))
                .isEqualTo("Dosing: a, b");
        assertThat(details("{\"paths\": [], \"node_name\": \"Dosing\", \"change_count\": 0}"))
                .isEqualTo("Dosing");
        assertThat(details("{\"status\": \"failed\", \"node_failures\": 2, \"duration_seconds\": 33.35}"))
                .isEqualTo("failed after 33\u00a0s, 2 failed nodes");
        assertThat(details("{\"status\": \"in progress\", \"node_failures\": 0, \"duration_seconds\": null}"))
                .isEqualTo("in progress");
        assertThat(details("{\"anything\": 1}")).isEqualTo("{\"anything\": 1}");
        assertThat(details("[1]")).isEqualTo("[1]");
    }

    @Test
    void only_what_was_never_seen_before_is_new() {
        var days = List.of(
                new PatternHistory.Day(LocalDate.parse("2026-02-01"), 0, 0),
                new PatternHistory.Day(LocalDate.parse("2026-02-02"), 3, 1));

        assertThat(Trace.of(days, true).title()).isEqualTo("new");
        assertThat(Trace.of(days, false).title()).isEqualTo("rising");
        assertThat(Trace.of(List.of(), true).title()).isEqualTo("not seen");
    }

    @Test
    void numbers_that_look_alike_neither_rise_nor_fall() {
        assertThat(Trend.was(new BigDecimal("39.212"), new BigDecimal("39.439"), Show::seconds))
                .isEqualTo("= was 39\u00a0s");
        assertThat(Trend.was(12, 10)).isEqualTo("▲ was 10");
        assertThat(Trend.was(new BigDecimal("50.0"), new BigDecimal("61.9"), Show::percent))
                .isEqualTo("▼ was 61.9\u2009%");
    }

    private static String details(String json) {
        return JourneyPage.details(new JsonText(json));
    }
}
