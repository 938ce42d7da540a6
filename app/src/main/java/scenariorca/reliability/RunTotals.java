package scenariorca.reliability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Runs counted by how they ended. Runs in progress and runs of unknown status are in none of the counts.
 *
 * @param successful runs that succeeded
 * @param failed runs that failed
 * @param timeout runs that timed out
 */
public record RunTotals(long successful, long failed, long timeout) {
    private static final int DECIMALS = 2;

    public RunTotals {
        if (successful < 0 || failed < 0 || timeout < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
    }

    public long finished() {
        return successful + failed + timeout;
    }

    /** Share of finished runs that succeeded, 0 to 100, rounded to two decimals; empty when none finished. */
    public Optional<BigDecimal> successRatePct() {
        if (finished() == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(successful)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(finished()), DECIMALS, RoundingMode.HALF_UP));
    }
}
