package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSelection;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** How far log groups count as read: never further than they were. */
final class LogMarksTest {
    private static final String GROUP = "/forecast/engine";
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final String LINES = "select count(*) from fact_cloudwatch_log";
    private static final String MARK = "select read_to from etl_log_group";

    private static SourcePlatform platform;

    @BeforeAll
    static void fill() {
        platform = SourcePlatform.empty();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    private static List<RawLogEvent> events(int count, Duration apart) {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < count; number++) {
            Instant at = NOW.minus(apart.multipliedBy(number + 1));
            events.add(new RawLogEvent(GROUP, "s", "e" + number, at, at.plusSeconds(1), "2026-03-10 ERROR c.f.A - no"));
        }
        return events;
    }

    /** A group that is not there, or not any more after the first pages. */
    private record Gone(LogSource before) implements LogSource {
        @Override
        public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
            before.fetch(request, pages);
            throw new RcaException(ErrorCode.NOT_FOUND, "there is no log group " + request.group());
        }

        @Override
        public int maxPageEvents() {
            return before.maxPageEvents();
        }
    }

    @Test
    void a_group_created_after_the_first_load_is_read_whole() {
        LogSource all = new InMemoryLogSource(events(500, Duration.ofMinutes(40)));
        LogPlans plans = LogPlans.service(all, NOW, GROUP);
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogSource absent = new Gone(new InMemoryLogSource(List.of()));
            LogCounts none = warehouse
                    .load(new LoadRequest.LogsOnly(), plans.from(absent).plan())
                    .logs();
            assertThat(none).isNotNull();
            assertThat(none.failedGroups()).containsExactly(GROUP);
            assertThat(warehouse.value(MARK)).isEqualTo("null");

            warehouse.load(
                    new LoadRequest.LogsOnly(), plans.at(NOW.plusSeconds(900)).plan());

            assertThat(warehouse.value(LINES)).isEqualTo("500");
        }
    }

    @Test
    void a_group_deleted_while_it_is_read_keeps_its_lines_and_its_mark_where_it_was() {
        List<RawLogEvent> events = events(300, Duration.ofMinutes(30));
        LogPlans plans = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LoadSummary summary = warehouse.load(
                    new LoadRequest.LogsOnly(),
                    plans.from(new Gone(new InMemoryLogSource(events.subList(100, 200))))
                            .plan());
            assertThat(warehouse.value(LINES)).isEqualTo("100");
            assertThat(warehouse.value(MARK)).isEqualTo("null");
            assertThat(summary.notices())
                    .singleElement()
                    .asString()
                    .contains("log group " + GROUP, "there is no log group");

            warehouse.load(new LoadRequest.LogsOnly(), plans.plan());

            assertThat(warehouse.value(LINES)).isEqualTo("300");
        }
    }

    @Test
    void a_bulk_upload_of_old_events_does_not_set_completeness_back() {
        var events = new ArrayList<>(events(400, Duration.ofSeconds(15)));
        LogPlans live = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        for (int number = 0; number < 5_000; number++) {
            Instant at = NOW.minus(Duration.ofDays(9)).plusSeconds(number * 100L);
            events.add(new RawLogEvent(GROUP, "bulk", "old" + number, at, NOW.minusSeconds(60), "INFO old"));
        }
        LogPlans uploaded = live.from(new InMemoryLogSource(events));
        try (LoadedWarehouse first = new LoadedWarehouse(platform);
                LoadedWarehouse later = new LoadedWarehouse(platform)) {
            first.load(new LoadRequest.LogsOnly(), uploaded.plan());
            later.load(new LoadRequest.LogsOnly(), live.plan());
            later.load(
                    new LoadRequest.LogsOnly(), uploaded.at(NOW.plusSeconds(60)).plan());

            String behind = "select read_to - complete_to < interval '1 minute' from etl_log_group";
            assertThat(first.value(behind)).isEqualTo("t");
            assertThat(later.value(behind)).isEqualTo("t");
            assertThat(first.value("select events_read from etl_log_group")).isEqualTo("5400");
        }
    }

    @Test
    void files_tell_no_more_than_their_newest_event_that_can_be() {
        var events = new ArrayList<>(events(10, Duration.ofHours(30)));
        events.add(
                new RawLogEvent(GROUP, "s", "absurd", Instant.parse("9000-01-01T00:00:00Z"), null, "INFO far ahead"));
        LogPlans service = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        LogPlans files = new LogPlans(
                service.source(), List.of(GROUP, "/no/line"), NOW, true, 0, Integer.MAX_VALUE, LogSelection.ALL);
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.load(new LoadRequest.LogsOnly(), files.plan());

            assertThat(warehouse.value("select read_to = '2026-03-09T06:30:00Z' from etl_log_group where log_group = '"
                            + GROUP + "'"))
                    .isEqualTo("t");
            assertThat(warehouse.value("select read_to from etl_log_group where log_group = '/no/line'"))
                    .isEqualTo("null");
            assertThat(warehouse.value(LINES)).isEqualTo("11");
        }
    }
}
