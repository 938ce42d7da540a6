package scenariorca.bench;

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
    private static final double MILLIS = 1e3;

    static LiveFigures of(Latencies latencies, int missing, int pages, double coreShare) {
        return new LiveFigures(
                (int) latencies.count(),
                missing,
                latencies.millis(0.5) / MILLIS,
                latencies.millis(0.95) / MILLIS,
                latencies.millis(1) / MILLIS,
                pages,
                coreShare);
    }

    public boolean isOnTarget() {
        return runs > 0 && missing == 0 && p95Seconds < MOST_SECONDS && coreShare < MOST_SHARE;
    }
}
