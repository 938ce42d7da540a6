package scenariorca.bench;

/**
 * What {@code rca bench logs} measured.
 *
 * @param events log events of the whole path
 * @param parseLinesPerSecond parsing, lines per second of CPU time of one thread
 * @param redactLinesPerSecond redacting, the same
 * @param patternLinesPerSecond masking and pattern look-up of warnings and errors, the same
 * @param linesPerSecond the whole path, from the log source to the publication
 * @param limitLinesPerSecond bare COPY of the same rows into the same indexed, partitioned table
 * @param bareLinesPerSecond bare COPY of the same rows into a table without any index, for comparison
 * @param ratioToLimit whole path over limit
 * @param heapPeakMb most heap in use at once while loading, garbage included
 * @param topCategoriesP50Ms top categories over these rows, median of the questions, in milliseconds
 * @param topCategoriesP95Ms the same, 95th percentile
 */
public record LogFigures(
        long events,
        double parseLinesPerSecond,
        double redactLinesPerSecond,
        double patternLinesPerSecond,
        double linesPerSecond,
        double limitLinesPerSecond,
        double bareLinesPerSecond,
        double ratioToLimit,
        long heapPeakMb,
        double topCategoriesP50Ms,
        double topCategoriesP95Ms) {
    private static final double RATIO_AT_LEAST = 0.5;
    private static final double P95_MS_AT_MOST = 50;

    public boolean meetsTargets() {
        return ratioToLimit >= RATIO_AT_LEAST && topCategoriesP95Ms <= P95_MS_AT_MOST;
    }
}
