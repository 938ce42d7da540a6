package scenariorca.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error pattern in a list: a message with its variable parts removed.
 *
 * @param fingerprint its stable id
 * @param pattern the message, variable parts as {@literal <*>}
 * @param category kind of error. Example: validation
 * @param severity highest severity seen: critical, major, minor or info; null when unknown. Example: major
 * @param occurrenceCount runs, calculations and log events that carry it in the window. Example: 64
 * @param failedRunCount runs that failed with it, or of which a calculation did; the others only logged it. Example: 32
 * @param runCount different runs among them. Example: 32
 * @param scenarioCount different scenarios among them. Example: 9
 * @param firstSeenAt first occurrence ever; null when unknown
 * @param lastSeenAt last occurrence ever; null when unknown
 */
public record ErrorPatternRow(
        String fingerprint,
        String pattern,
        String category,
        @Nullable String severity,
        long occurrenceCount,
        long failedRunCount,
        long runCount,
        long scenarioCount,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt) {}
