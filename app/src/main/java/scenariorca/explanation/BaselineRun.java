package scenariorca.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.comparison.BaselineChoice;
import scenariorca.comparison.RunSummary;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;
import scenariorca.warehouse.Snapshot;

/**
 * The run a run is compared with, with the keys by which the warehouse knows it.
 *
 * @param scenarioKey scenario of the baseline; that of the run itself when there is no baseline run
 */
record BaselineRun(Baseline baseline, int scenarioKey) {
    /** A longer row of failures is looked at from its end. */
    private static final int MAX_FAILURES = 500;

    private static final int MAX_COMPARABLE = 20;

    @Nullable
    UUID runId() {
        RunId id = baseline.runId();
        return id == null ? null : id.value();
    }

    @Nullable
    Instant startedAt() {
        return baseline.startedAt();
    }

    /** Whether it is a run of the same scenario, so that the versions between the two tell who changed what. */
    boolean isOwn() {
        return baseline.kind() == Baseline.Kind.LAST_SUCCESS;
    }

    static BaselineRun choose(Snapshot snapshot, DiagnosedRun subject) {
        List<RunSummary> own = ownRuns(snapshot, subject);
        boolean everWorked = own.stream().anyMatch(run -> run.outcome() == RunOutcome.SUCCESS);
        List<Comparable> others = everWorked ? List.of() : comparableRuns(snapshot, subject);
        RunSummary run = summary(
                subject.runId(),
                subject.run().scenario().scenarioId(),
                subject.run().outcome(),
                subject.run().fingerprint(),
                subject.startedAt());
        Baseline baseline = BaselineChoice.choose(
                run, own, others.stream().map(Comparable::run).toList());
        Map<RunId, Comparable> byId = others.stream()
                .collect(Collectors.toMap(other -> other.run().runId(), Function.identity(), (one, other) -> one));
        Comparable chosen = baseline.runId() == null ? null : byId.get(baseline.runId());
        return new BaselineRun(baseline, chosen == null ? subject.scenarioKey() : chosen.scenarioKey());
    }

    private record Comparable(RunSummary run, int scenarioKey) {}

    private static List<RunSummary> ownRuns(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/own_runs.sql")
                .with("scenario_key", subject.scenarioKey())
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .with("row_limit", MAX_FAILURES)
                .list(row -> summary(
                        row.uuid("run_id"),
                        subject.run().scenario().scenarioId(),
                        RunOutcome.of(row.text("run_outcome")),
                        row.textOrNull("fingerprint"),
                        row.instant("run_started_at")));
    }

    private static List<Comparable> comparableRuns(Snapshot snapshot, DiagnosedRun subject) {
        return snapshot.query("report/explanation/comparable_runs.sql")
                .with("model_key", subject.modelKey())
                .with("scenario_key", subject.scenarioKey())
                .with("forecast_cycle_key", subject.forecastCycleKey())
                .with("started_at", subject.startedAt())
                .with("row_limit", MAX_COMPARABLE)
                .list(row -> new Comparable(
                        new RunSummary(
                                new RunId(row.uuid("run_id")),
                                new ScenarioId(row.uuid("scenario_id")),
                                RunOutcome.SUCCESS,
                                null,
                                row.flag("is_starter"),
                                row.flag("is_same_cycle"),
                                row.instant("run_started_at")),
                        row.number("scenario_key")));
    }

    private static RunSummary summary(
            UUID runId, ScenarioId scenario, RunOutcome outcome, @Nullable String fingerprint, Instant startedAt) {
        return new RunSummary(new RunId(runId), scenario, outcome, fingerprint, false, true, startedAt);
    }
}
