package scenariorca.logs;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** A stack trace that a library wrote as JSON, as the text that its language prints. */
final class JsonTrace {
    private JsonTrace() {}

    /** Lines of text stay lines; frames and exceptions become lines. */
    static String text(JsonNode array) {
        var lines = new StringJoiner("\n");
        for (JsonNode one : array) {
            if (!one.isObject()) {
                lines.add(one.asString("").stripTrailing());
            } else if (one.has("frames") || one.has("exc_type")) {
                lines.add(exception(one));
            } else {
                lines.add(frame(one));
            }
        }
        return lines.toString();
    }

    private static String exception(JsonNode one) {
        String type = first(one, "exc_type", "type", "exceptionType");
        String said = first(one, "exc_value", "value", "message");
        return "Traceback (most recent call last):\n" + text(one.path("frames")) + "\n" + type + ": " + said;
    }

    private static String frame(JsonNode frame) {
        String type = first(frame, "class", "className", "declaringClass");
        String file = first(frame, "filename", "file", "fileName", "abs_path");
        String line = first(frame, "lineno", "line", "lineNumber");
        String name = first(frame, "method", "methodName", "name", "function");
        if (!type.isEmpty()) {
            return "\tat " + type + "." + name + "(" + (file.isEmpty() ? "Unknown Source" : file + ":" + line) + ")";
        }
        return file.isEmpty() ? "\tat " + name : "  File \"" + file + "\", line " + line + ", in " + name;
    }

    private static String first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.has(name)) {
                return node.path(name).asString("");
            }
        }
        return "";
    }
}
