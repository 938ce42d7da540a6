package scenariorca.logs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One log event as its source has it, not yet redacted: never stored, never logged.
 *
 * @param group log group. Example: {@code /forecast/api}
 * @param stream log stream within the group; empty when the source has none
 * @param eventId the source's id of the event, unique within the group; two events with one id are one event
 * @param timestamp when the event happened, by the writer's clock
 * @param ingestedAt when the source received it; null when the source does not say
 * @param message the text, at most what the source allows for one event
 */
public record RawLogEvent(
        String group,
        String stream,
        String eventId,
        Instant timestamp,
        @Nullable Instant ingestedAt,
        String message) {
    public RawLogEvent {
        if (group.isEmpty() || eventId.isEmpty()) {
            throw new IllegalArgumentException("a log event needs a group and an event id, found group='" + group
                    + "' event id='" + eventId + "'");
        }
    }

    /** The same event without colour codes and other control characters. */
    RawLogEvent decoded() {
        String plain = PlainText.of(message);
        return plain.equals(message) ? this : new RawLogEvent(group, stream, eventId, timestamp, ingestedAt, plain);
    }

    @Override
    public String toString() {
        // The message may hold what must not be written anywhere before it is redacted.
        return "RawLogEvent[" + group + " " + stream + " " + eventId + " " + timestamp + ", " + message.length()
                + " chars]";
    }
}
