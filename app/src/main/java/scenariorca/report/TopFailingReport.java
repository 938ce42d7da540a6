package scenariorca.report;

import java.time.Instant;
import java.util.function.Function;
import scenariorca.report.TopFailing.BrokenScenario;
import scenariorca.report.TopFailing.FailingNode;
import scenariorca.report.TopFailing.FailingScenario;
import scenariorca.report.TopFailing.FlakyInput;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** What fails most; what is broken, and what is only flaky? */
public final class TopFailingReport {
    private final ReportSession inquiry;

    TopFailingReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @param limit most rows of each kind, 1 to 1000 */
    public Answer<TopFailing> answer(Window window, RunFilter filter, int limit) {
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
        return inquiry.askToday((snapshot, today) -> {
            Instant start = window.start(today);
            return new TopFailing(
                    query(snapshot, "failing_scenarios", filter, start, limit).list(TopFailingReport::scenario),
                    query(snapshot, "failing_nodes", filter, start, limit).list(TopFailingReport::node),
                    query(snapshot, "broken_scenarios", filter, start, limit).list(TopFailingReport::broken),
                    query(snapshot, "flaky_inputs", filter, start, limit).list(TopFailingReport::flaky));
        });
    }

    /** Scenarios with failed runs, all of them. */
    public Answer<Page<FailingScenario>> scenarios(Window window, RunFilter filter) {
        return all("failing_scenarios", window, filter, TopFailingReport::scenario);
    }

    /** Nodes with failed calculations, all of them. */
    public Answer<Page<FailingNode>> nodes(Window window, RunFilter filter) {
        return all("failing_nodes", window, filter, TopFailingReport::node);
    }

    /** Scenarios that fail and keep failing, all of them. */
    public Answer<Page<BrokenScenario>> broken(Window window, RunFilter filter) {
        return all("broken_scenarios", window, filter, TopFailingReport::broken);
    }

    /** Sets of inputs that both passed and failed, all of them. */
    public Answer<Page<FlakyInput>> flaky(Window window, RunFilter filter) {
        return all("flaky_inputs", window, filter, TopFailingReport::flaky);
    }

    private <T> Answer<Page<T>> all(String name, Window window, RunFilter filter, Function<Row, T> mapper) {
        return inquiry.askToday((snapshot, today) -> new Page<>(
                query(snapshot, name, filter, window.start(today), Page.MOST_ROWS)
                        .list(mapper),
                null));
    }

    private static Query query(Snapshot snapshot, String name, RunFilter filter, Instant start, int limit) {
        return filter.on(snapshot.query("report/" + name + ".sql"))
                .with("from_time", start)
                .with("row_limit", limit);
    }

    private static FailingScenario scenario(Row row) {
        return new FailingScenario(
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.bigNumber("failed_runs"),
                row.bigNumber("run_count"),
                row.instant("last_failure_at"));
    }

    private static FailingNode node(Row row) {
        return new FailingNode(
                row.uuid("node_id"),
                row.textOrNull("node_name"),
                row.textOrNull("model_name"),
                row.bigNumber("failed_calculations"),
                row.bigNumber("run_count"),
                row.bigNumber("scenario_count"),
                row.instant("last_failure_at"));
    }

    private static BrokenScenario broken(Row row) {
        return new BrokenScenario(
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.bigNumber("failed_runs"),
                row.instant("failing_since"),
                row.instant("last_run_at"),
                row.uuid("first_failed_run_id"));
    }

    private static FlakyInput flaky(Row row) {
        return new FlakyInput(
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.text("input_snapshot_hash"),
                row.bigNumber("successful_runs"),
                row.bigNumber("failed_runs"),
                row.uuid("last_failed_run_id"),
                row.instant("last_run_at"));
    }
}
