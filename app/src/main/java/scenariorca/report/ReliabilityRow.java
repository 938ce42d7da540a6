package scenariorca.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of one model went on one UTC day.
 *
 * @param date the day
 * @param modelId the model
 * @param modelName its name; null when unknown. Example: Lung Cancer US
 * @param therapeuticArea of the model; null when unknown. Example: Oncology
 * @param diseaseArea of the model; null when unknown. Example: NSCLC
 * @param totalRuns runs started that day, of any outcome. Example: 12
 * @param successfulRuns runs that succeeded. Example: 9
 * @param failedRuns runs that failed. Example: 2
 * @param timeoutRuns runs that timed out. Example: 1
 * @param successRate percent of the finished runs that succeeded; null when none finished. Example: 75
 * @param avgDurationSeconds mean duration of the runs that ended; null when none did. Example: 41.5
 * @param p95DurationSeconds 95th percentile of the durations; null when no run ended. Example: 80.25
 * @param totalNodeFailures calculations that failed or timed out. Example: 7
 * @param topErrorCategory kind of error most runs ended with; null without any. Example: validation
 * @param topFailingNode node that failed most; null without any. Example: Treatment Share
 */
public record ReliabilityRow(
        LocalDate date,
        UUID modelId,
        @Nullable String modelName,
        @Nullable String therapeuticArea,
        @Nullable String diseaseArea,
        int totalRuns,
        int successfulRuns,
        int failedRuns,
        int timeoutRuns,
        @Nullable BigDecimal successRate,
        @Nullable BigDecimal avgDurationSeconds,
        @Nullable BigDecimal p95DurationSeconds,
        long totalNodeFailures,
        @Nullable String topErrorCategory,
        @Nullable String topFailingNode) {}
