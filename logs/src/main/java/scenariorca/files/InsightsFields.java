package scenariorca.files;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of Logs Insights says of an event, field by field, as its console and the AWS CLI write it. */
public final class InsightsFields {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private @Nullable String group;
    private @Nullable String stream;
    private @Nullable String id;
    private @Nullable Instant timestamp;
    private @Nullable Instant ingestedAt;
    private @Nullable String message;

    void put(String field, String value) {
        String text = value.isEmpty() ? null : value;
        switch (field) {
            case "@timestamp" -> timestamp = time(text);
            case "@ingestionTime" -> ingestedAt = time(text);
            case "@message" -> message = value;
            case "@logStream" -> stream = text;
            // Of the account's number and the group's name only the name is meant.
            case "@log" -> group = text == null ? null : text.substring(text.indexOf(':') + 1);
            case "@ptr" -> id = text;
            default -> {} // a column that the query made up
        }
    }

    /** Null without a message: what was counted or grouped is no event. */
    @Nullable
    FoundEvent event() {
        return message == null ? null : new FoundEvent(group, stream, id, timestamp, ingestedAt, message);
    }

    /** {@code 2026-03-02 10:00:00.123}, UTC, or milliseconds since 1970. */
    public static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('-') < 0
                    ? FoundEvent.time(Long.parseLong(text))
                    : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
