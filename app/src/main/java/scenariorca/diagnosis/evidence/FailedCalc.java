package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/**
 * A node calculation of the run that failed or timed out, or that began and never ended though the run is over: rows of
 * fact_node_calc_detail with this run_id, at most 2,000, the earliest (ended_at, updated_at) first.
 *
 * @param nodeId dim_node.node_id
 * @param branch event_tag, or the first eight characters of branch_id where it is null
 * @param outcome calc_outcome
 * @param message error_message; null without one
 * @param category error_category; null without one
 * @param fingerprint dim_error_pattern.fingerprint of error_pattern_key; null without one
 * @param endedAt coalesce(ended_at, updated_at, created_at); null without any
 */
public record FailedCalc(
        NodeId nodeId,
        String branch,
        RunOutcome outcome,
        @Nullable String message,
        @Nullable String category,
        @Nullable String fingerprint,
        @Nullable Instant endedAt) {
    static final Comparator<FailedCalc> ORDER = Comparator.comparing(FailedCalc::branch)
            .thenComparing(FailedCalc::nodeId)
            .thenComparing(FailedCalc::endedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FailedCalc::message, Comparator.nullsLast(Comparator.naturalOrder()));
}
