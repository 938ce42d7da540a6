package scenariorca.diagnosis.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;

/**
 * The run to be explained: its row of fact_scenario_run, with names from dim_scenario, dim_model and dim_user.
 *
 * @param runId run_id
 * @param scenario what was run
 * @param startedBy dim_user.user_id of run_by_user_key; empty when unknown
 * @param ending how it ended
 * @param time when
 * @param correlationId correlation_id; null without one
 * @param calcRows node_calc_total: rows in fact_node_calc_detail
 */
public record RunFacts(
        RunId runId,
        Scenario scenario,
        String startedBy,
        Ending ending,
        Time time,
        @Nullable UUID correlationId,
        int calcRows) {
    /**
     * What was run.
     *
     * @param scenarioId dim_scenario.scenario_id
     * @param name dim_scenario.scenario_name; empty when unknown
     * @param modelName dim_model.model_name; empty when unknown
     */
    public record Scenario(ScenarioId scenarioId, String name, String modelName) {}

    /**
     * How it ended.
     *
     * @param outcome run_outcome
     * @param failReason fail_reason; null without one
     * @param errorCategory error_category; null without one
     * @param fingerprint dim_error_pattern.fingerprint of error_pattern_key; where the run has none, that of its earliest
     *     failed calculation; null without any
     */
    public record Ending(
            RunOutcome outcome,
            @Nullable String failReason,
            @Nullable String errorCategory,
            @Nullable String fingerprint) {}

    /**
     * When it ran.
     *
     * @param startedAt run_started_at
     * @param endedAt run_ended_at; null while it runs
     * @param durationSeconds duration_seconds; null while it runs
     */
    public record Time(
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable BigDecimal durationSeconds) {}

    public RunOutcome outcome() {
        return ending.outcome();
    }

    public @Nullable String failReason() {
        return ending.failReason();
    }

    public @Nullable String fingerprint() {
        return ending.fingerprint();
    }

    public Instant startedAt() {
        return time.startedAt();
    }

    public @Nullable Instant endedAt() {
        return time.endedAt();
    }
}
