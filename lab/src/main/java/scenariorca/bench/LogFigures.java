package scenariorca.bench;

/**
 * What {@code rca bench logs} measured.
 *
 * @param events log events of the first load
 * @param parseLinesPerSecond parsing, lines per second of CPU time of one thread
 * @param redactLinesPerSecond redacting, the same
 * @param patternLinesPerSecond masking and pattern look-up of warnings and errors, the same
 * @param linesPerSecond the whole path into the empty table, from the log source to the publication
 * @param limitLinesPerSecond bare COPY of the same rows into the same indexed, partitioned table, empty
 * @param ratioToLimit the one over the other
 * @param laterEvents log events of the later load, of the same days
 * @param laterLinesPerSecond the whole path into the table with the events of the first load in it
 * @param laterLimitLinesPerSecond bare COPY of its rows into the table equally filled
 * @param laterRatioToLimit the one over the other
 * @param bareLinesPerSecond bare COPY of the rows of the first load into a table without any index, for comparison
 * @param heapPeakMb most heap in use at once while loading, garbage included
 * @param topCategoriesP50Ms top categories over the rows of the first load by HTTP, median of the questions, in milliseconds
 * @param topCategoriesP95Ms the same, 95th percentile
 * @param topCategoriesInProcessP95Ms the same without the server
 */
public record LogFigures(
        long events,
        double parseLinesPerSecond,
        double redactLinesPerSecond,
        double patternLinesPerSecond,
        double linesPerSecond,
        double limitLinesPerSecond,
        double ratioToLimit,
        long laterEvents,
        double laterLinesPerSecond,
        double laterLimitLinesPerSecond,
        double laterRatioToLimit,
        double bareLinesPerSecond,
        long heapPeakMb,
        double topCategoriesP50Ms,
        double topCategoriesP95Ms,
        double topCategoriesInProcessP95Ms) {
    private static final double RATIO_AT_LEAST = 0.5;
    private static final double P95_MS_AT_MOST = 50;

    /** One load: its events, and lines per second of the whole path and of the bare COPY of its rows. */
    record Load(long events, double linesPerSecond, double limitLinesPerSecond) {
        double ratio() {
            return linesPerSecond / limitLinesPerSecond;
        }
    }

    static LogFigures of(
            LogSpeed speed,
            Load first,
            Load later,
            double bareLinesPerSecond,
            long heapPeakMb,
            CategoryQuestions questions) {
        return new LogFigures(
                first.events(),
                speed.parse(),
                speed.redact(),
                speed.pattern(),
                first.linesPerSecond(),
                first.limitLinesPerSecond(),
                first.ratio(),
                later.events(),
                later.linesPerSecond(),
                later.limitLinesPerSecond(),
                later.ratio(),
                bareLinesPerSecond,
                heapPeakMb,
                questions.http().millis(0.5),
                questions.http().millis(0.95),
                questions.inProcess().millis(0.95));
    }

    public boolean meetsTargets() {
        return ratioToLimit >= RATIO_AT_LEAST && topCategoriesP95Ms <= P95_MS_AT_MOST;
    }
}
