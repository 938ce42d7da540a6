package scenariorca.report;

import java.util.UUID;

/** What did this run compute, when, and how did each node end? */
public final class RunNodesReport {
    /** More calculations than any run has. */
    private static final int MAX_CALCULATIONS = 50_000;
    /** More edges than any model has. */
    private static final int MAX_EDGES = 100_000;

    private final ReportSession inquiry;

    RunNodesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<RunNodes> answer(UUID runId) {
        return inquiry.ask(snapshot -> new RunNodes(
                FoundRun.find(snapshot, runId).id(),
                snapshot.query("report/run_calculations.sql")
                        .with("run_id", runId)
                        .with("row_limit", MAX_CALCULATIONS)
                        .list(RunNodes.Calculation.class),
                snapshot.query("report/run_edges.sql")
                        .with("run_id", runId)
                        .with("row_limit", MAX_EDGES)
                        .list(RunNodes.Edge.class)));
    }
}
