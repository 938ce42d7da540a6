package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ErrorPatternReportTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");

    private static String regressed(String firstSeen, String... days) {
        return String.valueOf(ErrorPatternReport.regressedOn(
                Instant.parse(firstSeen + "T10:00:00Z"),
                FROM,
                Stream.of(days)
                        .map(day -> new ErrorPattern.DayCount(LocalDate.parse(day), 1, 0, 0))
                        .toList()));
    }

    @Test
    void a_pattern_has_come_back_on_the_newest_day_after_more_than_a_quiet_week() {
        assertThat(regressed("2026-02-01", "2026-02-01", "2026-02-08")).isEqualTo("null");
        assertThat(regressed("2026-02-01", "2026-02-01", "2026-02-09", "2026-02-10"))
                .isEqualTo("2026-02-09");
        assertThat(regressed("2026-02-01", "2026-02-01", "2026-02-20", "2026-03-05"))
                .isEqualTo("2026-03-05");
        assertThat(regressed("2025-06-01", "2026-02-01"))
                .as("known from before")
                .isEqualTo("2026-02-01");
        assertThat(regressed("2026-02-01", "2026-02-01")).as("its first day").isEqualTo("null");
        assertThat(ErrorPatternReport.regressedOn(null, FROM, List.of())).isNull();
    }
}
