package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LogParserTest {
    private static final Path INPUT =
            Path.of(System.getProperty("module.directory", "."), "src/test/resources/logs/log-lines.txt");
    private static final Path GOLDEN =
            Path.of(System.getProperty("module.directory", "."), "src/test/resources/logs/log-lines.golden");
    private static final LogParser PARSER = new LogParser();

    @Test
    void every_convention_is_read_as_the_golden_file_says() throws IOException {
        String found = Files.readAllLines(INPUT).stream()
                .map(line -> line + "\n" + shown(parse(unescaped(line))))
                .collect(Collectors.joining("\n"));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, found);
        }

        assertThat(found).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void no_bytes_and_no_cut_line_make_it_fail() throws IOException {
        List<String> lines =
                Files.readAllLines(INPUT).stream().map(LogParserTest::unescaped).toList();
        var random = new Random(21);
        for (int round = 0; round < 20_000; round++) {
            String line = lines.get(random.nextInt(lines.size()));
            byte[] bytes = line.substring(0, random.nextInt(line.length() + 1)).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);

            assertThat(parse(text)).as(text).isNotNull();
        }
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(parse(new String(bytes, StandardCharsets.ISO_8859_1))).isNotNull();
        }
    }

    @Test
    void a_stack_trace_under_a_json_line_is_part_of_it() {
        LogLine line = parse("""
                {"level":"ERROR","run_id":"380d2dc7-c89a-4b1e-8ad2-cb5a0b8ef2ab","message":"Node Price failed"}
                java.lang.NumberFormatException: For input string: "n/a"
                \tat com.forecast.engine.nodes.PriceNode.compute(PriceNode.java:145)""");

        assertThat(line).isInstanceOfSatisfying(LogLine.Message.class, message -> {
            assertThat(message.message()).isEqualTo("Node Price failed");
            assertThat(message.ids().runId()).hasToString("380d2dc7-c89a-4b1e-8ad2-cb5a0b8ef2ab");
            assertThat(message.stackTrace())
                    .startsWith("java.lang.NumberFormatException")
                    .endsWith("145)");
        });
    }

    @Test
    void a_json_line_that_goes_wrong_is_read_as_far_as_it_goes() {
        LogLine cut = parse("{\"level\":\"ERROR\",\"message\":\"model rejected, sha");
        LogLine broken = parse("{\"level\":\"ERROR\",\nmore");

        assertThat(cut.severity()).isEqualTo(Severity.ERROR);
        assertThat(cut.message()).isEqualTo("model rejected, sha");
        assertThat(broken.severity()).isEqualTo(Severity.ERROR);
        assertThat(((LogLine.Message) broken).fields()).containsKey(JsonLine.BROKEN);
        assertThat(parse("{\"shares\":[1,2")).isInstanceOf(LogLine.Unparsed.class);
    }

    @Test
    void huge_and_deep_lines_are_bounded() {
        LogLine deep = parse("{\"a\":".repeat(100_000));
        LogLine wide = parse("{" + "\"k\":1,".repeat(10)
                + java.util.stream.IntStream.range(0, 5_000)
                        .mapToObj(number -> "\"k" + number + "\":" + number)
                        .collect(Collectors.joining(","))
                + "}");
        LogLine longLine = parse("ERROR " + "x".repeat(1 << 20));

        assertThat(deep).isInstanceOf(LogLine.Unparsed.class);
        assertThat(((LogLine.Message) wide).fields())
                .hasSize(Fields.MAX_FIELDS + 1)
                .containsEntry(Fields.LEFT_OUT, "4901");
        assertThat(longLine.severity()).isEqualTo(Severity.ERROR);
        assertThat(longLine.message()).hasSizeLessThan(40_000);
    }

    @Test
    void a_redacted_json_line_is_still_json() {
        String line =
                "{\"level\":\"ERROR\",\"message\":\"login of a@b.example failed\",\"password\":1234,\"card\":5500005555555559,\"token\":\"x y\"}";

        LogLine read = parse(Redactor.standard(false).redact(line).text());

        assertThat(read).isInstanceOf(LogLine.Message.class);
        assertThat(read.message()).isEqualTo("login of [email] failed");
        assertThat(((LogLine.Message) read).fields())
                .containsEntry("password", "[secret]")
                .containsEntry("card", "[card]");
    }

    private static LogLine parse(String text) {
        return PARSER.parse(
                new LogEvent("group", "stream", "id", Instant.EPOCH, null, text, 1, java.util.List.of(), false));
    }

    private static String unescaped(String line) {
        // The outermost level only: inside JSON the escapes are JSON's.
        return line.startsWith("{")
                ? line
                : line.replace("\\n", "\n").replace("\\t", "\t").replaceAll("\\\\u000\\d", "\u0001");
    }

    private static String shown(LogLine line) {
        var parts = new TreeMap<String, Object>();
        String kind = switch (line) {
            case LogLine.Message message -> {
                parts.put("ids", message.ids());
                parts.put("origin", message.origin());
                parts.put("stack", String.valueOf(message.stackTrace()));
                parts.put("fields", new TreeMap<>(message.fields()));
                yield "message";
            }
            case LogLine.Access access -> {
                parts.put("ids", access.ids());
                parts.put("origin", access.origin());
                parts.put("request", access.request());
                parts.put("fields", new TreeMap<>(access.fields()));
                yield "access";
            }
            case LogLine.Unparsed unparsed -> "unparsed: " + unparsed.reason();
        };
        return "    " + kind + " " + line.severity() + " <" + line.message().replace("\n", "\\n") + ">\n"
                + parts.entrySet().stream()
                        .map(part -> "    " + part.getKey() + " "
                                + part.getValue()
                                        .toString()
                                        .replace("\n", "\\n")
                                        .replaceAll(",? ?\\w+=null", ""))
                        .filter(text -> !text.matches(".*\\[\\]|.*\\{\\}|.* null"))
                        .collect(Collectors.joining("\n"));
    }
}
