package scenariorca.diagnosis;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.scenario.NodeId;

/**
 * A line of the run's log that says what went wrong, and that no run that succeeds writes.
 *
 * @param logKey log_key of the event
 * @param at when it was logged
 * @param severity as logged. Example: ERROR
 * @param message the message, and the first line of its stack trace, at most 500 characters
 * @param category kind of error; null when unknown. Example: memory
 * @param fingerprint of its error pattern; null without one
 * @param nodeId the node it speaks of; null when it names none
 */
public record LoggedLine(
        long logKey,
        Instant at,
        String severity,
        String message,
        @Nullable String category,
        @Nullable String fingerprint,
        @Nullable NodeId nodeId) {
    private static final int MOST = 5;
    private static final int MOST_CHARACTERS = 500;

    /** Errors before warnings, then by time; one of each pattern. */
    static List<LoggedLine> of(List<LogEvidence> log) {
        Set<String> seen = new HashSet<>();
        return log.stream()
                .filter(line -> LogWeight.of(line, false) > 0)
                .sorted(Comparator.comparingDouble((LogEvidence line) -> -LogWeight.of(line, false))
                        .thenComparing(LogEvidence::at)
                        .thenComparingLong(LogEvidence::logKey))
                .filter(line -> seen.add(line.fingerprint() == null ? line.message() : line.fingerprint()))
                .limit(MOST)
                .map(LoggedLine::of)
                .toList();
    }

    private static LoggedLine of(LogEvidence line) {
        String message = line.message();
        return new LoggedLine(
                line.logKey(),
                line.at(),
                line.severity(),
                message.codePointCount(0, message.length()) <= MOST_CHARACTERS
                        ? message
                        : message.substring(0, message.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…",
                line.category(),
                line.fingerprint(),
                line.nodeId());
    }
}
