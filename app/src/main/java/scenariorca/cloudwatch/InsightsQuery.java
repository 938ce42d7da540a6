package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the query of Logs Insights that finds the events of a time, oldest first. */
record InsightsQuery(List<String> texts) {
    /** Most texts looked for at once. */
    static final int MAX_TEXTS = 50;

    InsightsQuery {
        texts = List.copyOf(texts);
        if (texts.size() > MAX_TEXTS) {
            throw new IllegalArgumentException("at most %d texts, found %d".formatted(MAX_TEXTS, texts.size()));
        }
    }

    /** @param from first event time wanted: the query itself knows whole seconds only */
    String text(Instant from, int limit) {
        var query = new StringBuilder("fields @timestamp, @ingestionTime, @logStream, @message");
        query.append(" | filter toMillis(@timestamp) >= ").append(from.toEpochMilli());
        if (!texts.isEmpty()) {
            query.append(texts.stream()
                    .map(text -> "@message like \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .collect(Collectors.joining(" or ", " | filter ", "")));
        }
        return query.append(" | sort @timestamp asc | limit ").append(limit).toString();
    }
}
