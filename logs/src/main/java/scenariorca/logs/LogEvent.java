package scenariorca.logs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One log event after stitching: what one statement of a program wrote.
 *
 * @param group log group
 * @param stream log stream
 * @param eventId id of the first of its parts
 * @param timestamp time of the first of its parts
 * @param ingestedAt when the source received the first of its parts; null when unknown
 * @param message the text, parts joined by line ends
 * @param parts how many source events it was made of
 * @param laterParts its parts after the first, as far as they are known by name, at most 1,000
 * @param isCut whether parts were left out because it grew too long
 */
public record LogEvent(
        String group,
        String stream,
        String eventId,
        Instant timestamp,
        @Nullable Instant ingestedAt,
        String message,
        int parts,
        List<Part> laterParts,
        boolean isCut) {
    public LogEvent {
        laterParts = List.copyOf(laterParts);
    }

    /** An event of the source that went into a longer one. */
    public record Part(String eventId, Instant timestamp) {}

    static LogEvent of(RawLogEvent raw) {
        return new LogEvent(
                raw.group(),
                raw.stream(),
                raw.eventId(),
                raw.timestamp(),
                raw.ingestedAt(),
                raw.message(),
                1,
                List.of(),
                false);
    }

    /** The same event saying something else, such as the redacted text. */
    public LogEvent withMessage(String other) {
        return new LogEvent(group, stream, eventId, timestamp, ingestedAt, other, parts, laterParts, isCut);
    }

    @Override
    public String toString() {
        // The message may hold what must not be written anywhere before it is redacted.
        return "LogEvent[" + group + " " + stream + " " + eventId + " " + timestamp + ", " + parts + " parts]";
    }
}
