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
 * @param chainCostPct by how much the audit chain makes a full load longer, in percent
 * @param chainCostIncrementalPct by how much it makes an incremental load longer, in percent
 */
public record EtlFigures(
        long rows,
        double rowsPerSecond,
        double limitRowsPerSecond,
        double ratioToLimit,
        double incrementalSeconds,
        double incrementalSecondsTenfold,
        double ratioToHistory,
        double chainCostPct,
        double chainCostIncrementalPct) {
    private static final double RATIO_TO_LIMIT_AT_LEAST = 0.6;
    private static final double RATIO_TO_HISTORY_AT_MOST = 1.3;

    /** Seconds of a full load with and without the audit chain, and of the bare copy. */
    record Full(long rows, double load, double limit, double unchained) {}

    /** Seconds of an incremental load: as it is, with ten times the history, without the audit chain. */
    record Incremental(double once, double tenfold, double unchained) {}

    static EtlFigures of(Full full, Incremental incremental) {
        return new EtlFigures(
                full.rows(),
                full.rows() / full.load(),
                full.rows() / full.limit(),
                full.limit() / full.load(),
                incremental.once(),
                incremental.tenfold(),
                incremental.tenfold() / incremental.once(),
                (full.load() / full.unchained() - 1) * 100,
                (incremental.once() / incremental.unchained() - 1) * 100);
    }

    public boolean meetsTargets() {
        return ratioToLimit >= RATIO_TO_LIMIT_AT_LEAST && ratioToHistory <= RATIO_TO_HISTORY_AT_MOST;
    }
}
