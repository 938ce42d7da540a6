package scenariorca.cloudwatch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what an export to S3 writes: {@code 2026-03-02T10:00:00.123Z message}, a message's further lines below it. */
final class ExportLines {
    private static final int MIN_CHARS = "2026-03-02T10:00:00Z".length();
    private static final int MAX_CHARS = "2026-03-02T10:00:00.123456789Z".length();

    private ExportLines() {}

    /** The event that a line begins; null when the line belongs to the event before. */
    static @Nullable FoundEvent begin(String line) {
        int end = timeEnd(line);
        if (end < 0) {
            return null;
        }
        try {
            Instant time = FoundEvent.time(Instant.parse(line.substring(0, end)).toEpochMilli());
            String message = end < line.length() ? line.substring(end + 1) : "";
            return time == null ? null : new FoundEvent(null, null, null, time, null, message);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a line looks as if it began an event. */
    static boolean isBegin(String line) {
        return begin(line) != null;
    }

    private static int timeEnd(String line) {
        if (line.length() < MIN_CHARS || line.charAt(4) != '-' || line.charAt(10) != 'T') {
            return -1;
        }
        int end = line.indexOf(' ');
        if (end < 0) {
            end = line.length();
        }
        return end >= MIN_CHARS && end <= MAX_CHARS && line.charAt(end - 1) == 'Z' ? end : -1;
    }
}
