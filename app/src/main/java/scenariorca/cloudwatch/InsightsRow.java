package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.files.InsightsFields;
import scenariorca.logs.RawLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** Reads a row of Logs Insights as the event it stands for. */
final class InsightsRow {
    private InsightsRow() {}

    /** The event; empty when the row lacks its pointer or its time. */
    static Optional<RawLogEvent> event(String group, List<ResultField> row) {
        String pointer = value(row, "@ptr");
        Instant time = InsightsFields.time(value(row, "@timestamp"));
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
                InsightsFields.time(value(row, "@ingestionTime")),
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
}
