package scenariorca.cloudwatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a row of Logs Insights says of an event, field by field, as its console and the AWS CLI write it. */
final class InsightsFields {
    private @Nullable String group;
    private @Nullable String stream;
    private @Nullable String id;
    private @Nullable Instant timestamp;
    private @Nullable Instant ingestedAt;
    private @Nullable String message;

    void put(String field, String value) {
        String text = value.isEmpty() ? null : value;
        switch (field) {
            case "@timestamp" -> timestamp = InsightsRow.time(text);
            case "@ingestionTime" -> ingestedAt = InsightsRow.time(text);
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
}
