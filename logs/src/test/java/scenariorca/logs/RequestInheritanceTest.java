package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RequestInheritanceTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final UUID ONE = UUID.fromString("7a000001-1b2c-4d3e-8f40-000000000001");
    private static final UUID TWO = UUID.fromString("7a000001-1b2c-4d3e-8f40-000000000002");

    private final RequestInheritance inheritance = new RequestInheritance();
    private final LogParser parser = new LogParser();
    private int events;

    @Test
    void a_line_within_an_invocation_has_its_request_and_says_so() {
        read("s", "START RequestId: " + ONE + " Version: $LATEST");
        LogLine within = read("s", "share too big");
        read("s", "END RequestId: " + ONE);
        LogLine after = read("s", "cleaning up");

        assertThat(request(within)).isEqualTo(ONE);
        assertThat(((LogLine.Message) within).fields()).containsEntry(RequestInheritance.FIELD, "invocation");
        assertThat(request(after)).isNull();
    }

    @Test
    void nothing_is_inherited_across_streams_or_long_after() {
        read("s", "START RequestId: " + ONE + " Version: $LATEST");

        assertThat(request(read("other", "share too big"))).isNull();
        assertThat(request(inheritance.read(line("s", NOON.plusSeconds(3_600), "share too big"))))
                .isNull();
    }

    @Test
    void where_invocations_overlap_nothing_is_certain() {
        read("s", "START RequestId: " + ONE + " Version: $LATEST");
        read("s", "START RequestId: " + TWO + " Version: $LATEST");

        assertThat(request(read("s", "share too big"))).isNull();
    }

    @Test
    void a_line_of_a_trace_has_the_request_of_the_trace() {
        read("s", "{\"msg\":\"in\",\"trace_id\":\"77\",\"request_id\":\"" + ONE + "\"}");
        LogLine later = read("s", "{\"msg\":\"share too big\",\"trace_id\":\"77\"}");

        assertThat(request(later)).isEqualTo(ONE);
        assertThat(((LogLine.Message) later).fields()).containsEntry(RequestInheritance.FIELD, "trace");
        assertThat(request(read("s", "{\"msg\":\"share too big\",\"trace_id\":\"78\"}")))
                .isNull();
    }

    @Test
    void a_request_comes_before_the_trace_that_looks_like_one() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        LogLine alone = read("s", "{\"msg\":\"a\",\"trace_id\":\"" + trace + "\"}");
        read("s", "{\"msg\":\"b\",\"trace_id\":\"" + trace + "\",\"request_id\":\"" + ONE + "\"}");

        assertThat(request(alone)).hasToString("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        assertThat(request(read("s", "{\"msg\":\"c\",\"trace_id\":\"" + trace + "\"}")))
                .isEqualTo(ONE);
    }

    @Test
    void a_trace_of_several_requests_gives_none() {
        read("s", "{\"msg\":\"a\",\"trace_id\":\"77\",\"request_id\":\"" + ONE + "\"}");
        read("s", "{\"msg\":\"b\",\"trace_id\":\"77\",\"request_id\":\"" + TWO + "\"}");

        assertThat(request(read("s", "{\"msg\":\"c\",\"trace_id\":\"77\"}"))).isNull();
    }

    private LogLine read(String stream, String text) {
        return inheritance.read(line(stream, NOON.plusMillis(events), text));
    }

    private LogLine line(String stream, Instant at, String text) {
        return parser.parse(new LogEvent("g", stream, "e" + events++, at, null, text, 1, List.of(), false));
    }

    private static @Nullable UUID request(LogLine line) {
        return ((LogLine.Message) line).ids().correlationId();
    }
}
