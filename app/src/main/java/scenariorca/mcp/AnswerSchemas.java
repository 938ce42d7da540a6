package scenariorca.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of answers, taken from the document of the API: an assistant's answers are the API's. */
final class AnswerSchemas {
    private static final String PREFIX = "#/components/schemas/";
    /** For people; an assistant pays for every word of a schema with its attention. */
    private static final Set<String> PROSE = Set.of("description", "example", "format");

    private final JsonNode schemas;

    AnswerSchemas() {
        this.schemas = document().at("/components/schemas");
    }

    private static JsonNode document() {
        try (InputStream file = Objects.requireNonNull(AnswerSchemas.class.getResourceAsStream("/docs/openapi.json"))) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a name with all that it refers to, as a whole of its own. */
    Map<String, Object> of(String name) {
        var definitions = new TreeMap<String, Object>();
        var schema = new LinkedHashMap<>(asMap(schemas.at("/" + name), definitions));
        definitions.remove(name);
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap(JsonNode schema, Map<String, Object> definitions) {
        return (Map<String, Object>) value(schema, definitions);
    }

    private Object value(JsonNode node, Map<String, Object> definitions) {
        if (node instanceof ObjectNode object) {
            var map = new LinkedHashMap<String, Object>();
            object.properties().forEach(entry -> put(map, entry, definitions));
            return map;
        }
        if (node.isArray()) {
            List<Object> items =
                    node.values().stream().map(item -> value(item, definitions)).toList();
            return items;
        }
        return node.isBoolean() ? node.asBoolean() : node.isNumber() ? node.numberValue() : node.asString();
    }

    private void put(Map<String, Object> map, Map.Entry<String, JsonNode> entry, Map<String, Object> definitions) {
        JsonNode value = entry.getValue();
        if (entry.getKey().equals("$ref")) {
            String name = value.asString().substring(PREFIX.length());
            if (!definitions.containsKey(name)) {
                definitions.put(name, true); // taken, so that one that refers to itself ends
                definitions.put(name, value(schemas.at("/" + name), definitions));
            }
            map.put("$ref", "#/$defs/" + name);
        } else if (!PROSE.contains(entry.getKey()) || value.isObject()) { // a property may have such a name
            map.put(entry.getKey(), value(value, definitions));
        }
    }
}
