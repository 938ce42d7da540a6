package scenariorca.report;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which nodes do the models have? By name. */
public final class NodesReport {
    private final ReportSession inquiry;

    NodesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which nodes are asked for; null accepts any.
     *
     * @param q part of the name, in any case
     */
    public record Filter(
            @Nullable UUID modelId,
            @Nullable String nodeType,
            @Nullable String q) {
        public Filter {
            Check.text("node_type", nodeType);
            Check.text("q", q);
        }
    }

    public Answer<Page<NodeRow>> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("nodes", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> Page.of(
                snapshot.query("report/nodes.sql")
                        .with("model_id", filter.modelId())
                        .with("node_type", filter.nodeType())
                        .with("q", filter.q())
                        .with("after_name", Cursor.text(cursor, 0))
                        .with("after_id", Cursor.uuid(cursor, 1))
                        .with("row_limit", request.rowLimit())
                        .list(NodeRow.class),
                request,
                scope,
                row -> List.of(Objects.requireNonNullElse(row.nodeName(), ""), row.nodeId())));
    }
}
