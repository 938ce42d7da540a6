package scenariorca.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.report.NodeHistory.Failure;
import scenariorca.report.NodeHistory.Neighbour;
import scenariorca.warehouse.Snapshot;

/** What is this node, and when did it fail? */
public final class NodeHistoryReport {
    public static final int FAILURES = 50;
    private static final int NEIGHBOURS = 1_000;

    private final ReportSession inquiry;

    NodeHistoryReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    private record Found(
            int key,
            @Nullable String name,
            @Nullable String type,
            @Nullable String place,
            UUID modelId,
            @Nullable String modelName) {}

    private record Beside(Neighbour node, boolean isSource) {}

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<NodeHistory> answer(UUID nodeId) {
        return inquiry.ask(snapshot -> {
            Found node = snapshot.query("report/node.sql")
                    .with("node_id", nodeId)
                    .first(Found.class)
                    .orElseThrow(() -> Check.notFound("node", nodeId));
            return history(snapshot, nodeId, node);
        });
    }

    /** Its failures, all of them, the newest first. */
    public Answer<Page<Failure>> failures(UUID nodeId) {
        return inquiry.ask(snapshot -> snapshot.query("report/node.sql")
                .with("node_id", nodeId)
                .first(row -> failures(snapshot, row.number("key"), Page.MOST_ROWS))
                .map(rows -> new Page<>(rows, null))
                .orElseThrow(() -> Check.notFound("node", nodeId)));
    }

    private static List<Failure> failures(Snapshot snapshot, int nodeKey, int limit) {
        return snapshot.query("report/node_failures.sql")
                .with("node_key", nodeKey)
                .with("row_limit", limit)
                .list(Failure.class);
    }

    private static NodeHistory history(Snapshot snapshot, UUID nodeId, Found node) {
        List<Beside> beside = snapshot.query("report/node_neighbours.sql")
                .with("node_key", node.key())
                .with("row_limit", NEIGHBOURS)
                .list(Beside.class);
        return new NodeHistory(
                nodeId,
                node.name(),
                node.type(),
                node.place(),
                node.modelId(),
                node.modelName(),
                beside.stream().filter(Beside::isSource).map(Beside::node).toList(),
                beside.stream()
                        .filter(other -> !other.isSource())
                        .map(Beside::node)
                        .toList(),
                failures(snapshot, node.key(), FAILURES));
    }
}
