package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** A group of 5,000 streams, as one of short-lived containers or functions is. */
final class ManyStreamsTest {
    private static final String GROUP = "/forecast/worker";
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration TIME = Duration.ofDays(2);
    private static final int STREAMS = 5_000;
    private static final int PAGE = 400;

    private final List<RawLogEvent> found = new ArrayList<>();
    private final long seed = System.nanoTime();
    private StreamsStub stub = new StreamsStub(List.of());

    @AfterEach
    void close() {
        stub.close();
    }

    private void open(List<RawLogEvent> events) {
        stub.close();
        stub = new StreamsStub(events);
    }

    private LogFetch fetch() {
        return new CloudWatchLogSource(
                        stub.clients().logs(RateGate.perSecond(1_000_000)), new AwsFailures(stub.clients()), PAGE)
                .fetch(new LogRequest(GROUP, START, START.plus(TIME), Integer.MAX_VALUE), found::addAll);
    }

    /** Each stream lives for some minutes; its events are as many as {@code most} at the most, half of them none. */
    private List<RawLogEvent> events(int streams, int most) {
        var random = new Random(seed);
        var events = new ArrayList<RawLogEvent>();
        for (int stream = 0; stream < streams; stream++) {
            int born = random.nextInt((int) TIME.toSeconds() - 1_000);
            int count = random.nextBoolean() ? 0 : 1 + random.nextInt(most);
            for (int number = 0; number < count; number++) {
                Instant at = START.plusSeconds(born).plusMillis(random.nextInt(900_000));
                events.add(event("stream-%05d".formatted(stream), at, stream + "." + number));
            }
            if (count == 0) {
                events.add(event("stream-%05d".formatted(stream), START.minusSeconds(1 + stream), "old " + stream));
            }
        }
        return events;
    }

    private static RawLogEvent event(String stream, Instant at, String id) {
        return new RawLogEvent(GROUP, stream, id, at, at.plusSeconds(1), "event " + id);
    }

    private static Set<RawLogEvent> within(List<RawLogEvent> events) {
        var wanted = new HashSet<RawLogEvent>(events);
        wanted.removeIf(event -> event.timestamp().isBefore(START));
        return wanted;
    }

    /** Calls of one walk along the tokens of the whole time. */
    private int onePass(List<RawLogEvent> events) {
        int calls = 0;
        List<String> names =
                events.stream().map(RawLogEvent::stream).distinct().sorted().toList();
        for (int from = 0; from < names.size(); from += 100) {
            var streams = new HashSet<>(names.subList(from, Math.min(names.size(), from + 100)));
            long inThem = within(events).stream()
                    .filter(event -> streams.contains(event.stream()))
                    .count();
            calls += Math.max(1, (int) ((inThem + PAGE - 1) / PAGE));
        }
        return calls;
    }

    @Test
    void every_event_comes_once_in_as_many_calls_as_one_pass_takes() {
        List<RawLogEvent> events = events(STREAMS, 20);
        open(events);

        assertThat(fetch().isComplete()).as("seed %d", seed).isTrue();

        assertThat(found).as("seed %d", seed).hasSameSizeAs(within(events));
        assertThat(Set.copyOf(found)).as("seed %d", seed).isEqualTo(within(events));
        assertThat(stub.calls().size()).as("seed %d", seed).isLessThanOrEqualTo((int) (1.2 * onePass(events)));
    }

    @Test
    void the_calls_stay_the_same_whether_the_pages_come_thin_or_full() {
        for (int most : new int[] {1, 8, 60}) {
            List<RawLogEvent> events = events(STREAMS, most);
            open(events);
            found.clear();

            fetch();

            assertThat(Set.copyOf(found)).as("%d, seed %d", most, seed).isEqualTo(within(events));
            assertThat(stub.calls().size()).as("%d, seed %d", most, seed).isLessThanOrEqualTo((int)
                    (1.2 * onePass(events)));
        }
    }

    @Test
    void a_few_streams_full_of_events_are_cut_into_slices_at_the_cost_of_a_pass() {
        var random = new Random(seed);
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < 60_000; number++) {
            Instant at = START.plusMillis(random.nextLong(TIME.toMillis()));
            events.add(event("stream-" + number % 60, at, "busy " + number));
        }
        open(events);

        fetch();

        assertThat(Set.copyOf(found)).as("seed %d", seed).isEqualTo(within(events));
        assertThat(stub.windows()).as("it was cut").anyMatch(millis -> millis < TIME.toMillis() / 3);
        assertThat(stub.calls().size()).as("seed %d", seed).isLessThanOrEqualTo((int) (1.2 * onePass(events)));
    }

    @Test
    void throttling_and_broken_connections_cost_a_call_each() {
        List<RawLogEvent> events = events(STREAMS, 20);
        open(events);
        stub.fail(
                Fault.THROTTLED, Fault.NONE, Fault.DROPPED, Fault.NONE, Fault.NONE, Fault.CUT_SHORT, Fault.UNAVAILABLE);

        fetch();

        assertThat(found).as("seed %d", seed).hasSameSizeAs(within(events));
        assertThat(stub.calls().size()).isLessThanOrEqualTo((int) (1.2 * onePass(events)) + 4);
    }

    @Test
    void a_token_that_expired_begins_its_slice_again_within_the_fetch() {
        List<RawLogEvent> events = events(STREAMS, 20);
        open(events);
        stub.expireTokens(1);

        LogFetch fetch = fetch();

        assertThat(fetch.isComplete()).isTrue();
        assertThat(Set.copyOf(found)).as("seed %d", seed).isEqualTo(within(events));
    }

    @Test
    void tokens_that_are_always_refused_end_the_answer_and_nothing_counts_as_read() {
        open(events(STREAMS, 20));
        stub.expireTokens(Integer.MAX_VALUE);

        LogFetch fetch = fetch();

        assertThat(fetch.stoppedBecause()).contains("refused its own page tokens");
        assertThat(fetch.completeTo()).isEqualTo(START);
    }

    @Test
    void a_group_deleted_meanwhile_is_named_and_nothing_counts_as_read() {
        open(events(STREAMS, 20));
        stub.deleteAfter(5);

        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        RcaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining("there is no log group " + GROUP);
    }

    @Test
    void an_event_that_arrived_late_in_any_stream_is_in_the_next_answer() {
        List<RawLogEvent> events = events(STREAMS, 20);
        open(events);
        fetch();
        RawLogEvent late = event("stream-00007", START.plusSeconds(60), "late");
        stub.add(late);
        found.clear();

        fetch();

        assertThat(found).contains(late);
    }
}
