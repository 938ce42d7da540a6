package scenariorca.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import scenariorca.report.Reports;

/**
 * A report as an assistant asks for it.
 *
 * @param name as it is called. Example: explain_run
 * @param title for people
 * @param description what it answers and when to use it, for the assistant
 * @param answerSchema name of the answer's schema in the API's document. Example: Verdict
 * @param arguments what may be given
 * @param question asks the reports
 */
record ReportTool(
        String name,
        String title,
        String description,
        String answerSchema,
        List<Argument> arguments,
        Question question) {

    /** What the warehouse answers. */
    @FunctionalInterface
    interface Question {
        /** @throws scenariorca.platform.RcaException INVALID_INPUT or NOT_FOUND, with what the assistant may do about it */
        Found ask(Reports reports, ToolArguments given);
    }

    /**
     * An answer.
     *
     * @param content the same record the API answers with
     * @param text the gist in a few lines
     */
    record Found(Object content, String text) {}

    /**
     * Something that may be given.
     *
     * @param type string, integer or strings
     * @param allowed the only values; any when empty
     */
    record Argument(String name, String type, String description, boolean isRequired, List<String> allowed) {
        static Argument text(String name, String description) {
            return new Argument(name, "string", description, false, List.of());
        }

        static Argument number(String name, String description) {
            return new Argument(name, "integer", description, false, List.of());
        }

        static Argument texts(String name, String description, List<String> allowed) {
            return new Argument(name, "strings", description, false, allowed);
        }

        Argument required() {
            return new Argument(name, type, description, true, allowed);
        }

        private Map<String, Object> schema() {
            var one = new LinkedHashMap<String, Object>();
            one.put("type", type.equals("strings") ? "string" : type);
            if (!allowed.isEmpty()) {
                one.put("enum", allowed);
            }
            if (!type.equals("strings")) {
                one.put("description", description);
                return one;
            }
            return Map.of("type", "array", "items", one, "description", description);
        }
    }

    /** JSON Schema of the arguments. */
    Map<String, Object> inputSchema() {
        var properties = new LinkedHashMap<String, Object>();
        arguments.forEach(argument -> properties.put(argument.name(), argument.schema()));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                arguments.stream()
                        .filter(Argument::isRequired)
                        .map(Argument::name)
                        .toList(),
                "additionalProperties",
                false);
    }

    /** Example: run_id, limit */
    String argumentNames() {
        return arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    }
}
