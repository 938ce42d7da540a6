package scenariorca.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/** Which log lines could be given no owner, and why? */
public final class UnlinkedLogsReport {
    /** ALL stands for every severity, ERRORS for ERROR and FATAL. */
    public static final List<String> SEVERITIES =
            List.of("ALL", "ERRORS", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "UNKNOWN");

    public static final List<String> REASONS =
            List.of("unparsed", "no_id", "unknown_run", "unknown_request", "unknown_scenario", "only_node");

    private final ReportSession inquiry;

    UnlinkedLogsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which lines are asked for; null accepts any.
     *
     * @param severity one of {@link #SEVERITIES}
     * @param reason one of {@link #REASONS}
     * @param logGroup name of a log group
     */
    public record Filter(
            Window window,
            String severity,
            @Nullable String reason,
            @Nullable String logGroup) {
        public Filter {
            Check.oneOf("severity", severity, SEVERITIES);
            Check.oneOf("reason", reason, REASONS);
            Check.text("log_group", logGroup);
        }

        private Query on(Query query, LocalDate today) {
            boolean isOne = SEVERITIES.indexOf(severity) > 1;
            return query.with("from_time", window.start(today))
                    .with("is_errors", severity.equals("ERRORS"))
                    .with("severity", isOne ? severity : null)
                    .with("reason", reason)
                    .with("log_group", logGroup);
        }
    }

    public Answer<UnlinkedLogs> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("logs/unlinked", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> {
            Page<UnlinkedLogs.Line> page = Page.of(
                    filter.on(snapshot.query("report/unlinked_logs.sql"), today)
                            .with("after_time", Cursor.instant(cursor, 0))
                            .with("after_key", Cursor.bigNumber(cursor, 1))
                            .with("row_limit", request.rowLimit())
                            .list(UnlinkedLogs.Line.class),
                    request,
                    scope,
                    line -> List.of(line.timestamp(), line.logKey()));
            LogCompleteness logs = LogCompleteness.of(snapshot);
            boolean isWhole = cursor == null && page.next() == null;
            return new UnlinkedLogs(
                    filter.window().days(),
                    logs.completeTo(),
                    logs.groups(),
                    isWhole ? page.items().size() : count(snapshot, filter, today),
                    page.items(),
                    page.next());
        });
    }

    private static long count(Snapshot snapshot, Filter filter, LocalDate today) {
        return filter.on(snapshot.query("report/unlinked_log_count.sql"), today).count();
    }
}
