package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.StackTrace;
import scenariorca.errors.StackTraces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Log lines as loggers and services write them, each with what must become of it: rows of {@code situations.jsonl}, and of
 * {@code situations-held-out.jsonl}, which were written after the code that reads them.
 */
final class SituationsTest {
    private static final Path FOLDER = Path.of(System.getProperty("module.directory", "."), "src/test/resources/logs");
    private static final List<String> FILES = List.of("situations.jsonl", "situations-held-out.jsonl");
    private static final Instant AT = Instant.parse("2026-11-27T12:00:05Z");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int AT_LEAST = 250;
    private static final int LOGGERS_AT_LEAST = 25;

    /**
     * @param by the logger or service
     * @param events as they come
     * @param lines what must become of them, field by field
     */
    record Situation(String by, List<String> events, List<Map<String, String>> lines) {
        @Override
        public String toString() {
            return by + ": " + events.get(0).lines().findFirst().orElse("");
        }
    }

    static Stream<Situation> situations() throws IOException {
        return Stream.concat(read(FILES.get(0)).stream(), read(FILES.get(1)).stream());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void each_situation_is_read_as_the_table_says(Situation situation) {
        assertThat(lines(situation.events)).isEqualTo(situation.lines);
    }

    @Test
    void the_table_has_many_situations_of_many_loggers() throws IOException {
        List<Situation> all = situations().toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(all.stream().map(Situation::by).distinct()).hasSizeGreaterThanOrEqualTo(LOGGERS_AT_LEAST);
    }

    /** Rewrites the table when asked to; what changes is read in the diff. */
    @BeforeAll
    static void update() throws IOException {
        for (String file : Boolean.getBoolean("golden.update") ? FILES : List.<String>of()) {
            List<String> rows =
                    read(file).stream().map(one -> written(one.by, one.events)).toList();
            Files.write(FOLDER.resolve(file), rows);
        }
    }

    private static String written(String by, List<String> events) {
        var row = new LinkedHashMap<String, Object>();
        row.put("by", by);
        row.put("events", events);
        row.put("lines", lines(events));
        return MAPPER.writeValueAsString(row);
    }

    private static List<Situation> read(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(MAPPER::readTree)
                .map(row -> new Situation(
                        row.path("by").asString(""),
                        row.path("events").valueStream().map(JsonNode::asString).toList(),
                        row.path("lines")
                                .valueStream()
                                .map(SituationsTest::fields)
                                .toList()))
                .toList();
    }

    private static Map<String, String> fields(JsonNode line) {
        return line.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue().asString(""),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What becomes of events of one stream that come within a moment. */
    static List<Map<String, String>> lines(List<String> events) {
        var stitcher = new Stitcher();
        var parser = new LogParser();
        var lines = new ArrayList<Map<String, String>>();
        for (int number = 0; number < events.size(); number++) {
            var event = new RawLogEvent("g", "s", "e" + number, AT.plusMillis(number), null, events.get(number));
            stitcher.add(event).forEach(whole -> lines.add(shown(parser.parse(whole))));
        }
        stitcher.flush().forEach(whole -> lines.add(shown(parser.parse(whole))));
        return lines;
    }

    private static Map<String, String> shown(LogLine line) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("severity", line.severity().name());
        shown.put("message", line.message());
        LogOrigin origin = line instanceof LogLine.Message message
                ? message.origin()
                : line instanceof LogLine.Access access ? access.origin() : LogOrigin.NONE;
        LogIds ids = line instanceof LogLine.Message message
                ? message.ids()
                : line instanceof LogLine.Access access ? access.ids() : LogIds.NONE;
        put(shown, "time", origin.loggedAt());
        put(shown, "correlation", ids.correlationId());
        put(shown, "run", ids.runId());
        put(shown, "scenario", ids.scenarioId());
        put(shown, "user", ids.userId());
        if (line instanceof LogLine.Access access) {
            HttpRequest request = access.request();
            shown.put("request", request.method() + " " + request.path() + " " + request.status());
        }
        @Nullable String stack = line instanceof LogLine.Message message ? message.stackTrace() : null;
        if (line.severity().compareTo(Severity.WARN) >= 0 && line.severity() != Severity.UNKNOWN) {
            String text = stack == null ? line.message() : line.message() + "\n" + stack;
            ErrorClass error = ErrorClassifier.standard().classify(text);
            shown.put("pattern", error.pattern());
            shown.put("category", error.category().word());
        }
        if (stack != null) {
            Optional<StackTrace> trace = StackTraces.find(line.message() + "\n" + stack);
            shown.put(
                    "trace",
                    trace.map(found -> found.type() + ": " + found.message() + own(found))
                            .orElse("unknown"));
        }
        if (line instanceof LogLine.Unparsed unparsed) {
            shown.put("unparsed", unparsed.reason());
        }
        return shown;
    }

    private static String own(StackTrace trace) {
        return trace.frames().stream()
                .filter(StackTrace.Frame::isOwn)
                .map(frame -> " at " + frame.name())
                .limit(3)
                .collect(Collectors.joining());
    }

    private static void put(Map<String, String> shown, String name, @Nullable Object value) {
        if (value != null) {
            shown.put(name, value.toString());
        }
    }
}
