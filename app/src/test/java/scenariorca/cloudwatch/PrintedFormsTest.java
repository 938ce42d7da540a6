package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;

final class PrintedFormsTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T10:00:00.123Z");
    private static final String GROUP = "/forecast/api";

    @TempDir
    Path folder;

    private final List<RawLogEvent> found = new ArrayList<>();

    @Test
    void what_aws_logs_tail_prints_is_read_with_its_streams_and_further_lines() {
        LogFetch fetch = read("""
                2026-03-02T10:00:00.123000+00:00 api/1 ERROR no such node
                \tat a.B.c(B.java:1)
                2026-03-02T10:00:01.123000+00:00 api/2 {
                    "level": "INFO"
                }
                """);

        assertThat(fetch.broken()).isZero();
        assertThat(found).extracting(RawLogEvent::stream).containsExactly("api/1", "api/2");
        assertThat(found).extracting(RawLogEvent::timestamp).containsExactly(FIRST, FIRST.plusSeconds(1));
        assertThat(found.getFirst().message()).isEqualTo("ERROR no such node\n\tat a.B.c(B.java:1)");
        assertThat(found.getLast().message()).startsWith("{").endsWith("}");
    }

    @Test
    void the_short_form_has_no_stream_and_a_level_is_none() {
        read("2026-03-02T10:00:00 started\n2026-03-02T10:00:01.000000+00:00 ERROR failed\n");

        assertThat(found).extracting(RawLogEvent::message).containsExactly("started", "ERROR failed");
    }

    @Test
    void rows_that_logs_insights_exports_are_read_as_csv_and_as_json() {
        String message = "{\"level\":\"ERROR\",\n\"message\":\"a, b\"}";
        read("@timestamp,@message,@logStream,@log,@ptr\n2026-03-02 10:00:00.123,\"" + message.replace("\"", "\"\"")
                + "\",api-1,123456789012:/forecast/api,CkA=\n");
        List<RawLogEvent> ofCsv = List.copyOf(found);

        String escaped = message.replace("\"", "\\\"").replace("\n", "\\n");
        read("[{\"@timestamp\":\"2026-03-02 10:00:00.123\",\"@message\":\"" + escaped
                + "\",\"@logStream\":\"api-1\",\"@log\":\"123456789012:/forecast/api\",\"@ptr\":\"CkA=\"}\n]");
        List<RawLogEvent> ofArray = List.copyOf(found);

        read(
                "{\"results\": [[{\"field\":\"@timestamp\",\"value\":\"2026-03-02 10:00:00.123\"},{\"field\":\"@message\",\"value\":\""
                        + escaped
                        + "\"},{\"field\":\"@logStream\",\"value\":\"api-1\"},{\"field\":\"@log\",\"value\":\"123456789012:/forecast/api\"},"
                        + "{\"field\":\"@ptr\",\"value\":\"CkA=\"}]], \"status\": \"Complete\"}");

        assertThat(ofCsv).containsExactly(new RawLogEvent(GROUP, "api-1", "CkA=", FIRST, null, message));
        assertThat(ofArray).isEqualTo(ofCsv);
        assertThat(found).isEqualTo(ofCsv);
    }

    @Test
    void an_unknown_form_is_named_and_its_lines_are_kept() {
        LogFetch fetch = read("engine started\nengine failed\n");

        assertThat(found).extracting(RawLogEvent::message).containsExactly("engine started", "engine failed");
        assertThat(fetch.notices()).singleElement().asString().contains("log.txt is in no form that is known");
    }

    private LogFetch read(String text) {
        found.clear();
        LogFileWriter.write(folder.resolve("log.txt"), text);
        return new FolderLogSource(folder, GROUP)
                .fetch(
                        new LogRequest(GROUP, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), Integer.MAX_VALUE),
                        found::addAll);
    }
}
