package scenariorca.explanation;

import scenariorca.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An input as stored, which may be nested too deep, or hold a number too long, for anybody to have meant it. */
final class OpaqueJson {
    private OpaqueJson() {}

    /** The document; a text that cannot be taken apart is one opaque text, compared as a whole. */
    static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (JacksonException | ArithmeticException | NumberFormatException tooLarge) {
            return JsonNodeFactory.instance.stringNode(json);
        }
    }
}
