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
 * @param scenarioId dim_scenario.scenario_id
 * @param scenarioName dim_scenario.scenario_name; empty when unknown
 * @param modelName dim_model.model_name; empty when unknown
 * @param startedBy dim_user.user_id of run_by_user_key; empty when unknown
 * @param outcome run_outcome
 * @param failReason fail_reason; null without one
 * @param errorCategory error_category; null without one
 * @param fingerprint dim_error_pattern.fingerprint of error_pattern_key; where the run has none, that of its earliest
 *     failed calculation; null without any
 * @param correlationId correlation_id; null without one
 * @param durationSeconds duration_seconds; null while it runs
 * @param calcRows node_calc_total: rows in fact_node_calc_detail
 * @param startedAt run_started_at
 * @param endedAt run_ended_at; null while it runs
 */
public record RunFacts(
        RunId runId,
        ScenarioId scenarioId,
        String scenarioName,
        String modelName,
        String startedBy,
        RunOutcome outcome,
        @Nullable String failReason,
        @Nullable String errorCategory,
        @Nullable String fingerprint,
        @Nullable UUID correlationId,
        @Nullable BigDecimal durationSeconds,
        int calcRows,
        Instant startedAt,
        @Nullable Instant endedAt) {}
