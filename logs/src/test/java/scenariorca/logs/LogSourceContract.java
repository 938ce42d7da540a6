package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link LogSource} does. Each adapter and fake extends it and says how to fill the source. */
public abstract class LogSourceContract {
    protected static final String GROUP = "/forecast/api";
    protected static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    /** A source that holds exactly these events. */
    protected abstract LogSource sourceWith(List<RawLogEvent> events);

    /** More events than fit into one page. */
    protected int eventsForSeveralPages() {
        return 2 * sourceWith(List.of()).maxPageEvents() + 3;
    }

    /** Whether it can tell a group without events from one that is not there. */
    protected boolean tellsGroupsThatAreNotThere() {
        return false;
    }

    @Test
    void it_hands_over_every_event_of_the_window_and_no_other() {
        List<RawLogEvent> events = events(eventsForSeveralPages());
        List<RawLogEvent> more = new ArrayList<>(events);
        more.add(event("/other", START.plusSeconds(1), "elsewhere"));
        more.add(event(GROUP, START.minusMillis(1), "too early"));
        more.add(event(GROUP, end(events), "too late"));
        var found = new ArrayList<RawLogEvent>();

        LogFetch fetch = sourceWith(more).fetch(request(events, Integer.MAX_VALUE), found::addAll);

        assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(events));
        assertThat(fetch.isComplete()).isTrue();
        assertThat(fetch.completeTo()).isEqualTo(end(events));
        assertThat(fetch.events()).isEqualTo(found.size());
    }

    @Test
    void events_of_one_millisecond_are_not_lost_between_pages() {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < eventsForSeveralPages(); number++) {
            events.add(event(GROUP, START, "same time " + number));
        }
        var found = new HashSet<RawLogEvent>();

        sourceWith(events).fetch(request(events, Integer.MAX_VALUE), found::addAll);

        assertThat(found).isEqualTo(new HashSet<>(events));
    }

    @Test
    void pages_are_neither_empty_nor_too_large() {
        List<RawLogEvent> events = events(eventsForSeveralPages());
        LogSource source = sourceWith(events);
        var sizes = new ArrayList<Integer>();

        source.fetch(request(events, Integer.MAX_VALUE), page -> sizes.add(page.size()));

        assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size > 0 && size <= source.maxPageEvents());
    }

    @Test
    void a_bound_that_is_reached_makes_the_answer_incomplete_up_to_a_time_that_holds() {
        List<RawLogEvent> events = events(eventsForSeveralPages());
        int bound = events.size() / 2;
        var found = new ArrayList<RawLogEvent>();

        LogFetch fetch = sourceWith(events).fetch(request(events, bound), found::addAll);

        assertThat(found).hasSizeLessThanOrEqualTo(bound);
        assertThat(fetch.isComplete()).isFalse();
        assertThat(fetch.stoppedBecause()).isNotBlank();
        assertThat(found)
                .containsAll(events.stream()
                        .filter(event -> event.timestamp().isBefore(fetch.completeTo()))
                        .toList());
    }

    @Test
    void an_empty_window_is_complete_and_empty() {
        List<RawLogEvent> events = events(3);
        var found = new ArrayList<RawLogEvent>();

        LogFetch empty = sourceWith(events)
                .fetch(
                        new LogRequest(GROUP, START.minus(Duration.ofDays(2)), START.minus(Duration.ofDays(1)), 10),
                        found::addAll);

        assertThat(found).isEmpty();
        assertThat(empty.isComplete()).isTrue();
    }

    @Test
    void a_group_known_not_to_be_there_is_a_failure_that_names_it_and_else_it_has_no_events() {
        List<RawLogEvent> events = events(3);
        var found = new ArrayList<RawLogEvent>();
        var request = new LogRequest("/nobody", START, end(events), 10);
        LogSource source = sourceWith(events);

        if (tellsGroupsThatAreNotThere()) {
            assertThatThrownBy(() -> source.fetch(request, found::addAll)).hasMessageContaining("/nobody");
        } else {
            assertThat(source.fetch(request, found::addAll).isComplete()).isTrue();
        }

        assertThat(found).isEmpty();
    }

    @Test
    void asking_twice_gives_the_same_ids() {
        List<RawLogEvent> events = events(5);
        LogSource source = sourceWith(events);
        var first = new ArrayList<RawLogEvent>();
        var second = new ArrayList<RawLogEvent>();

        source.fetch(request(events, 100), first::addAll);
        source.fetch(request(events, 100), second::addAll);

        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    protected static List<RawLogEvent> events(int count) {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < count; number++) {
            events.add(event(GROUP, START.plusMillis(number / 3), "event " + number));
        }
        return events;
    }

    private static RawLogEvent event(String group, Instant time, String message) {
        return new RawLogEvent(
                group, "stream-" + message.length(), "id " + message, time, time.plusSeconds(1), message);
    }

    private static Instant end(List<RawLogEvent> events) {
        return events.getLast().timestamp().plusMillis(1);
    }

    private static LogRequest request(List<RawLogEvent> events, int maxEvents) {
        return new LogRequest(GROUP, START, end(events), maxEvents);
    }
}
