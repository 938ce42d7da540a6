package scenariorca.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Row;

/**
 * Log lines that belong to no run, action or scenario we know.
 *
 * @param windowDays days looked at
 * @param logsCompleteTo up to when log events should be complete; null when none were loaded
 * @param count how many lines there are, listed or not
 * @param lines the newest of them
 */
public record UnlinkedLogs(int windowDays, @Nullable Instant logsCompleteTo, long count, List<Line> lines) {
    public UnlinkedLogs {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param timestamp when it was written
     * @param logGroup where
     * @param logStream its stream; null when the source has none
     * @param severity DEBUG, INFO, WARN, ERROR, FATAL or UNKNOWN
     * @param category kind of error; null for a line that is none
     * @param reason why it is not linked. Example: names no id
     * @param message what it says, its first 1,000 characters
     */
    public record Line(
            Instant timestamp,
            String logGroup,
            @Nullable String logStream,
            String severity,
            @Nullable String category,
            String reason,
            String message) {
        static Line of(Row row) {
            return new Line(
                    row.instant("log_timestamp"),
                    row.text("log_group"),
                    row.textOrNull("log_stream"),
                    row.text("severity"),
                    row.textOrNull("error_category"),
                    row.text("reason"),
                    row.text("message"));
        }
    }
}
