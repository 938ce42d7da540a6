package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Snapshot;

/**
 * The two runs to compare, and how they were chosen.
 *
 * @param baseline the run that worked, or the one given as a; null when there is none
 * @param candidate the run compared with it; null when there is none
 */
record RunPair(
        String choice,
        String message,
        @Nullable FoundRun baseline,
        @Nullable FoundRun candidate) {

    static RunPair choose(Snapshot snapshot, ScenarioRef scenario, @Nullable UUID runA, @Nullable UUID runB) {
        if (runA != null && runB != null) {
            return given(run(snapshot, scenario, "run_a_id", runA), run(snapshot, scenario, "run_b_id", runB));
        }
        if (runB != null) {
            FoundRun candidate = run(snapshot, scenario, "run_b_id", runB);
            UUID before = neighbour(snapshot, "report/run_success_before.sql", candidate);
            return before == null
                    ? new RunPair("never_worked", "No run of this scenario worked before run b.", null, candidate)
                    : given(FoundRun.find(snapshot, before), candidate);
        }
        if (runA != null) {
            FoundRun baseline = run(snapshot, scenario, "run_a_id", runA);
            UUID after = neighbour(snapshot, "report/run_failure_after.sql", baseline);
            return after == null
                    ? new RunPair("never_failed", "No run of this scenario failed after run a.", baseline, null)
                    : given(baseline, FoundRun.find(snapshot, after));
        }
        return atStreakEdge(snapshot, scenario);
    }

    private record Edge(
            @Nullable UUID lastWorking, @Nullable UUID firstFailing, long finishedCount) {}

    private static RunPair atStreakEdge(Snapshot snapshot, ScenarioRef scenario) {
        Edge edge = snapshot.query("report/run_pair_at_streak_edge.sql")
                .with("scenario_key", scenario.key())
                .one(Edge.class);
        FoundRun working = edge.lastWorking() == null ? null : FoundRun.find(snapshot, edge.lastWorking());
        FoundRun failing = edge.firstFailing() == null ? null : FoundRun.find(snapshot, edge.firstFailing());
        if (edge.finishedCount() == 0) {
            return new RunPair("no_finished_run", "No run of this scenario has finished yet.", null, null);
        }
        if (failing == null) {
            return new RunPair("never_failed", "No run of this scenario ever failed.", null, null);
        }
        if (working == null) {
            return new RunPair(
                    "never_worked", "No run of this scenario worked before its first failing one.", null, failing);
        }
        return new RunPair(
                "last_working_first_failing",
                "The last run that worked and the first that failed after it.",
                working,
                failing);
    }

    private static RunPair given(FoundRun baseline, FoundRun candidate) {
        return new RunPair("given", "The runs asked for.", baseline, candidate);
    }

    private static @Nullable UUID neighbour(Snapshot snapshot, String file, FoundRun run) {
        return snapshot.query(file)
                .with("scenario_key", run.scenarioKey())
                .with("started_at", run.startedAt())
                .first(row -> row.uuid("run_id"))
                .orElse(null);
    }

    /** A run of another scenario is a mistake of the caller's, and said to be one. */
    private static FoundRun run(Snapshot snapshot, ScenarioRef scenario, String parameter, UUID id) {
        FoundRun run = FoundRun.find(snapshot, id);
        if (run.scenarioKey() != scenario.key()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "%s is a run of scenario %s, not of %s: only runs of one scenario can be compared (%s)"
                            .formatted(id, run.scenarioId(), scenario.id(), parameter));
        }
        return run;
    }
}
