package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;

/**
 * A log event of the run: rows of fact_cloudwatch_log with its run_id, or with its correlation_id; at most 200: errors and
 * warnings first, then the rest, each by time.
 *
 * @param logKey log_key
 * @param severity severity. Example: {@code ERROR}
 * @param message message, and the first line of stack_trace; at most 2,000 characters
 * @param category error_category; null without one
 * @param fingerprint dim_error_pattern.fingerprint of error_pattern_key; null without one
 * @param nodeId node_id; null when the line names none
 * @param passedRunsWith successful runs of the 30 days before with this fingerprint in their log; 0 without a fingerprint:
 *     noise that is always there proves nothing
 * @param isInBaseline whether the baseline's log has this fingerprint
 * @param at log_timestamp
 */
public record LogEvidence(
        long logKey,
        String severity,
        String message,
        @Nullable String category,
        @Nullable String fingerprint,
        @Nullable NodeId nodeId,
        int passedRunsWith,
        boolean isInBaseline,
        Instant at) {
    static final Comparator<LogEvidence> ORDER =
            Comparator.comparing(LogEvidence::at).thenComparingLong(LogEvidence::logKey);
}
