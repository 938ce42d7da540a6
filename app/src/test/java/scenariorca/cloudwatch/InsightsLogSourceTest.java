package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

final class InsightsLogSourceTest {
    private static final String GROUP = "/forecast/api";
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private CloudWatchStub stub = new CloudWatchStub(List.of());
    private final List<RawLogEvent> found = new ArrayList<>();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void more_events_than_a_query_gives_are_found_by_asking_on_from_the_last_time() {
        List<RawLogEvent> events = events(1_000, 7);
        stub = new CloudWatchStub(events);

        LogFetch fetch = fetch(List.of(), 10, 40);

        assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(events));
        assertThat(fetch.isComplete()).isTrue();
    }

    @Test
    void more_events_of_one_time_than_a_query_gives_end_the_answer_and_say_so() {
        stub = new CloudWatchStub(events(200, 100));

        LogFetch fetch = fetch(List.of(), 10, 50);

        assertThat(fetch.stoppedBecause()).contains("so many bear one time");
        assertThat(fetch.completeTo()).isEqualTo(START);
    }

    @Test
    void only_events_with_one_of_the_texts_are_found() {
        stub = new CloudWatchStub(events(100, 1));

        fetch(List.of("event 7\"x\\", "event 99"), 10, 1_000);

        assertThat(found).extracting(RawLogEvent::message).containsExactly("event 7\"x\\", "event 99\"x\\");
    }

    @Test
    void a_service_that_gives_fewer_results_a_query_is_asked_for_fewer() {
        stub = new CloudWatchStub(events(50, 1)).withMostResults(InsightsLogSource.PAGE_EVENTS);

        assertThat(fetch(List.of(), 100, InsightsLogSource.RESULTS).isComplete())
                .isTrue();
        assertThat(new HashSet<>(found)).hasSize(50);
    }

    @Test
    void an_event_has_the_id_it_has_everywhere_and_one_that_is_not_found_again_its_pointer() {
        List<RawLogEvent> events = events(300, 3);
        stub = new CloudWatchStub(events);
        fetch(List.of("event 9\""), 10, 100);
        stub.close();
        stub = new CloudWatchStub(events).withQueriesOnly();
        fetch(List.of("event 9\""), 10, 100);

        assertThat(found).extracting(RawLogEvent::eventId).containsExactly("id 9", "pointer id 9");
    }

    @Test
    void a_query_that_is_left_is_stopped() {
        stub = new CloudWatchStub(events(10, 1));
        stub.fail(Fault.NONE, new Fault.Refused(400, "AccessDeniedException"));

        assertThatThrownBy(() -> fetch(List.of(), 10, 100))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("logs:GetQueryResults");
        assertThat(stub.calls()).containsExactly("StartQuery", "GetQueryResults", "StopQuery");
    }

    private LogFetch fetch(List<String> texts, int page, int results) {
        AwsClients clients = stub.clients();
        var source = new InsightsLogSource(
                clients.logs(RateGate.perSecond(1_000_000)),
                new AwsFailures(clients),
                new InsightsQuery(texts),
                new InsightsLogSource.Limits(page, results, _ -> {}));
        return source.fetch(new LogRequest(GROUP, START, START.plusSeconds(60), Integer.MAX_VALUE), found::addAll);
    }

    private static List<RawLogEvent> events(int count, int perMilli) {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < count; number++) {
            Instant time = START.plusMillis(number / perMilli);
            events.add(new RawLogEvent(GROUP, "s", "id " + number, time, time, "event " + number + "\"x\\"));
        }
        return events;
    }
}
