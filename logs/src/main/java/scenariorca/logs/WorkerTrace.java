package scenariorca.logs;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one invocation of an edge function wrote, as one record: its outcome, its exceptions, its lines.
 *
 * @param severity of the worst of them
 * @param message of the exception, else of the worst line; the outcome without either
 */
record WorkerTrace(Severity severity, String message) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Empty when the fields are of something else. */
    static Optional<WorkerTrace> of(Fields fields) {
        @Nullable String outcome = first(fields, "Outcome", "outcome");
        @Nullable String logs = first(fields, "Logs", "logs");
        @Nullable String exceptions = first(fields, "Exceptions", "exceptions");
        return outcome == null || logs == null || exceptions == null
                ? Optional.empty()
                : Optional.of(of(outcome, array(logs), array(exceptions)));
    }

    private static WorkerTrace of(String outcome, JsonNode logs, JsonNode exceptions) {
        boolean isGood =
                outcome.equals("ok") || outcome.equals("canceled") || outcome.equals("responseStreamDisconnected");
        if (!exceptions.isEmpty()) {
            JsonNode thrown = exceptions.get(0);
            return new WorkerTrace(Severity.ERROR, text(thrown, "name") + ": " + text(thrown, "message"));
        }
        Severity severity = isGood ? Severity.INFO : Severity.ERROR;
        String message = "outcome " + outcome;
        for (JsonNode line : logs) {
            Severity level = Severity.of(text(line, "level")).orElse(Severity.INFO);
            if (level.compareTo(severity) >= 0) {
                severity = level;
                message = text(line, "message");
            }
        }
        return new WorkerTrace(severity, message);
    }

    /** What a program gave its logger piece by piece, as one text. */
    static String joined(JsonNode array) {
        return array.valueStream()
                .map(part -> part.isValueNode() ? part.asString("") : part.toString())
                .collect(Collectors.joining(" "));
    }

    private static JsonNode array(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException cut) {
            return MAPPER.createArrayNode();
        }
    }

    private static @Nullable String first(Fields fields, String name, String other) {
        @Nullable String value = fields.other(name);
        return value == null ? fields.other(other) : value;
    }

    /** Field names begin with a capital letter where they are exported, with a small one where they are streamed. */
    private static String text(JsonNode node, String name) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        JsonNode value = node.has(name) ? node.path(name) : node.path(capital);
        return value.isArray() ? joined(value) : value.asString("");
    }
}
