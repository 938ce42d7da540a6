package scenariorca.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import scenariorca.reliability.RunTotals;

/**
 * How runs went in a window, and in the window before it.
 *
 * @param days length of each window in whole UTC days. Example: 30
 * @param now the window that ends today
 * @param before the window of the same length before it
 */
public record Overview(int days, Totals now, Totals before) {
    /**
     * What a window adds up to.
     *
     * @param scenarioCount scenarios with a run. Example: 40
     * @param runCount runs started. Example: 520
     * @param successfulRuns runs that succeeded. Example: 480
     * @param failedRuns runs that failed. Example: 38
     * @param timeoutRuns runs that timed out. Example: 2
     * @param slowRuns runs that took far longer than is usual for their scenario, however they ended. Example: 3
     * @param meanDurationSeconds mean time of a run that ended; null without one. Example: 48.2
     * @param failureCount rows of failures: any number of failed runs of one scenario without a success between. Example: 22
     * @param recoveryCount rows of failures that ended in a success. Example: 19
     * @param meanRecoverySeconds mean time from the first failed run to the next successful one; null without one
     * @param medianRecoverySeconds half of the failures were over within this; null without one
     * @param p90RecoverySeconds nine of ten were; null without one
     */
    public record Totals(
            long scenarioCount,
            long runCount,
            long successfulRuns,
            long failedRuns,
            long timeoutRuns,
            long slowRuns,
            @Nullable BigDecimal meanDurationSeconds,
            long failureCount,
            long recoveryCount,
            @Nullable BigDecimal meanRecoverySeconds,
            @Nullable BigDecimal medianRecoverySeconds,
            @Nullable BigDecimal p90RecoverySeconds) {
        /** Scenarios whose newest finished run failed: a failure that no success has ended, of which a scenario has one. */
        public long failingScenarios() {
            return failureCount - recoveryCount;
        }

        public RunTotals runs() {
            return new RunTotals(successfulRuns, failedRuns, timeoutRuns);
        }

        /** Percent of the finished runs that succeeded; null when none finished. */
        public @Nullable BigDecimal successRate() {
            return runs().successRatePct().orElse(null);
        }
    }
}
