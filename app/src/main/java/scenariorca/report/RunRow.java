package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param runId the run
 * @param scenarioId its scenario
 * @param scenarioName name of its scenario; null when unknown. Example: US Base Case
 * @param scenarioCreatedBy who owns the scenario; null when unknown. Example: jdoe
 * @param modelId its model
 * @param modelName name of its model; null when unknown. Example: Lung Cancer US
 * @param runBy who started it; null when unknown. Example: jdoe
 * @param status as the platform writes it. Example: failed
 * @param outcome status mapped: success, failed, timeout, in_progress or unknown. Example: failed
 * @param startedAt when it started
 * @param endedAt when it ended; null while it runs
 * @param durationSeconds from start to end; null while it runs. Example: 42.5
 * @param nodeCalcTotal its calculations. Example: 240
 * @param nodeFailures calculations that failed or timed out. Example: 2
 * @param failReason why it failed; null without a reason
 * @param explanation the headline of its stored verdict; null without one
 * @param isSlow whether it took far longer than is usual for its scenario
 * @param errorCategory kind of error; null without an error. Example: validation
 * @param fingerprint its error pattern; null without one
 * @param problemId the problem that struck it; null without one
 * @param correlationId the request that started it; null when unknown
 */
public record RunRow(
        UUID runId,
        UUID scenarioId,
        @Nullable String scenarioName,
        @Nullable String scenarioCreatedBy,
        UUID modelId,
        @Nullable String modelName,
        @Nullable String runBy,
        String status,
        String outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable BigDecimal durationSeconds,
        int nodeCalcTotal,
        int nodeFailures,
        @Nullable String failReason,
        @Nullable String explanation,
        boolean isSlow,
        @Nullable String errorCategory,
        @Nullable String fingerprint,
        @Nullable String problemId,
        @Nullable UUID correlationId) {
    /** Why it failed or was slow, as far as is known; null for the others. */
    public @Nullable String sentence() {
        return explanation != null && (isSlow || !outcome.equals("success")) ? explanation : failReason;
    }
}
