package scenariorca.report;

/**
 * What happened since a time. Counts are of the runs the caller sees.
 *
 * @param runCount runs that ended since; those that took longer than a day are left out
 * @param failedRunCount those of them that failed or timed out. Example: 3
 * @param problemCount the problems that these belong to; a run that has no verdict yet belongs to none
 */
public record News(long runCount, long failedRunCount, long problemCount) {}
