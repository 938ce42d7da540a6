package scenariorca.logs;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line that is one JSON object, read in one pass: its fields, flat, are what most lines are asked for. */
final class JsonLine {
    /** The field that says that the object was cut or goes wrong, and after how many characters. */
    static final String BROKEN = "json_broken_at";

    private static final int MAX_DEPTH = 200;
    private static final int MAX_FLAT_DEPTH = 6;
    private static final Set<String> WRAPPED_TYPES = Set.of("function", "extension");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private final String text;
    private final Fields fields = new Fields();
    private @Nullable String log;
    private @Nullable String record;
    private @Nullable String type;
    private boolean hasStream;

    private JsonLine(String text) {
        this.text = text;
    }

    /** The object; empty when the text is no JSON object. */
    static Optional<JsonLine> read(String text) {
        var line = new JsonLine(text);
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            line.add("", parser, 0);
            return parser.nextToken() == null ? Optional.of(line) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** An object that was cut or goes wrong, as far as it goes; empty when that says neither a level nor a message. */
    static Optional<JsonLine> readCut(String text) {
        var line = new JsonLine(text);
        int end = text.length();
        try (JsonParser parser = MAPPER.createParser(CutJson.closed(text))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                line.add("", parser, 0);
                end = (int) parser.currentLocation().getCharOffset();
            }
        } catch (JacksonException broken) {
            end = broken.getLocation() == null
                    ? end
                    : (int) broken.getLocation().getCharOffset();
        }
        boolean isSaid = line.fields.has(FieldRole.LEVEL) || line.fields.has(FieldRole.MESSAGE);
        if (!isSaid) {
            return Optional.empty();
        }
        line.fields.add(BROKEN, Integer.toString(Math.max(0, Math.min(end, text.length()))));
        return Optional.of(line);
    }

    Fields fields() {
        return fields;
    }

    /** The program's own line, which may be JSON again, in what a container's runtime or a collector writes; else null. */
    @Nullable
    String inner() {
        if (type != null && record != null && WRAPPED_TYPES.contains(type)) {
            return record;
        }
        return hasStream ? log : null;
    }

    /** The type of a record of the function platform: {@code platform.report}; null in other lines. */
    @Nullable
    String platformType() {
        return type != null && type.startsWith("platform.") ? type : null;
    }

    /** All of it, without blanks between; as it stands when it cannot be read whole. */
    String compact() {
        try {
            return MAPPER.readTree(text).toString();
        } catch (JacksonException broken) {
            return text;
        }
    }

    private void add(String prefix, JsonParser parser, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String own = parser.currentName();
            String name = depth == 0 ? own : prefix + own;
            JsonToken value = parser.nextToken();
            hasStream |= own.equals("stream") || own.equals("container_name") || own.equals("container_id");
            switch (value) {
                case VALUE_NULL -> {}
                case START_OBJECT -> {
                    if (depth < MAX_FLAT_DEPTH) {
                        add(name + ".", parser, depth + 1);
                    } else {
                        fields.add(name, tree(parser).toString());
                    }
                }
                case START_ARRAY -> addArray(name, tree(parser));
                default -> {
                    String written = parser.getString();
                    if (depth == 0 && value == JsonToken.VALUE_STRING) {
                        note(own, written);
                    }
                    fields.add(name, written);
                }
            }
        }
    }

    private void note(String name, String written) {
        switch (name) {
            case "log" -> log = written;
            case "record" -> record = written;
            case "type" -> type = written;
            default -> {}
        }
    }

    private static JsonNode tree(JsonParser parser) {
        return parser.readValueAsTree();
    }

    private void addArray(String name, JsonNode array) {
        if (FieldRole.of(name) == FieldRole.STACK) {
            fields.add(name, JsonTrace.text(array));
            return;
        }
        if (FieldRole.of(name) == FieldRole.MESSAGE && !array.isEmpty()) {
            fields.add(name, WorkerTrace.joined(array));
            return;
        }
        boolean isPairs =
                !array.isEmpty() && array.get(0).has("key") && array.get(0).has("value");
        if (!isPairs) {
            fields.add(name, array.toString());
            return;
        }
        // Attributes of telemetry: {"key": "exception.type", "value": {"stringValue": "..."}}.
        for (JsonNode pair : array) {
            JsonNode value = pair.path("value");
            JsonNode plain =
                    value.isObject() && value.size() == 1 ? value.iterator().next() : value;
            fields.add(pair.path("key").asString(name), plain.isValueNode() ? plain.asString("") : plain.toString());
        }
    }
}
