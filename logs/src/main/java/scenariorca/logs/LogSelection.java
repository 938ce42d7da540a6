package scenariorca.logs;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are stored. Warnings, errors, lines of no known severity and requests that changed something always are;
 * what is left out is counted.
 *
 * @param from the least severity that is stored: DEBUG, INFO or WARN
 * @param samplePct of the lines below WARN that are left, how many percent are stored, 0–100; all lines of a run or a
 *     request share one fate
 */
public record LogSelection(Severity from, int samplePct) {
    public static final LogSelection ALL = new LogSelection(Severity.DEBUG, 100);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public LogSelection {
        if (from.compareTo(Severity.WARN) > 0 || samplePct < 0 || samplePct > 100) {
            throw new IllegalArgumentException("no selection: from " + from + ", " + samplePct + " %");
        }
    }

    /** Whether a line is stored. */
    public boolean keeps(LogLine line) {
        if (line.severity().compareTo(Severity.WARN) >= 0) {
            return true;
        }
        if (line instanceof LogLine.Access access
                && access.ids().correlationId() != null
                && !READING.contains(access.request().method())) {
            return true;
        }
        return line.severity().compareTo(from) >= 0 && (samplePct == 100 || isSampled(line));
    }

    private boolean isSampled(LogLine line) {
        @Nullable Object owner = owner(line);
        int hash = (owner == null ? line.event().eventId() : owner.toString()).hashCode() * 0x9e3779b1;
        return Integer.remainderUnsigned(hash >>> 7, 100) < samplePct;
    }

    private static @Nullable UUID owner(LogLine line) {
        LogIds ids = line.ids();
        return ids.correlationId() == null ? ids.runId() : ids.correlationId();
    }
}
