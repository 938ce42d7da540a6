package scenariorca.logs;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line that is one JSON object. */
final class JsonLine {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_FLAT_DEPTH = 4;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLine() {}

    /** The object; empty when the text is no JSON object. */
    static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** Its fields, flat. */
    static Fields fields(JsonNode object) {
        var fields = new Fields();
        add(fields, "", object, 0);
        return fields;
    }

    private static void add(Fields fields, String prefix, JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                continue;
            }
            if (value.isObject() && depth < MAX_FLAT_DEPTH) {
                add(fields, name + ".", value, depth + 1);
            } else if (value.isArray() && FieldRole.of(name) == FieldRole.STACK) {
                var lines = new java.util.StringJoiner("\n");
                value.forEach(line -> lines.add(line.asString()));
                fields.add(name, lines.toString());
            } else {
                fields.add(name, value.isValueNode() ? value.asString() : value.toString());
            }
        }
    }
}
