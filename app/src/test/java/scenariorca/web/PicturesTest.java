package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.report.LogGroup;
import scenariorca.report.RunRow;

/** What pictures are drawn by. */
final class PicturesTest {
    private static final Instant START = Instant.parse("2026-02-09T11:05:00Z");

    @Test
    void a_time_axis_has_few_round_steps_whatever_it_spans() {
        assertThat(RoundSteps.of(Duration.ofSeconds(173), 5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RoundSteps.of(Duration.ofDays(6).plusHours(22), 6)).isEqualTo(Duration.ofDays(2));
        LongStream.iterate(1, span -> span < Duration.ofDays(20_000).toMillis(), span -> span * 3 + 1)
                .forEach(span -> {
                    long step = RoundSteps.of(Duration.ofMillis(span), 6).toMillis();
                    assertThat(span / step)
                            .as("steps of %d ms in %d", step, span)
                            .isLessThanOrEqualTo(6);
                });
    }

    @Test
    void a_line_of_durations_has_a_mark_for_each_run_that_ended_and_another_for_slow_ones() {
        List<RunRow> runs = IntStream.range(0, 6)
                .mapToObj(index -> run(index, index == 0 ? null : index == 1 ? "174.2" : "48", index == 1))
                .toList();

        DurationLine line = DurationLine.of(runs).orElseThrow();

        assertThat(line.points()).hasSize(5);
        assertThat(line.points().getLast().look()).isEqualTo("slow");
        assertThat(line.points().getLast().title())
                .contains("2 min 54 s, slow".replace(" min", "\u00a0min").replace(" s,", "\u00a0s,"));
        assertThat(line.points()).allMatch(point -> point.y() >= 8 && point.y() <= 110);
        assertThat(DurationLine.of(runs.subList(0, 3))).isEmpty();
    }

    @Test
    void a_log_group_that_lags_is_told_by_itself() {
        LogsReach reach = LogsReach.of(List.of(
                group("api", START),
                group("engine", START.minusSeconds(14_000)),
                group("worker", START.minusSeconds(60))));

        assertThat(reach.to()).isEqualTo(START.minusSeconds(60));
        assertThat(reach.lagging()).extracting(LogGroup::logGroup).containsExactly("engine");
        assertThat(LogsReach.of(List.of(group("api", null))).to()).isNull();
    }

    private static LogGroup group(String name, @Nullable Instant completeTo) {
        return new LogGroup(name, completeTo, null, null, null, null, null, 0, null);
    }

    private static RunRow run(int number, @Nullable String seconds, boolean isSlow) {
        return new RunRow(
                new UUID(1, number),
                new UUID(2, 0),
                "US Base Case",
                "jdoe",
                new UUID(3, 0),
                null,
                null,
                "completed",
                seconds == null ? "in_progress" : "success",
                START.minusSeconds(3_600L * number),
                null,
                seconds == null ? null : new BigDecimal(seconds),
                0,
                0,
                null,
                null,
                isSlow,
                null,
                null,
                null,
                null);
    }
}
