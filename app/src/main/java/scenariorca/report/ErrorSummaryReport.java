package scenariorca.report;

import java.util.UUID;
import scenariorca.reliability.RunTotals;
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

    private record Counted(long runs, RunTotals totals, long nodeFailures) {}

    private static ErrorSummary answer(Snapshot snapshot, ScenarioRef scenario) {
        Counted counted = snapshot.query("report/scenario_run_totals.sql")
                .with("scenario_key", scenario.key())
                .one(row ->
                        new Counted(row.bigNumber("total_runs"), Totals.of(row), row.bigNumber("total_node_failures")));
        return new ErrorSummary(
                scenario.id(),
                counted.runs(),
                counted.totals().successful(),
                counted.totals().failed(),
                counted.totals().timeout(),
                counted.totals().successRatePct().orElse(null),
                counted.nodeFailures(),
                snapshot.query("report/scenario_error_categories.sql")
                        .with("scenario_key", scenario.key())
                        .list(CategoryCount::of));
    }
}
