package scenariorca.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as a file has it; null where the file does not say, or says what cannot be. */
public record FoundEvent(
        @Nullable String group,
        @Nullable String stream,
        @Nullable String id,
        @Nullable Instant timestamp,
        @Nullable Instant ingestedAt,
        @Nullable String message) {
    private static final long LAST_MILLI = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    /** The same event with what its surroundings say of group and stream. */
    FoundEvent within(@Nullable String outerGroup, @Nullable String outerStream) {
        return new FoundEvent(
                group == null ? outerGroup : group,
                stream == null ? outerStream : stream,
                id,
                timestamp,
                ingestedAt,
                message);
    }

    /** Text that could not be read. */
    static FoundEvent broken(String text) {
        return new FoundEvent(null, null, null, null, null, text);
    }

    FoundEvent saying(String text) {
        return new FoundEvent(group, stream, id, timestamp, ingestedAt, text);
    }

    /** Milliseconds since 1970 as a time; null when no calendar has them. */
    public static @Nullable Instant time(long millis) {
        return millis < 0 || millis > LAST_MILLI ? null : Instant.ofEpochMilli(millis);
    }
}
