package scenariorca.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import scenariorca.comparison.JsonSeries;
import scenariorca.diagnosis.evidence.Series;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Snapshot;

/** The series that stood in the inputs of a run. */
final class StandingSeries {
    private static final int MAX_NODES = 60;
    private static final int MAX_SERIES = 60;

    private StandingSeries() {}

    /** @param relevant nodes that can have to do with the failure; none are read when nobody knows */
    static List<Series> read(Snapshot snapshot, DiagnosedRun subject, Set<NodeId> relevant) {
        if (relevant.isEmpty()) {
            return List.of();
        }
        List<Series> found = new ArrayList<>();
        snapshot.query("report/explanation/standing_inputs.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("started_at", subject.startedAt())
                .withAny(
                        "node_ids",
                        relevant.stream().map(NodeId::toString).sorted().toList())
                .with("row_limit", MAX_NODES)
                .list(row -> {
                    var node = new NodeId(row.uuid("node_id"));
                    return JsonSeries.of(OpaqueJson.read(row.text("input_data"))).stream()
                            .map(series -> new Series(node, series.path(), series.length(), series.keys()))
                            .toList();
                })
                .forEach(found::addAll);
        return List.copyOf(found.subList(0, Math.min(MAX_SERIES, found.size())));
    }
}
