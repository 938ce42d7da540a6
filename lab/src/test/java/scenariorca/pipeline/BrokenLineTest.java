package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.RawLogEvent;
import scenariorca.logs.Redactor;

/** No single log line stops a load, whatever is wrong with it: it is stored as far as it can be read, counted and named. */
final class BrokenLineTest {
    private static final String GROUP = "/forecast/engine";
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");

    /** An installation's rule that takes a stack frame a letter: long lines overflow the stack. */
    private static final String GREEDY_RULE = "greedy\tswallowed=(?:a|b)*";

    private static LoadSummary load(LoadedWarehouse warehouse, List<RawLogEvent> events, String rule) {
        var plan = new LogPlan(
                new InMemoryLogSource(events),
                List.of(new LogPlan.Group(GROUP, null)),
                false,
                null,
                30,
                Duration.ofHours(2),
                0,
                10_000,
                LogSelection.ALL,
                Redactor.standard(false).with(List.of(rule)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return warehouse.load(new LoadRequest.LogsOnly(), plan);
    }

    private static RawLogEvent event(String id, String message) {
        Instant at = NOW.minusSeconds(60);
        return new RawLogEvent(GROUP, "s", id, at, at, message);
    }

    @Test
    void a_line_that_overflows_our_own_reading_is_kept_without_its_text_and_named() {
        var events = List.of(
                event("before", "2026-03-10 ERROR c.f.A - one"),
                event("greedy", "ERROR swallowed=" + "ab".repeat(60_000)),
                event("after", "2026-03-10 ERROR c.f.A - two"));
        try (SourcePlatform platform = SourcePlatform.empty();
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogCounts logs = load(warehouse, events, GREEDY_RULE).logs();

            assertThat(logs).isNotNull();
            assertThat(logs.linesWritten()).isEqualTo(3);
            assertThat(logs.unparsed()).isEqualTo(1);
            assertThat(warehouse.value(
                            "select message || unparsed_reason from fact_cloudwatch_log where event_id = 'greedy'"))
                    .contains("120016 characters left out", "StackOverflowError");
        }
    }

    @Test
    void each_field_of_a_line_in_turn_may_hold_what_no_column_takes() {
        List<String> values = List.of(
                "9".repeat(400),
                "-1",
                "1e999",
                "NaN",
                "\\u0000",
                "\\ud800",
                "x".repeat(40_000),
                "{",
                "00000000-0000-0000-0000-000000000000",
                "9999-12-31T23:59:60Z",
                "-infinity");
        List<String> fields = List.of(
                "level",
                "message",
                "timestamp",
                "run_id",
                "scenario_id",
                "node_id",
                "user_id",
                "correlation_id",
                "duration_ms",
                "duration",
                "status",
                "method",
                "path",
                "service",
                "environment",
                "logger",
                "thread",
                "stack_trace",
                "anything");
        var events = new ArrayList<RawLogEvent>();
        for (String field : fields) {
            for (String value : values) {
                events.add(event(
                        "text" + events.size(),
                        "{\"level\":\"ERROR\",\"message\":\"m\",\"method\":\"POST\",\"path\":\"/x\",\"status\":500,\"%s\":\"%s\"}"
                                .formatted(field, value)));
                events.add(event(
                        "bare" + events.size(), "ERROR %s=%s method=POST path=/x status=500".formatted(field, value)));
            }
        }
        events.add(
                event("long", "{\"method\":\"POST\",\"path\":\"/x\",\"status\":500,\"duration_s\":99999999999999999}"));
        try (SourcePlatform platform = SourcePlatform.empty();
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogCounts logs = load(warehouse, events, "none\tnever-there-at-all").logs();

            assertThat(logs).isNotNull();
            assertThat(logs.failedGroups()).isEmpty();
            assertThat(logs.linesWritten() + logs.joined()).isEqualTo(events.size());
        }
    }
}
