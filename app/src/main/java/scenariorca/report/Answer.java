package scenariorca.report;

/**
 * What a report found, and as of when.
 *
 * @param content the answer itself
 * @param freshness which state of the warehouse it was read from
 */
public record Answer<T>(T content, Freshness freshness) {}
