package scenariorca.logs;

import java.util.Optional;
import java.util.StringJoiner;
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
    private static final int MAX_DEPTH = 200;
    private static final int MAX_FLAT_DEPTH = 4;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private final String text;
    private final Fields fields = new Fields();
    private @Nullable String log;
    private boolean hasStream;

    private JsonLine(String text) {
        this.text = text;
    }

    /** The object; empty when the text is no JSON object. */
    static Optional<JsonLine> read(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var line = new JsonLine(text);
            line.add("", parser, 0);
            return parser.nextToken() == null ? Optional.of(line) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    Fields fields() {
        return fields;
    }

    /** The program's own line, which may be JSON again, in what Docker's json-file driver writes; null in other lines. */
    @Nullable
    String inner() {
        return hasStream ? log : null;
    }

    /** All of it, without blanks between. */
    String compact() {
        return MAPPER.readTree(text).toString();
    }

    private void add(String prefix, JsonParser parser, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String own = parser.currentName();
            String name = depth == 0 ? own : prefix + own;
            JsonToken value = parser.nextToken();
            hasStream |= depth == 0 && own.equals("stream");
            switch (value) {
                case VALUE_NULL -> {}
                case START_OBJECT -> {
                    if (depth < MAX_FLAT_DEPTH) {
                        add(name + ".", parser, depth + 1);
                    } else {
                        fields.add(name, tree(parser).toString());
                    }
                }
                case START_ARRAY -> fields.add(name, array(name, tree(parser)));
                default -> {
                    String written = parser.getString();
                    log = depth == 0 && value == JsonToken.VALUE_STRING && own.equals("log") ? written : log;
                    fields.add(name, written);
                }
            }
        }
    }

    private static JsonNode tree(JsonParser parser) {
        return parser.readValueAsTree();
    }

    private static String array(String name, JsonNode value) {
        if (FieldRole.of(name) != FieldRole.STACK) {
            return value.toString();
        }
        var lines = new StringJoiner("\n");
        value.forEach(line -> lines.add(line.asString()));
        return lines.toString();
    }
}
