package scenariorca.reliability;

import java.util.Optional;

/**
 * Where the true share of successes lies, given how many runs were seen: the 95 % interval of Wilson (1927), which stays
 * within 0 and 1 and is honest about few runs.
 *
 * @param low 0 to 1
 * @param share successes over finished runs, 0 to 1
 * @param high 0 to 1
 */
public record SuccessBand(double low, double share, double high) {
    /** Standard deviations that hold 95 % of a normal distribution. */
    private static final double Z = 1.959964;

    /** Empty when no run finished. */
    public static Optional<SuccessBand> of(RunTotals totals) {
        double runs = totals.finished();
        if (runs == 0) {
            return Optional.empty();
        }
        double share = totals.successful() / runs;
        double square = Z * Z;
        double middle = (share + square / (2 * runs)) / (1 + square / runs);
        double half = Z / (1 + square / runs) * Math.sqrt(share * (1 - share) / runs + square / (4 * runs * runs));
        return Optional.of(new SuccessBand(Math.max(0, middle - half), share, Math.min(1, middle + half)));
    }
}
