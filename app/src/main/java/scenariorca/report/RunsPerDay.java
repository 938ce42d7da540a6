package scenariorca.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.reliability.RunTotals;

/**
 * How many runs there were on each day, by outcome.
 *
 * @param days every UTC day of the window, also one without runs, oldest first
 */
public record RunsPerDay(List<Day> days) implements Tabular<RunsPerDay.Day> {
    public RunsPerDay {
        days = List.copyOf(days);
    }

    @Override
    public List<Day> rows() {
        return days;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }

    /**
     * One day.
     *
     * @param date the day
     * @param totalRuns runs started that day, of any outcome. Example: 12
     * @param successfulRuns runs that succeeded. Example: 9
     * @param failedRuns runs that failed. Example: 2
     * @param timeoutRuns runs that timed out. Example: 1
     */
    public record Day(LocalDate date, long totalRuns, long successfulRuns, long failedRuns, long timeoutRuns) {
        /** Runs in progress, or of a status nobody knows. */
        public long otherRuns() {
            return totalRuns - successfulRuns - failedRuns - timeoutRuns;
        }

        public @Nullable BigDecimal successRate() {
            return totals().successRatePct().orElse(null);
        }

        public RunTotals totals() {
            return new RunTotals(successfulRuns, failedRuns, timeoutRuns);
        }
    }
}
