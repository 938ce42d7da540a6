package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PeriodTest {
    @Test
    void a_day_lasts_from_midnight_to_midnight_in_utc() {
        Period day = Period.of("2026-03-29", "2026-03-29");

        assertThat(day.from()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(day.until()).isEqualTo(Instant.parse("2026-03-30T00:00:00Z"));
    }

    @Test
    void both_bounds_are_included_and_any_offset_is_understood() {
        Period moment = Period.of("2026-01-31T10:15:00+02:00", "2026-01-31T08:15:00Z");
        Period unencoded = Period.of("2026-01-31T10:15:00 02:00", null);

        assertThat(moment.from()).isEqualTo(Instant.parse("2026-01-31T08:15:00Z"));
        assertThat(moment.until()).isEqualTo(Instant.parse("2026-01-31T08:15:00.000001Z"));
        assertThat(unencoded.from()).isEqualTo(moment.from());
        assertThat(unencoded.until()).isNull();
    }

    @Test
    void a_window_is_whole_days_with_today() {
        LocalDate today = LocalDate.parse("2026-02-10");

        assertThat(new Window(1).start(today)).isEqualTo(Instant.parse("2026-02-10T00:00:00Z"));
        assertThat(new Window(30).firstDay(today)).isEqualTo(LocalDate.parse("2026-01-12"));
    }
}
