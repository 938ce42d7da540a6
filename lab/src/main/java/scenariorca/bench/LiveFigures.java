package scenariorca.bench;

import java.util.List;

/**
 * What was measured.
 *
 * @param runs failed runs whose page came
 * @param missing failed runs whose page did not come in time
 * @param p50Seconds from the run in the source to its page, half of them sooner
 * @param p95Seconds 95 of 100 sooner
 * @param worstSeconds the last
 * @param pages that listened while nothing happened
 * @param coreShare share of a core they took, their own side included
 */
public record LiveFigures(
        int runs, int missing, double p50Seconds, double p95Seconds, double worstSeconds, int pages, double coreShare) {
    public static final double MOST_SECONDS = 15;
    public static final double MOST_SHARE = 0.05;

    static LiveFigures of(List<Double> seconds, int missing, int pages, double coreShare) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return new LiveFigures(
                sorted.size(), missing, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), pages, coreShare);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    public boolean isOnTarget() {
        return runs > 0 && missing == 0 && p95Seconds < MOST_SECONDS && coreShare < MOST_SHARE;
    }
}
