package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.report.Reports;

/** What a program does before anybody asks it. */
final class WarmUpTest {
    /** Longer than the little there is to write takes. */
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void every_kind_of_page_is_written_about_what_failed_last() {
        try (ReportDatabase database = ReportDatabase.filled("first")) {
            assertThat(pages(database).write(LONG)).isGreaterThan(8);
            assertThat(pages(database).write(Duration.ZERO)).isZero();
        }
    }

    @Test
    void a_warehouse_without_a_run_has_pages_too_and_one_that_is_away_has_none() {
        ReportDatabase database = ReportDatabase.empty("firstempty");
        WarmUp pages = pages(database);

        assertThat(pages.write(LONG)).isEqualTo(3);
        database.close();
        assertThat(pages.write(LONG)).isZero();
    }

    private static WarmUp pages(ReportDatabase database) {
        return new WarmUp(Reports.of(database.inquiry()), new Pages(() -> false));
    }
}
