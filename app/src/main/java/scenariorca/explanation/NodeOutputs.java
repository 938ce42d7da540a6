package scenariorca.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.OutputDelta;
import scenariorca.comparison.OutputLeaves;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/**
 * What the nodes of a run put out, beside what they put out before.
 *
 * @param outputs nodes that put something out in both runs, by branch
 * @param passed nodes that succeeded, by branch
 */
record NodeOutputs(List<NodeOutput> outputs, List<RunEvidence.PassedCalc> passed) {
    /** Successful runs of the scenario looked at to know what is usual. */
    private static final int MAX_USUAL = 6;

    private static final int MAX_ROWS = 30_000;
    private static final double UNKNOWN_USUAL = 0.05;
    private static final int ENOUGH_PAIRS = 2;

    private record Place(NodeId nodeId, String branch) {}

    private record Calc(
            UUID runId,
            Place place,
            boolean isSuccess,
            @Nullable String values) {}

    static NodeOutputs read(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart) {
        UUID baseline = counterpart.runId();
        List<String> asked = new ArrayList<>(List.of(subject.runId().toString()));
        if (baseline != null) {
            asked.add(baseline.toString());
        }
        Map<Place, List<Calc>> byPlace = new LinkedHashMap<>();
        snapshot.query("report/explanation/outputs.sql")
                .withAny("run_ids", asked)
                .with("scenario_key", subject.scenarioKey())
                .with("started_at", subject.startedAt())
                .with("usual_limit", MAX_USUAL)
                .with("row_limit", MAX_ROWS)
                .list(NodeOutputs::calc)
                .forEach(calc -> byPlace.computeIfAbsent(calc.place(), any -> new ArrayList<>())
                        .add(calc));
        List<NodeOutput> outputs = new ArrayList<>();
        Set<RunEvidence.PassedCalc> passed = new HashSet<>();
        byPlace.forEach((place, calcs) -> {
            NodeOutput output = baseline == null ? null : output(place, calcs, subject.runId(), baseline);
            if (output != null) {
                outputs.add(output);
            }
            if (calcs.stream().anyMatch(calc -> calc.runId().equals(subject.runId()) && calc.isSuccess())) {
                passed.add(new RunEvidence.PassedCalc(place.nodeId(), place.branch()));
            }
        });
        return new NodeOutputs(List.copyOf(outputs), List.copyOf(passed));
    }

    private static Calc calc(Row row) {
        return new Calc(
                row.uuid("run_id"),
                new Place(new NodeId(row.uuid("node_id")), row.text("branch")),
                RunOutcome.of(row.text("calc_outcome")) == RunOutcome.SUCCESS,
                row.textOrNull("output_values"));
    }

    private static @Nullable NodeOutput output(Place place, List<Calc> calcs, UUID run, UUID baseline) {
        OutputLeaves now = null;
        OutputLeaves before = null;
        List<OutputLeaves> usual = new ArrayList<>();
        for (Calc calc : calcs) {
            if (calc.values() == null) {
                continue;
            }
            OutputLeaves leaves = OutputLeaves.of(calc.values());
            if (calc.runId().equals(run)) {
                now = leaves;
            } else {
                before = calc.runId().equals(baseline) ? leaves : before;
                usual.add(leaves);
            }
        }
        return now == null || before == null
                ? null
                : new NodeOutput(place.nodeId(), place.branch(), OutputDelta.between(before, now), middle(usual));
    }

    private static double middle(List<OutputLeaves> runs) {
        double[] moved = new double[Math.max(0, runs.size() - 1)];
        for (int index = 0; index < moved.length; index++) {
            moved[index] =
                    OutputDelta.between(runs.get(index), runs.get(index + 1)).movement();
        }
        java.util.Arrays.sort(moved);
        return moved.length < ENOUGH_PAIRS ? UNKNOWN_USUAL : moved[moved.length / 2];
    }
}
