package scenariorca.simulator.varied.voice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scenariorca.simulator.engine.InputText;

/** The formats of log lines the field uses. */
public enum Dialect {
    ECS,
    PINO,
    SERILOG,
    PYTHON_JSON,
    LOGBACK,
    PLAIN,
    LOGFMT,
    CRI,
    PIPES;

    private static final DateTimeFormatter COMMA = format("uuuu-MM-dd HH:mm:ss,SSS");
    private static final DateTimeFormatter DOT = format("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter NANO = format("uuuu-MM-dd'T'HH:mm:ss.SSS'456789Z'");
    private static final DateTimeFormatter ISO = format("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** The events a line becomes: one, or one per line of a trace in formats that know no fields. */
    public List<String> events(SpokenLine line) {
        return switch (this) {
            case ECS -> List.of(ecs(line));
            case PINO -> List.of(pino(line));
            case SERILOG -> List.of(serilog(line));
            case PYTHON_JSON -> List.of(python(line));
            case LOGFMT -> List.of(logfmt(line));
            case LOGBACK, PLAIN, CRI, PIPES -> plain(line);
        };
    }

    private static String message(SpokenLine line) {
        return (line.bare().isEmpty() ? "" : "[" + line.bare() + "] ") + line.message();
    }

    private static String ecs(SpokenLine line) {
        var json = new Json("@timestamp", ISO.format(line.at()));
        json.add("log.level", line.level()).add("message", message(line));
        json.add("log.logger", line.logger()).add("ecs.version", "1.2.0");
        line.ids().forEach(json::add);
        if (!line.trace().isEmpty()) {
            json.add("error.type", line.trace().getFirst().split(":")[0]);
            json.add("error.stack_trace", String.join("\n", line.trace()));
        }
        return json.text();
    }

    private static String pino(SpokenLine line) {
        int level = switch (line.level()) {
            case "ERROR" -> 50;
            case "WARN" -> 40;
            case "DEBUG" -> 20;
            default -> 30;
        };
        var json = new Json();
        json.raw("level", String.valueOf(level))
                .raw("time", String.valueOf(line.at().toEpochMilli()));
        json.raw("pid", "17").add("hostname", "fc-0").add("name", line.logger());
        line.ids().forEach(json::add);
        if (!line.trace().isEmpty()) {
            var error = new Json("type", "Error");
            error.add("message", line.message()).add("stack", String.join("\n", line.trace()));
            json.raw("err", error.text());
        }
        return json.add("msg", message(line)).text();
    }

    private static String serilog(SpokenLine line) {
        var json = new Json("@t", ISO.format(line.at()));
        json.add("@m", message(line));
        if (!line.level().equals("INFO")) {
            json.add("@l", line.level().equals("ERROR") ? "Error" : line.level().equals("WARN") ? "Warning" : "Debug");
        }
        if (!line.trace().isEmpty()) {
            json.add("@x", String.join("\n", line.trace()));
        }
        json.add("SourceContext", line.logger());
        line.ids().forEach(json::add);
        return json.text();
    }

    private static String python(SpokenLine line) {
        var json = new Json("asctime", COMMA.format(line.at()));
        json.add("levelname", line.level().equals("WARN") ? "WARNING" : line.level());
        json.add("name", line.logger()).add("message", message(line));
        line.ids().forEach(json::add);
        if (!line.trace().isEmpty()) {
            json.add("exc_info", String.join("\n", line.trace()));
        }
        return json.text();
    }

    private static String logfmt(SpokenLine line) {
        var text = new StringBuilder("ts=").append(ISO.format(line.at()));
        text.append(" level=").append(line.level().toLowerCase(Locale.ROOT));
        text.append(" logger=").append(line.logger());
        line.ids()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        text.append(" msg=");
        InputText.quote(message(line), text);
        if (!line.trace().isEmpty()) {
            text.append(" stack=");
            InputText.quote(String.join("\n", line.trace()), text);
        }
        return text.toString();
    }

    private List<String> plain(SpokenLine line) {
        var ids = new StringBuilder();
        for (Map.Entry<String, String> id : line.ids().entrySet()) {
            ids.append(ids.isEmpty() ? "" : " ").append(id.getKey()).append('=').append(id.getValue());
        }
        Instant at = line.at();
        String head = switch (this) {
            case LOGBACK ->
                "%s %-5s [exec-%d] [%s] %s - %s"
                        .formatted(
                                DOT.format(at),
                                line.level(),
                                1 + at.getNano() / 1_000_000 % 8,
                                ids,
                                line.logger(),
                                message(line));
            case PIPES -> "%s|%s|%s|%s|%s".formatted(DOT.format(at), line.level(), line.logger(), message(line), ids);
            case CRI ->
                "%s %s F %s %s %s%s"
                        .formatted(
                                NANO.format(at),
                                line.level().equals("ERROR") ? "stderr" : "stdout",
                                line.level(),
                                line.logger(),
                                message(line),
                                ids.isEmpty() ? "" : " " + ids);
            default ->
                "%s %s %s%s".formatted(COMMA.format(at), line.level(), message(line), ids.isEmpty() ? "" : " " + ids);
        };
        var events = new ArrayList<String>();
        events.add(head);
        for (String part : line.trace()) {
            events.add(this == CRI ? NANO.format(at) + " stderr F " + part : part);
        }
        return events;
    }

    /** A JSON object while it is written. */
    private static final class Json {
        private final StringBuilder text = new StringBuilder(300).append('{');

        private Json() {}

        private Json(String name, String value) {
            add(name, value);
        }

        private Json add(String name, String value) {
            var quoted = new StringBuilder();
            InputText.quote(value, quoted);
            return raw(name, quoted.toString());
        }

        private Json raw(String name, String value) {
            text.append(text.length() > 1 ? "," : "");
            InputText.quote(name, text);
            text.append(':').append(value);
            return this;
        }

        private String text() {
            return text + "}";
        }
    }
}
