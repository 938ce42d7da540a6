package scenariorca.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error pattern in a list: a message with its variable parts removed.
 *
 * @param fingerprint its stable id
 * @param pattern the message, variable parts as {@literal <*>}
 * @param category kind of error. Example: validation
 * @param severity how bad it is: critical when runs of three scenarios or more failed of it, major when one did, minor when no
 *     run is known to have failed of it, only after it or beside it, info when it was never logged as an error. Example: major
 * @param occurrenceCount runs, calculations and log events that carry it in the window. Example: 64
 * @param failedRunCount runs that failed with it, or of which a calculation did; the others only logged it. Example: 32
 * @param failedScenarioCount scenarios of those that failed. Example: 9
 * @param runCount different runs that carry it, in whatever way. Example: 32
 * @param scenarioCount different scenarios among them. Example: 9
 * @param isNew whether it was first seen in the last seven days
 * @param firstSeenAt first occurrence ever; null when unknown
 * @param lastSeenAt last occurrence ever; null when unknown
 */
public record ErrorPatternRow(
        String fingerprint,
        String pattern,
        String category,
        String severity,
        long occurrenceCount,
        long failedRunCount,
        long failedScenarioCount,
        long runCount,
        long scenarioCount,
        boolean isNew,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt) {
    /** How bad a pattern may be, the worst first. */
    public static final List<String> SEVERITIES = List.of("critical", "major", "minor", "info");

    /** Whether a run failed of it; with the others runs failed only after something else, or not at all. */
    boolean isRoot() {
        return SEVERITIES.indexOf(severity) < 2;
    }
}
