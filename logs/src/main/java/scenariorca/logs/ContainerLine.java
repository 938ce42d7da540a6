package scenariorca.logs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line as a container runtime stores it: {@code <time> stderr F <text>}, or JSON with {@code log}, {@code stream} and
 * {@code time}.
 *
 * @param text what the program wrote, without its line end
 * @param stream stdout or stderr; empty when not said
 * @param time the runtime's time as written; empty when not said
 * @param isPart whether the runtime says that the line goes on in the next one
 * @param isEnded whether the text had its line end; always so where the runtime stores none
 */
record ContainerLine(String text, String stream, String time, boolean isPart, boolean isEnded) {
    private static final Pattern CRI = Pattern.compile(
            "^(\\d{4}-\\d\\d-\\d\\dT\\S{8,26}(?:Z|[+-]\\d\\d:\\d\\d)) (stdout|stderr) ([FP])(?::\\S*)?(?: |$)");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int STREAM_FROM = 17;
    private static final int STREAM_TO = 40;

    /** Empty for a line of another kind: told by a few characters. */
    static Optional<ContainerLine> read(String line) {
        if (line.length() > STREAM_FROM && line.charAt(0) >= '0' && line.charAt(0) <= '9') {
            int stream = line.indexOf(" std", STREAM_FROM);
            return stream > 0 && stream < STREAM_TO ? cri(line) : Optional.empty();
        }
        boolean isJson = line.startsWith("{\"") && line.contains("\"log\"") && line.contains("\"stream\"");
        return isJson ? json(line) : Optional.empty();
    }

    private static Optional<ContainerLine> cri(String line) {
        Matcher matcher = CRI.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String text = line.substring(matcher.end());
        return Optional.of(new ContainerLine(
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text,
                matcher.group(2),
                matcher.group(1),
                matcher.group(3).equals("P"),
                true));
    }

    private static Optional<ContainerLine> json(String line) {
        try {
            JsonNode object = MAPPER.readTree(line);
            @Nullable JsonNode log = object.get("log");
            if (log == null || !log.isString()) {
                return Optional.empty();
            }
            String text = log.asString();
            boolean isEnded = text.endsWith("\n");
            boolean isPart = object.path("partial_message").asString("").equals("true")
                    && !object.path("partial_last").asString("").equals("true");
            return Optional.of(new ContainerLine(
                    isEnded ? text.substring(0, text.length() - 1) : text,
                    object.path("stream").asString(""),
                    object.path("time").asString(""),
                    isPart,
                    isEnded));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** What stands before the text of a joined line, so that it is read as a container's again. */
    String prefix() {
        return stream.isEmpty() || time.isEmpty() ? "" : time + " " + stream + " F ";
    }
}
