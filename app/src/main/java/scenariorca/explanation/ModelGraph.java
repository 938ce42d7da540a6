package scenariorca.explanation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.ModelRuns;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeEdge;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** The nodes of a run's model, and what differs in it between two runs. */
final class ModelGraph {
    /** More nodes than any model has. */
    private static final int MAX_NODES = 20_000;

    private static final int MAX_EDGES = 100_000;
    private static final int MAX_CHANGES = 1_000;

    private ModelGraph() {}

    static NodeGraph read(Snapshot snapshot, int modelKey) {
        List<ModelNode> nodes = snapshot.query("report/explanation/graph_nodes.sql")
                .with("model_key", modelKey)
                .with("row_limit", MAX_NODES)
                .list(row ->
                        new ModelNode(new NodeId(row.uuid("node_id")), row.text("node_name"), row.flag("is_disabled")));
        List<NodeEdge> edges = snapshot.query("report/explanation/graph_edges.sql")
                .with("model_key", modelKey)
                .with("row_limit", MAX_EDGES)
                .list(row ->
                        new NodeEdge(new NodeId(row.uuid("source_node_id")), new NodeId(row.uuid("target_node_id"))));
        return new NodeGraph(nodes, edges);
    }

    /** What differs since the baseline; nothing when there is no baseline run. */
    static List<GraphChange> changes(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart) {
        if (counterpart.runId() == null) {
            return List.of();
        }
        return snapshot.query("report/explanation/graph_changes.sql")
                .with("model_key", subject.modelKey())
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .with("baseline_id", counterpart.runId())
                .with("baseline_started_at", counterpart.startedAt())
                .with("row_limit", MAX_CHANGES)
                .list(ModelGraph::change);
    }

    /** How the runs of the model went since it last changed, and those of other models around the run. */
    static ModelRuns runs(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, List<GraphChange> changes) {
        Instant changedAt = changes.stream()
                .map(GraphChange::at)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(changes.isEmpty() ? null : counterpart.startedAt());
        return snapshot.query("report/explanation/model_runs.sql")
                .with("model_key", subject.modelKey())
                .with("scenario_key", subject.scenarioKey())
                .with("changed_at", changedAt)
                .with("started_at", subject.startedAt())
                .one(row -> new ModelRuns(
                        Counts.of(row, "failed_since"),
                        Counts.of(row, "scenarios_failed_since"),
                        Counts.of(row, "passed_since"),
                        Counts.of(row, "failed_of_others")));
    }

    private static GraphChange change(Row row) {
        return new GraphChange(
                GraphChange.Kind.valueOf(row.text("kind")),
                node(row.uuidOrNull("node_id")),
                node(row.uuidOrNull("other_node_id")),
                row.instantOrNull("happened_at"));
    }

    private static @Nullable NodeId node(@Nullable UUID id) {
        return id == null ? null : new NodeId(id);
    }

    /** The nodes given and all they are computed from. */
    static Set<NodeId> upstream(NodeGraph graph, Collection<NodeId> nodes) {
        Map<NodeId, Set<NodeId>> sources = new HashMap<>();
        for (NodeEdge edge : graph.edges()) {
            sources.computeIfAbsent(edge.target(), any -> new HashSet<>()).add(edge.source());
        }
        Set<NodeId> reached = new HashSet<>(nodes);
        Deque<NodeId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (NodeId source : sources.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(source)) {
                    open.push(source);
                }
            }
        }
        return reached;
    }
}
