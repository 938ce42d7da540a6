package scenariorca.report;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;

/** How often do the runs of this scenario fail, and of what? */
public final class ErrorSummaryReport {
    private final ReportSession inquiry;

    ErrorSummaryReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<ErrorSummary> answer(UUID scenarioId) {
        return inquiry.ask(snapshot -> answer(snapshot, ScenarioRef.find(snapshot, scenarioId)));
    }

    private record Counted(
            long totalRuns,
            long successfulRuns,
            long failedRuns,
            long timeoutRuns,
            @Nullable BigDecimal successRate,
            long totalNodeFailures) {}

    private static ErrorSummary answer(Snapshot snapshot, ScenarioRef scenario) {
        Counted counted = snapshot.query("report/scenario_run_totals.sql")
                .with("scenario_key", scenario.key())
                .one(Counted.class);
        return new ErrorSummary(
                scenario.id(),
                counted.totalRuns(),
                counted.successfulRuns(),
                counted.failedRuns(),
                counted.timeoutRuns(),
                counted.successRate(),
                counted.totalNodeFailures(),
                snapshot.query("report/scenario_error_categories.sql")
                        .with("scenario_key", scenario.key())
                        .list(CategoryCount.class));
    }
}
