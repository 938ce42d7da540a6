package scenariorca.report;

/**
 * How many runs of a scenario ended with one kind of error.
 *
 * @param category kind of error; uncategorized where none could be told. Example: validation
 * @param count runs that failed or timed out with it. Example: 32
 * @param logCount log lines of the scenario, warnings included, that carry it. Example: 57
 */
public record CategoryCount(String category, long count, long logCount) {}
