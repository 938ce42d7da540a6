package scenariorca.report;

import java.util.UUID;
import scenariorca.warehouse.Row;

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
                RunFacts.find(snapshot, runId).id(),
                snapshot.query("report/run_calculations.sql")
                        .with("run_id", runId)
                        .with("row_limit", MAX_CALCULATIONS)
                        .list(RunNodesReport::calculation),
                snapshot.query("report/run_edges.sql")
                        .with("run_id", runId)
                        .with("row_limit", MAX_EDGES)
                        .list(RunNodesReport::edge)));
    }

    private static RunNodes.Calculation calculation(Row row) {
        return new RunNodes.Calculation(
                row.uuid("node_id"),
                row.textOrNull("node_name"),
                row.numberOrNull("sequence"),
                row.textOrNull("event_tag"),
                row.text("calc_outcome"),
                row.textOrNull("error_message"),
                row.bigNumberOrNull("processing_time_ms"),
                row.instantOrNull("started_at"),
                row.instantOrNull("ended_at"));
    }

    private static RunNodes.Edge edge(Row row) {
        return new RunNodes.Edge(
                row.uuid("source_node_id"),
                row.text("source_name"),
                row.uuid("target_node_id"),
                row.text("target_name"));
    }
}
