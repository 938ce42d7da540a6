package scenariorca.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log lines that belong to no run, action or scenario we know.
 *
 * @param daysAnalyzed length of the window in whole UTC days, today included. Example: 30
 * @param logsCompleteTo up to when log events of all groups should be complete; null when they are not, or none were ever read
 * @param logGroups the same for each log group
 * @param count how many lines match, on all pages together. Example: 308
 * @param lines the lines of this page, the newest first
 * @param next the cursor of the next page; null on the last one
 */
public record UnlinkedLogs(
        int daysAnalyzed,
        @Nullable Instant logsCompleteTo,
        List<LogGroup> logGroups,
        long count,
        List<Line> lines,
        @Nullable String next)
        implements Tabular<UnlinkedLogs.Line> {
    public UnlinkedLogs {
        logGroups = List.copyOf(logGroups);
        lines = List.copyOf(lines);
    }

    @Override
    public List<Line> rows() {
        return lines;
    }

    @Override
    public @Nullable String nextCursor() {
        return next;
    }

    /**
     * One line.
     *
     * @param logKey key of the line in the warehouse. Example: 90
     * @param timestamp when it was written
     * @param logGroup where. Example: /forecast/worker
     * @param logStream its stream; null when the source has none
     * @param severity DEBUG, INFO, WARN, ERROR, FATAL or UNKNOWN. Example: ERROR
     * @param category kind of error; null for a line that is none. Example: network
     * @param reasonKind unparsed, no_id, unknown_run, unknown_request, unknown_scenario or only_node. Example: no_id
     * @param reason why it is not linked. Example: names no id
     * @param message what it says, its first 1,000 characters
     */
    public record Line(
            long logKey,
            Instant timestamp,
            String logGroup,
            @Nullable String logStream,
            String severity,
            @Nullable String category,
            String reasonKind,
            String reason,
            String message) {}
}
