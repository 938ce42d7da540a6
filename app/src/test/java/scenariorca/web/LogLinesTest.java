package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.report.RunDiagnostics.LogEvent;

final class LogLinesTest {
    @Test
    void a_page_says_how_much_was_taken_out_of_its_lines() {
        LogLines logs = of(
                event("mail to [email] and [email]", null),
                event("login with [token] failed", "at a.B(c.java:1) for [email]"));

        assertThat(logs.removed())
                .isEqualTo("4 values were taken out of these lines before they were stored: 3 emails, 1 token.");
    }

    @Test
    void a_page_of_lines_without_secrets_says_nothing() {
        assertThat(of(event("[main] share out of range", null)).removed()).isNull();
    }

    private static LogLines of(LogEvent... events) {
        return new LogLines(
                List.of(events),
                events.length,
                events.length,
                Map.of(),
                LogLines.Asked.of(null, null, null),
                null,
                List.of(),
                null,
                false);
    }

    private static LogEvent event(String message, @Nullable String stackTrace) {
        return new LogEvent(
                1, Instant.parse("2026-03-01T10:00:00Z"), "ERROR", message, null, stackTrace, null, "/g", null);
    }
}
