package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

final class CloudWatchLogSourceTest {
    private static final String GROUP = "/forecast/api";
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 50;

    private CloudWatchStub stub = new CloudWatchStub(List.of());
    private final List<RawLogEvent> found = new ArrayList<>();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void a_busy_day_is_read_in_slices_completely_and_in_order_whatever_its_bursts() {
        long seed = System.nanoTime();
        List<RawLogEvent> events = day(new Random(seed), 5_000);
        open(new CloudWatchStub(events));

        LogFetch fetch = fetch(Integer.MAX_VALUE);

        assertThat(found)
                .as("seed %d", seed)
                .isSortedAccordingTo((a, b) -> a.timestamp().compareTo(b.timestamp()));
        assertThat(Set.copyOf(found)).as("seed %d", seed).isEqualTo(Set.copyOf(events));
        assertThat(fetch.isComplete()).isTrue();
        assertThat(fetch.pages())
                .as("seed %d", seed)
                .isEqualTo(stub.calls().size())
                .isLessThan(4 * 5_000 / PAGE);
    }

    @Test
    void a_quiet_day_costs_one_call() {
        open(new CloudWatchStub(day(new Random(1), PAGE)));

        assertThat(fetch(Integer.MAX_VALUE).pages()).isEqualTo(1);
        assertThat(found).hasSize(PAGE);
    }

    @Test
    void a_bound_is_reached_again_and_again_and_nothing_is_missing_in_the_end() {
        long seed = System.nanoTime();
        List<RawLogEvent> events = day(new Random(seed), 2_000);
        open(new CloudWatchStub(events));
        var all = new HashSet<RawLogEvent>();
        Instant from = START;

        while (from.isBefore(START.plus(DAY))) {
            var request = new LogRequest(GROUP, from, START.plus(DAY), 300);
            LogFetch fetch = source(stub).fetch(request, all::addAll);
            assertThat(fetch.completeTo()).as("seed %d", seed).isAfter(from);
            from = fetch.completeTo();
        }

        assertThat(all).as("seed %d", seed).isEqualTo(Set.copyOf(events));
    }

    @Test
    void pages_come_in_the_callers_thread() {
        open(new CloudWatchStub(day(new Random(2), 1_000)));
        var threads = new HashSet<Thread>();

        source(stub).fetch(request(Integer.MAX_VALUE), _ -> threads.add(Thread.currentThread()));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void empty_pages_with_a_token_do_not_end_the_answer() {
        List<RawLogEvent> events = day(new Random(3), 500);
        open(new CloudWatchStub(events).withEmptyPages(3));

        assertThat(fetch(Integer.MAX_VALUE).isComplete()).isTrue();
        assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(events));
    }

    @Test
    void a_repeated_token_ends_the_answer_and_says_so() {
        List<RawLogEvent> events = day(new Random(4), 200);
        open(new CloudWatchStub(events).withRepeatedTokensFrom(PAGE));

        LogFetch fetch = fetch(Integer.MAX_VALUE);

        assertThat(fetch.isComplete()).isFalse();
        assertThat(fetch.stoppedBecause()).contains("same page token twice");
        assertThat(found)
                .containsAll(events.stream()
                        .filter(event -> event.timestamp().isBefore(fetch.completeTo()))
                        .toList());
    }

    @Test
    void throttling_errors_and_broken_connections_are_tried_again_and_lose_nothing() {
        List<RawLogEvent> events = day(new Random(5), 1_000);
        open(new CloudWatchStub(events));
        stub.fail(
                Fault.THROTTLED,
                Fault.BROKEN,
                Fault.NONE,
                Fault.DROPPED,
                Fault.NONE,
                Fault.CUT_SHORT,
                Fault.NONE,
                Fault.UNAVAILABLE,
                Fault.NONE,
                Fault.NONE,
                Fault.THROTTLED);

        assertThat(fetch(Integer.MAX_VALUE).isComplete()).isTrue();
        assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(events));
    }

    @Test
    void every_attempt_passes_the_gate() {
        open(new CloudWatchStub(day(new Random(6), 10)));
        stub.fail(Fault.THROTTLED, Fault.BROKEN);
        var passed = new AtomicInteger();
        var gate = new RateGate(5, () -> 0, _ -> passed.incrementAndGet());

        new CloudWatchLogSource(stub.clients().logs(gate), new AwsFailures(stub.clients()), PAGE)
                .fetch(request(10), found::addAll);

        // The first one does not wait.
        assertThat(passed.get()).isEqualTo(stub.calls().size() - 1).isEqualTo(2);
    }

    @Test
    void what_fails_half_way_leaves_what_was_handed_over_and_stops_reading() {
        open(new CloudWatchStub(day(new Random(8), 2_000)));
        stub.fail(Fault.NONE, Fault.NONE, Fault.NONE);
        stub.fail(Collections.nCopies(500, Fault.BROKEN).toArray(Fault[]::new));

        assertThatThrownBy(() -> fetch(Integer.MAX_VALUE))
                .isInstanceOfSatisfying(
                        RcaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE))
                .hasMessageContaining("AWS answered 500");
    }

    @Test
    void a_reader_that_gives_up_is_not_held() {
        open(new CloudWatchStub(day(new Random(9), 2_000)));

        assertThatThrownBy(() -> source(stub).fetch(request(Integer.MAX_VALUE), _ -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    private void open(CloudWatchStub with) {
        stub.close();
        stub = with;
    }

    private static CloudWatchLogSource source(CloudWatchStub stub) {
        AwsClients clients = stub.clients();
        return new CloudWatchLogSource(clients.logs(RateGate.perSecond(1_000_000)), new AwsFailures(clients), PAGE);
    }

    private LogFetch fetch(int maxEvents) {
        return source(stub).fetch(request(maxEvents), found::addAll);
    }

    private static LogRequest request(int maxEvents) {
        return new LogRequest(GROUP, START, START.plus(DAY), maxEvents);
    }

    /** Half of the events in one minute of the day, the others anywhere. */
    private static List<RawLogEvent> day(Random random, int count) {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < count; number++) {
            long second = number % 2 == 0 ? 40_000 + random.nextInt(60) : random.nextInt((int) DAY.toSeconds());
            Instant time = START.plusSeconds(second).plusMillis(random.nextInt(3));
            events.add(new RawLogEvent(GROUP, "api-1", "id " + number, time, time.plusSeconds(1), "event " + number));
        }
        return events;
    }
}
