package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How each node ended in each of the newest runs of a scenario.
 *
 * @param scenarioId the scenario
 * @param nodes the nodes of its model, each after those it is computed from
 * @param runs the runs, oldest first
 * @param before start of the oldest run, with which older ones are asked for; null when there are none
 */
public record NodeGrid(
        UUID scenarioId,
        List<Node> nodes,
        List<Run> runs,
        @Nullable Instant before) implements Tabular<NodeGrid.Cell> {
    public NodeGrid {
        nodes = List.copyOf(nodes);
        runs = List.copyOf(runs);
    }

    /** @param name its name; null when unknown. Example: Treatment Share */
    public record Node(UUID nodeId, @Nullable String name) {}

    /**
     * A run, and how its nodes ended.
     *
     * @param outcome of the run. Example: failed
     * @param outcomes of each node that was calculated, the worst of its branches; by place in the list of nodes
     */
    public record Run(UUID runId, String outcome, Instant startedAt, Map<Integer, String> outcomes) {
        public Run {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /** One node in one run, as a row of a table. */
    public record Cell(
            UUID runId,
            Instant startedAt,
            String runOutcome,
            UUID nodeId,
            @Nullable String nodeName,
            String outcome) {}

    @Override
    public List<Cell> rows() {
        return runs.stream()
                .flatMap(run -> run.outcomes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Cell(
                                run.runId(),
                                run.startedAt(),
                                run.outcome(),
                                nodes.get(entry.getKey()).nodeId(),
                                nodes.get(entry.getKey()).name(),
                                entry.getValue())))
                .toList();
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }
}
