package scenariorca.report;

import java.time.Instant;
import scenariorca.report.TopFailing.BrokenScenario;
import scenariorca.report.TopFailing.FailingNode;
import scenariorca.report.TopFailing.FailingScenario;
import scenariorca.report.TopFailing.FlakyInput;
import scenariorca.warehouse.Query;
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
                    query(snapshot, "failing_scenarios", filter, start, limit).list(FailingScenario.class),
                    query(snapshot, "failing_nodes", filter, start, limit).list(FailingNode.class),
                    query(snapshot, "broken_scenarios", filter, start, limit).list(BrokenScenario.class),
                    query(snapshot, "flaky_inputs", filter, start, limit).list(FlakyInput.class));
        });
    }

    /** Scenarios with failed runs, all of them. */
    public Answer<Page<FailingScenario>> scenarios(Window window, RunFilter filter) {
        return all("failing_scenarios", window, filter, FailingScenario.class);
    }

    /** Nodes with failed calculations, all of them. */
    public Answer<Page<FailingNode>> nodes(Window window, RunFilter filter) {
        return all("failing_nodes", window, filter, FailingNode.class);
    }

    /** Scenarios that fail and keep failing, all of them. */
    public Answer<Page<BrokenScenario>> broken(Window window, RunFilter filter) {
        return all("broken_scenarios", window, filter, BrokenScenario.class);
    }

    /** Sets of inputs that both passed and failed, all of them. */
    public Answer<Page<FlakyInput>> flaky(Window window, RunFilter filter) {
        return all("flaky_inputs", window, filter, FlakyInput.class);
    }

    private <T extends Record> Answer<Page<T>> all(String name, Window window, RunFilter filter, Class<T> type) {
        return inquiry.askToday((snapshot, today) -> new Page<>(
                query(snapshot, name, filter, window.start(today), Page.MOST_ROWS)
                        .list(type),
                null));
    }

    private static Query query(Snapshot snapshot, String name, RunFilter filter, Instant start, int limit) {
        return filter.on(snapshot.query("report/" + name + ".sql"))
                .with("from_time", start)
                .with("row_limit", limit);
    }
}
