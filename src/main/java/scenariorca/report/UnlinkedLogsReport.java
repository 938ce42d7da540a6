package scenariorca.report;

import java.util.List;
import scenariorca.warehouse.Row;

/** Which log lines could be given no owner, and why? */
public final class UnlinkedLogsReport {
    public static final int DEFAULT_LIMIT = 20;

    private final Inquiry inquiry;

    UnlinkedLogsReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Which lines are asked for. */
    public enum Lines {
        ERRORS("ERROR,FATAL"),
        ALL("DEBUG,INFO,WARN,ERROR,FATAL,UNKNOWN");

        private final String severities;

        Lines(String severities) {
            this.severities = severities;
        }
    }

    private record Counted(UnlinkedLogs.Line line, long count) {
        static Counted of(Row row) {
            return new Counted(UnlinkedLogs.Line.of(row), row.bigNumber("line_count"));
        }
    }

    /** @param limit most lines wanted, 1 to 1000 */
    public Answer<UnlinkedLogs> answer(Window window, Lines lines, int limit) {
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
        return inquiry.askToday((snapshot, today) -> {
            List<Counted> found = snapshot.query("report/unlinked_logs.sql")
                    .with("from_time", window.start(today))
                    .with("severities", lines.severities)
                    .with("row_limit", limit)
                    .list(Counted::of);
            return new UnlinkedLogs(
                    window.days(),
                    LogCompleteness.of(snapshot),
                    found.isEmpty() ? 0 : found.getFirst().count(),
                    found.stream().map(Counted::line).toList());
        });
    }
}
