package scenariorca.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON that CloudWatch Logs writes: one event; a subscription filter's record with {@code logEvents}, as
 * Firehose and Kinesis deliver it; an answer of FilterLogEvents with {@code events}, as the AWS CLI prints it. An object that
 * has a message, names of its own and none of CloudWatch's is a line of a program that writes JSON, and no event.
 */
final class JsonEvents {
    /** Longest group, stream and id that AWS gives. */
    private static final int MAX_NAME_CHARS = 512;

    private static final Set<String> NAMES_OF_AWS = Set.of(
            "logGroup",
            "logGroupName",
            "logStream",
            "logStreamName",
            "eventId",
            "ingestionTime",
            "@message",
            "@logStream",
            "@log",
            "@ptr");

    private static final JsonFactory FACTORY = new JsonFactory();

    /**
     * The events of one object, in order. Of a list that breaks off, the events before, and the rest as one without a time.
     *
     * @return null when it is no JSON, or JSON of something else
     */
    @Nullable
    List<FoundEvent> read(Piece piece) {
        var outer = new Draft();
        var events = new ArrayList<FoundEvent>();
        long readTo = 0;
        try (JsonParser json = piece.parser()) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (outer.read(json, piece) || json.currentToken() != JsonToken.START_ARRAY) {
                    continue;
                }
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    events.add(item(json, piece));
                    readTo = json.currentLocation().getByteOffset();
                }
            }
        } catch (JacksonException e) {
            if (events.isEmpty()) {
                return null;
            }
            events.add(FoundEvent.broken(piece.text(readTo, piece.length())));
        }
        return outer.complete(events);
    }

    /** The one event that is all there is. @return null when it is anything else, or more */
    @Nullable
    FoundEvent readOne(Piece piece) {
        var draft = new Draft();
        try (JsonParser json = piece.parser()) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (!draft.read(json, piece)) {
                    return null;
                }
            }
            return !draft.isEvent() || draft.isControl || json.nextToken() != null ? null : draft.event();
        } catch (JacksonException e) {
            return null;
        }
    }

    private static FoundEvent item(JsonParser json, Piece piece) {
        long from = json.currentTokenLocation().getByteOffset();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            FoundEvent row = row(json);
            return row == null
                    ? FoundEvent.broken(piece.text(from, json.currentLocation().getByteOffset()))
                    : row;
        }
        var draft = new Draft();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (!draft.read(json, piece)) {
                    json.skipChildren();
                }
            }
        } else {
            json.skipChildren();
        }
        return !draft.hasMessage()
                ? FoundEvent.broken(piece.text(from, json.currentLocation().getByteOffset()))
                : draft.event();
    }

    /** A row of {@code aws logs get-query-results}: objects of a field and its value. @return null when it is no event */
    private static @Nullable FoundEvent row(JsonParser json) {
        var fields = new InsightsFields();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String field = "";
            String value = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
                if (isText && name.equals("field")) {
                    field = json.getString();
                } else if (isText && name.equals("value")) {
                    value = json.getString();
                }
                json.skipChildren();
            }
            fields.put(field, value);
        }
        return fields.event();
    }

    /** Bytes within an array. */
    record Piece(byte[] bytes, int offset, int length) {
        static Piece of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Piece(bytes, 0, bytes.length);
        }

        private JsonParser parser() {
            return FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
        }

        private String text(long from, long to) {
            return new String(bytes, offset + (int) from, (int) (to - from), StandardCharsets.UTF_8);
        }
    }

    /** What is read of an object so far. */
    private static final class Draft {
        private @Nullable String group;
        private @Nullable String stream;
        private @Nullable String id;
        private @Nullable Instant timestamp;
        private @Nullable Instant ingestedAt;
        private @Nullable String message;
        private @Nullable InsightsFields fields;
        private boolean isList;
        private boolean isControl;
        private boolean isOfAws;
        private boolean isOfProgram;

        /** Reads the value of the property at hand. @return false when it is a list of events, or of no interest */
        boolean read(JsonParser json, Piece piece) {
            String property = json.currentName();
            JsonToken token = json.nextToken();
            isOfAws |= NAMES_OF_AWS.contains(property);
            switch (property) {
                case "logGroup", "logGroupName" -> group = name(json, token);
                case "logStream", "logStreamName" -> stream = name(json, token);
                case "eventId", "id" -> id = name(json, token);
                case "timestamp" -> timestamp = time(json, token);
                case "ingestionTime" -> ingestedAt = time(json, token);
                case "message" -> message = message(json, token, piece);
                case "messageType" -> isControl = "CONTROL_MESSAGE".equals(name(json, token));
                case "@timestamp", "@ingestionTime", "@message", "@logStream", "@log", "@ptr" ->
                    row(property, json, token);
                case "logEvents", "events", "results" -> {
                    isList = token == JsonToken.START_ARRAY;
                    if (isList) {
                        return false;
                    }
                    json.skipChildren();
                }
                default -> {
                    isOfProgram = true;
                    json.skipChildren();
                }
            }
            return true;
        }

        /** A field of a row of Logs Insights; a message that is JSON was read as text. */
        private void row(String field, JsonParser json, JsonToken token) {
            if (token.isStructStart() || token == JsonToken.VALUE_NULL) {
                json.skipChildren();
                return;
            }
            fields = fields == null ? new InsightsFields() : fields;
            fields.put(field, json.getString());
        }

        /** All events of this object; null when it is something else. */
        @Nullable
        List<FoundEvent> complete(List<FoundEvent> events) {
            if (isControl) {
                // AWS asks so whether anybody listens: there is no event in it.
                return List.of();
            }
            if (isEvent()) {
                events.add(event());
            } else if (!isList) {
                return null;
            }
            events.replaceAll(event -> event.within(group, stream));
            return events;
        }

        boolean isEvent() {
            return hasMessage() && (isOfAws || !isOfProgram);
        }

        boolean hasMessage() {
            return message != null || fields != null && fields.event() != null;
        }

        FoundEvent event() {
            FoundEvent row = fields == null ? null : fields.event();
            if (row != null) {
                return row;
            }
            return new FoundEvent(group, stream, id, timestamp, ingestedAt, message);
        }

        private static @Nullable String name(JsonParser json, JsonToken token) {
            if (token.isStructStart()) {
                json.skipChildren();
                return null;
            }
            String text = token == JsonToken.VALUE_NULL ? "" : json.getString();
            return text.isEmpty() || text.length() > MAX_NAME_CHARS || text.indexOf('\0') >= 0 ? null : text;
        }

        private static @Nullable Instant time(JsonParser json, JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return FoundEvent.time(json.getLongValue());
            }
            json.skipChildren();
            return null;
        }

        /** A message that is no string is taken as it is written. */
        private static @Nullable String message(JsonParser json, JsonToken token, Piece piece) {
            if (token.isStructStart()) {
                long from = json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                return piece.text(from, json.currentLocation().getByteOffset());
            }
            return token == JsonToken.VALUE_NULL ? null : json.getString();
        }
    }
}
