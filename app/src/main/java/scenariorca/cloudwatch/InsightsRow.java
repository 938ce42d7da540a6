package scenariorca.cloudwatch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.RawLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** Reads a row of Logs Insights as the event it stands for. */
final class InsightsRow {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private InsightsRow() {}

    /** The event; empty when the row lacks its pointer or its time. */
    static Optional<RawLogEvent> event(String group, List<ResultField> row) {
        String pointer = value(row, "@ptr");
        Instant time = time(value(row, "@timestamp"));
        if (pointer == null || pointer.isEmpty() || time == null) {
            return Optional.empty();
        }
        String stream = value(row, "@logStream");
        String message = value(row, "@message");
        return Optional.of(new RawLogEvent(
                group,
                stream == null ? "" : stream,
                pointer,
                time,
                time(value(row, "@ingestionTime")),
                message == null ? "" : message));
    }

    private static @Nullable String value(List<ResultField> row, String name) {
        for (ResultField field : row) {
            if (name.equals(field.field())) {
                return field.value();
            }
        }
        return null;
    }

    /** {@code 2026-03-02 10:00:00.123}, UTC, or milliseconds since 1970. */
    static @Nullable Instant time(@Nullable String text) {
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
