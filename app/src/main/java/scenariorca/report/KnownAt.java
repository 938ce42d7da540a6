package scenariorca.report;

import java.time.Instant;

/**
 * As of when an answer tells what was known.
 *
 * @param at the time asked for; that of the version when a version was asked for
 * @param version the version of the warehouse that stood then
 * @param publishedAt when that version was published
 * @param keptSince since when what was known is kept: nothing can be told of times before
 * @param isNewest whether nothing was published since
 */
public record KnownAt(Instant at, long version, Instant publishedAt, Instant keptSince, boolean isNewest) {}
