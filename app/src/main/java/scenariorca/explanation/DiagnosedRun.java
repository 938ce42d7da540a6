package scenariorca.explanation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.RunFacts;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/**
 * The run asked about, with the keys by which the warehouse knows it.
 *
 * @param nodeFailures calculations that failed or timed out
 * @param lineageId core_scenario_id of its scenario, else the scenario itself
 * @param patternKey error_pattern_key; null without a pattern
 * @param patternFirstSeenAt first_seen_at of that pattern; null without one
 * @param inputSnapshotHash input_snapshot_hash; null when it used no input
 */
record DiagnosedRun(
        RunFacts run,
        int scenarioKey,
        int modelKey,
        int forecastCycleKey,
        int branchCount,
        int nodeFailures,
        UUID lineageId,
        @Nullable Integer patternKey,
        @Nullable Instant patternFirstSeenAt,
        @Nullable String inputSnapshotHash) {

    UUID runId() {
        return run.runId().value();
    }

    Instant startedAt() {
        return run.startedAt();
    }

    /** Empty when the warehouse has no such run. */
    static Optional<DiagnosedRun> find(Snapshot snapshot, UUID runId) {
        return snapshot.query("report/explanation/run.sql")
                .with("run_id", runId)
                .first(DiagnosedRun::of);
    }

    static DiagnosedRun of(Row row) {
        return new DiagnosedRun(
                facts(row),
                row.number("scenario_key"),
                row.number("model_key"),
                row.number("forecast_cycle_key"),
                row.number("branch_count"),
                row.number("node_failures"),
                row.uuid("lineage_id"),
                row.numberOrNull("error_pattern_key"),
                row.instantOrNull("first_seen_at"),
                row.textOrNull("input_snapshot_hash"));
    }

    private static RunFacts facts(Row row) {
        return new RunFacts(
                new RunId(row.uuid("run_id")),
                new RunFacts.Scenario(
                        new ScenarioId(row.uuid("scenario_id")), row.text("scenario_name"), row.text("model_name")),
                Objects.requireNonNullElse(row.textOrNull("started_by"), ""),
                new RunFacts.Ending(
                        RunOutcome.of(row.text("run_outcome")),
                        row.textOrNull("fail_reason"),
                        row.textOrNull("error_category"),
                        row.textOrNull("fingerprint")),
                new RunFacts.Time(
                        row.instant("run_started_at"),
                        row.instantOrNull("run_ended_at"),
                        row.decimalOrNull("duration_seconds")),
                row.uuidOrNull("correlation_id"),
                row.number("node_calc_total"));
    }
}
