package scenariorca.report;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;

/** Which node failed in which run of this scenario? */
public final class NodeGridReport {
    /** Most runs in one grid. */
    public static final int MAX_RUNS = 200;

    private static final int MAX_NODES = 20_000;
    private static final int MAX_EDGES = 100_000;

    private final ReportSession inquiry;

    NodeGridReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which runs are asked for.
     *
     * @param runs most runs wanted, 1 to 200
     * @param before only runs started before this; null for the newest
     */
    public record Question(
            UUID scenarioId, int runs, @Nullable Instant before) {
        public Question {
            Check.within("runs", runs, 1, MAX_RUNS);
        }
    }

    private record Edge(int source, int target) {}

    public Answer<NodeGrid> answer(Question question) {
        return inquiry.ask(snapshot -> grid(snapshot, question));
    }

    private static NodeGrid grid(Snapshot snapshot, Question question) {
        ScenarioRef scenario = ScenarioRef.find(snapshot, question.scenarioId());
        Map<Integer, NodeGrid.Node> nodes = inOrder(snapshot, scenario.key());
        Map<Integer, Integer> places = new HashMap<>();
        nodes.keySet().forEach(key -> places.put(key, places.size()));
        List<NodeGrid.Run> found = snapshot.query("report/grid_runs.sql")
                .with("scenario_key", scenario.key())
                .with("before_time", question.before())
                .with("row_limit", question.runs() + 1)
                .list(row ->
                        new NodeGrid.Run(row.uuid("run_id"), row.text("outcome"), row.instant("started_at"), Map.of()));
        boolean isAll = found.size() <= question.runs();
        List<NodeGrid.Run> runs = (isAll ? found : found.subList(0, question.runs())).reversed();
        Map<UUID, Map<Integer, String>> cells = cells(snapshot, scenario.key(), runs, places);
        return new NodeGrid(
                scenario.id(),
                List.copyOf(nodes.values()),
                runs.stream()
                        .map(run -> new NodeGrid.Run(
                                run.runId(), run.outcome(), run.startedAt(), cells.getOrDefault(run.runId(), Map.of())))
                        .toList(),
                isAll || runs.isEmpty() ? null : runs.getFirst().startedAt());
    }

    private static Map<UUID, Map<Integer, String>> cells(
            Snapshot snapshot, int scenarioKey, List<NodeGrid.Run> runs, Map<Integer, Integer> places) {
        Map<UUID, Map<Integer, String>> cells = new HashMap<>();
        if (runs.isEmpty()) {
            return cells;
        }
        snapshot.query("report/grid_cells.sql")
                .with("scenario_key", scenarioKey)
                .withAny(
                        "run_ids",
                        runs.stream().map(run -> run.runId().toString()).toList())
                .list(row -> {
                    Map<Integer, String> ofRun = cells.computeIfAbsent(row.uuid("run_id"), any -> new HashMap<>());
                    String outcome = row.text("outcome");
                    String keys = row.text("node_keys");
                    // {1,2,3}; a node's worst branch comes last and counts.
                    for (int from = 1; from < keys.length(); ) {
                        int comma = keys.indexOf(',', from);
                        int end = comma < 0 ? keys.length() - 1 : comma;
                        Integer place = places.get(Integer.parseInt(keys, from, end, 10));
                        if (place != null) {
                            ofRun.put(place, outcome);
                        }
                        from = end + 1;
                    }
                    return outcome;
                });
        return cells;
    }

    /** Each node after those it is computed from; where there is a cycle, by their place in the model. */
    private static Map<Integer, NodeGrid.Node> inOrder(Snapshot snapshot, int scenarioKey) {
        Map<Integer, NodeGrid.Node> known = new LinkedHashMap<>();
        snapshot.query("report/grid_nodes.sql")
                .with("scenario_key", scenarioKey)
                .with("row_limit", MAX_NODES)
                .list(row -> known.put(row.number("node_key"), row.as(NodeGrid.Node.class)));
        Map<Integer, List<Integer>> targets = new HashMap<>();
        Map<Integer, Integer> waitsFor = new HashMap<>();
        for (Edge edge : snapshot.query("report/grid_edges.sql")
                .with("scenario_key", scenarioKey)
                .with("row_limit", MAX_EDGES)
                .list(Edge.class)) {
            if (known.containsKey(edge.source()) && known.containsKey(edge.target())) {
                targets.computeIfAbsent(edge.source(), any -> new ArrayList<>()).add(edge.target());
                waitsFor.merge(edge.target(), 1, Integer::sum);
            }
        }
        Map<Integer, NodeGrid.Node> ordered = new LinkedHashMap<>();
        Deque<Integer> ready = new ArrayDeque<>();
        known.keySet().stream().filter(key -> !waitsFor.containsKey(key)).forEach(ready::add);
        while (!ready.isEmpty()) {
            int key = ready.removeFirst();
            ordered.put(key, known.get(key));
            for (int target : targets.getOrDefault(key, List.of())) {
                if (waitsFor.merge(target, -1, Integer::sum) == 0) {
                    ready.addLast(target);
                }
            }
        }
        known.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
