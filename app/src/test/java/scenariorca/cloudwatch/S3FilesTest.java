package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

final class S3FilesTest {
    private static final String GROUP = "/forecast/api";
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final S3Stub stub = new S3Stub("logs-bucket");
    private final List<RawLogEvent> found = new ArrayList<>();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void every_object_below_the_prefix_is_read_over_all_pages_of_the_list() {
        for (int number = 0; number < 7; number++) {
            stub.put("firehose/2026/0" + number, LogFileWriter.packed(LogFileWriter.record(List.of(event(number)))));
        }
        stub.put("elsewhere/x", LogFileWriter.packed(LogFileWriter.record(List.of(event(99)))));
        stub.put("firehose/aws-logs-write-test", "Permission Check Successful".getBytes(StandardCharsets.UTF_8));

        LogFetch fetch = fetch("s3://logs-bucket/firehose/");

        assertThat(found)
                .extracting(RawLogEvent::eventId)
                .containsExactly("id 0", "id 1", "id 2", "id 3", "id 4", "id 5", "id 6");
        assertThat(fetch.broken()).isZero();
    }

    @Test
    void a_broken_connection_is_taken_up_where_it_broke() {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < 3_000; number++) {
            events.add(event(number));
        }
        stub.put("api.jsonl", LogFileWriter.lines(events).getBytes(StandardCharsets.UTF_8));
        stub.fail(Fault.NONE, Fault.CUT_SHORT, Fault.CUT_SHORT);

        LogFetch fetch = fetch("s3://logs-bucket");

        assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(events));
        assertThat(fetch.events()).isEqualTo(3_000);
        assertThat(stub.calls()).filteredOn(call -> call.contains("bytes=")).hasSize(2);
    }

    @Test
    void an_object_that_changes_while_it_is_read_is_an_error_not_a_mixture() {
        byte[] bytes = LogFileWriter.line(event(1)).repeat(3_000).getBytes(StandardCharsets.UTF_8);
        stub.put("api.jsonl", bytes);
        stub.fail(Fault.NONE, Fault.CUT_SHORT, new Fault.Refused(412, "PreconditionFailed"));

        assertThatThrownBy(() -> fetch("s3://logs-bucket"))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("412 PreconditionFailed for s3://logs-bucket/api.jsonl");
    }

    @Test
    void what_s3_refuses_is_told_with_the_permission() {
        stub.fail(new Fault.Refused(403, "AccessDenied"));
        assertThatThrownBy(() -> fetch("s3://logs-bucket/x"))
                .hasMessageContaining("s3:ListBucket on bucket logs-bucket");
        assertThatThrownBy(() -> fetch("s3://no-such-bucket/x")).hasMessageContaining("no bucket no-such-bucket");
        assertThatThrownBy(() -> fetch("s3:///x")).hasMessageContaining("s3://bucket/prefix");
    }

    private LogFetch fetch(String address) {
        AwsClients clients = stub.clients();
        var files = new S3Files(clients.s3(), new AwsFailures(clients), S3Address.parse(address));
        return new FileLogSource(files, null, Clock.systemUTC(), 1_000)
                .fetch(new LogRequest(GROUP, START, START.plusSeconds(9_000), Integer.MAX_VALUE), found::addAll);
    }

    private static RawLogEvent event(int number) {
        Instant time = START.plusSeconds(number);
        return new RawLogEvent(GROUP, "api-1", "id " + number, time, time.plusSeconds(1), "event " + number);
    }
}
