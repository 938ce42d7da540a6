package scenariorca.files;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an export to S3 writes, {@code 2026-03-02T10:00:00.123Z message}, and what {@code aws logs tail} prints, {@code
 * 2026-03-02T10:00:00.123000+00:00 stream message} or, short, {@code 2026-03-02T10:00:00 message}; further lines of a message
 * stand below it.
 */
final class ExportLines {
    private static final int MIN_CHARS = "2026-03-02T10:00:00Z".length();
    private static final int MAX_CHARS = "2026-03-02T10:00:00.123456789Z".length();

    private static final String LEVEL = "(?!\\[|(?i:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\\b)";
    private static final Pattern DETAILED = Pattern.compile(
            "(?s)(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3,9})?[+-]\\d\\d:\\d\\d) (?:" + LEVEL
                    + "(?<stream>\\S{1,512}) )?(?<message>.*)");
    private static final Pattern BRIEF =
            Pattern.compile("(?s)(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d) (?<message>.*)");

    private ExportLines() {}

    /** The event that a line begins; null when the line belongs to the event before. */
    static @Nullable FoundEvent begin(String line) {
        int end = timeEnd(line);
        return end < 0
                ? printed(line)
                : event(line.substring(0, end), null, end < line.length() ? line.substring(end + 1) : "");
    }

    /** A line of {@code aws logs tail}, which names the stream unless it is short. */
    private static @Nullable FoundEvent printed(String line) {
        Matcher detailed = DETAILED.matcher(line);
        if (detailed.matches()) {
            return event(detailed.group("time"), detailed.group("stream"), detailed.group("message"));
        }
        Matcher brief = BRIEF.matcher(line);
        return brief.matches() ? event(brief.group("time") + "Z", null, brief.group("message")) : null;
    }

    private static @Nullable FoundEvent event(String time, @Nullable String stream, String message) {
        try {
            Instant at = FoundEvent.time(OffsetDateTime.parse(time).toInstant().toEpochMilli());
            return at == null ? null : new FoundEvent(null, stream, null, at, null, message);
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
