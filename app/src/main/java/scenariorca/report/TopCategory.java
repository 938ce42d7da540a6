package scenariorca.report;

/**
 * How often one kind of error was seen.
 *
 * @param category kind of error; uncategorized where none could be told. Example: validation
 * @param count runs and log lines together. Example: 89
 * @param runCount runs that failed or timed out with it. Example: 32
 * @param logCount log lines of severity ERROR or FATAL that carry it. Example: 57
 */
public record TopCategory(String category, long count, long runCount, long logCount) {}
