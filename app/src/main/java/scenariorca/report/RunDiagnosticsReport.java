package scenariorca.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.report.RunDiagnostics.Diagnostic;
import scenariorca.report.RunDiagnostics.LogEvent;
import scenariorca.report.RunDiagnostics.NodeFailure;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/** What is known about this run: why it failed, what it logged, which inputs it used? */
public final class RunDiagnosticsReport {
    /** Most log events shown at once; the cursor leads to the others. */
    public static final int MAX_LOGS = 2_000;

    /** More findings or failed calculations than any run has. */
    private static final int MAX_ROWS = 50_000;
    /** Log events of a run are looked for from this long before its start to this long after its end. */
    private static final Duration LOG_MARGIN = Duration.ofDays(1);
    /** A run that has not ended may have logged for this long. */
    private static final Duration LONGEST_RUN = Duration.ofDays(7);

    private final ReportSession inquiry;

    RunDiagnosticsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** As {@link #answer(UUID, int, String)}, with as many log events as are ever shown at once. */
    public Answer<RunDiagnostics> answer(UUID runId) {
        return answer(runId, MAX_LOGS, null);
    }

    /**
     * What is known about a run.
     *
     * @param logLimit most log events wanted, 1 to 2000
     * @param logCursor where the log events before ended; null for the first ones
     */
    public Answer<RunDiagnostics> answer(UUID runId, int logLimit, @Nullable String logCursor) {
        Check.within("log_limit", logLimit, 1, MAX_LOGS);
        return inquiry.ask(snapshot -> answer(snapshot, FoundRun.find(snapshot, runId), logLimit, logCursor));
    }

    /** A run that was found, with as many log events as are ever shown at once. */
    static RunDiagnostics whole(Snapshot snapshot, FoundRun run) {
        return answer(snapshot, run, MAX_LOGS, null);
    }

    private static RunDiagnostics answer(Snapshot snapshot, FoundRun run, int logLimit, @Nullable String logCursor) {
        var scope = new Cursor.Scope("run/diagnostics/logs", run.id());
        Cursor after = logCursor == null ? null : scope.read(logCursor);
        List<LogEvent> found = aboutLogs(snapshot.query("report/run_logs.sql"), run)
                .with("after_time", Cursor.instant(after, 0))
                .with("after_key", Cursor.bigNumber(after, 1))
                .with("row_limit", logLimit + 1)
                .list(LogEvent.class);
        boolean isMore = found.size() > logLimit;
        List<LogEvent> logs = isMore ? found.subList(0, logLimit) : found;
        String next = isMore
                ? scope.write(List.of(logs.getLast().timestamp(), logs.getLast().logKey()))
                : null;
        LogCompleteness complete = LogCompleteness.of(snapshot);
        return new RunDiagnostics(
                run.id(),
                run.scenarioId(),
                run.scenarioName(),
                run.run().status(),
                run.run().outcome(),
                run.run().runBy(),
                run.startedAt(),
                run.run().endedAt(),
                run.run().durationSeconds(),
                run.run().failReason(),
                run.run().errorCategory(),
                run.correlationId(),
                run.inputSnapshotHash(),
                diagnostics(snapshot, run),
                isMore || after != null ? logCount(snapshot, run) : logs.size(),
                complete.completeTo(),
                complete.groups(),
                logs,
                next,
                InputSnapshot.of(snapshot, run),
                nodeFailures(snapshot, run));
    }

    private static List<Diagnostic> diagnostics(Snapshot snapshot, FoundRun run) {
        return snapshot.query("report/run_diagnostics.sql")
                .with("run_id", run.id())
                .with("row_limit", MAX_ROWS)
                .list(Diagnostic.class);
    }

    private static long logCount(Snapshot snapshot, FoundRun run) {
        return aboutLogs(snapshot.query("report/run_log_count.sql"), run).count();
    }

    private static Query aboutLogs(Query query, FoundRun run) {
        Instant ended = run.run().endedAt();
        Instant end = ended == null ? run.startedAt().plus(LONGEST_RUN) : ended;
        return query.with("run_id", run.id())
                .with("from_time", run.startedAt().minus(LOG_MARGIN))
                .with("until_time", end.plus(LOG_MARGIN));
    }

    private static List<NodeFailure> nodeFailures(Snapshot snapshot, FoundRun run) {
        return snapshot.query("report/run_node_failures.sql")
                .with("run_id", run.id())
                .with("scenario_key", run.scenarioKey())
                .with("row_limit", MAX_ROWS)
                .list(NodeFailure.class);
    }
}
