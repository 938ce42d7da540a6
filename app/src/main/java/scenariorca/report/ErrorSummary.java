package scenariorca.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of a scenario went.
 *
 * @param scenarioId the scenario
 * @param totalRuns all runs, unfinished ones too. Example: 12
 * @param successfulRuns runs that succeeded. Example: 9
 * @param failedRuns runs that failed. Example: 2
 * @param timeoutRuns runs that timed out. Example: 1
 * @param successRate percent of the finished runs (successful, failed, timed out) that succeeded; null when none finished.
 *     Example: 75
 * @param totalNodeFailures calculations that failed or timed out, in all runs. Example: 7
 * @param errorCategories failed and timed out runs by kind of error, the most frequent first
 */
public record ErrorSummary(
        UUID scenarioId,
        long totalRuns,
        long successfulRuns,
        long failedRuns,
        long timeoutRuns,
        @Nullable BigDecimal successRate,
        long totalNodeFailures,
        List<CategoryCount> errorCategories) {
    public ErrorSummary {
        errorCategories = List.copyOf(errorCategories);
    }
}
