package scenariorca.bench;

/**
 * What {@code rca bench etl} measured.
 *
 * @param rows rows read by the full load, and by the bare copy
 * @param rowsPerSecond of the full load, from opening the source to the publication
 * @param limitRowsPerSecond of the bare copy of the same rows
 * @param ratioToLimit the former over the latter
 * @param incrementalSeconds an incremental load of a hundred changed rows
 * @param incrementalSecondsTenfold the same with ten times the history
 * @param ratioToHistory the latter over the former
 */
public record EtlFigures(
        long rows,
        double rowsPerSecond,
        double limitRowsPerSecond,
        double ratioToLimit,
        double incrementalSeconds,
        double incrementalSecondsTenfold,
        double ratioToHistory) {
    private static final double RATIO_TO_LIMIT_AT_LEAST = 0.6;
    private static final double RATIO_TO_HISTORY_AT_MOST = 1.3;

    static EtlFigures of(long rows, double loadSeconds, double limitSeconds, double once, double tenfold) {
        return new EtlFigures(
                rows,
                rows / loadSeconds,
                rows / limitSeconds,
                limitSeconds / loadSeconds,
                once,
                tenfold,
                tenfold / once);
    }

    public boolean meetsTargets() {
        return ratioToLimit >= RATIO_TO_LIMIT_AT_LEAST && ratioToHistory <= RATIO_TO_HISTORY_AT_MOST;
    }
}
