package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;

/** What a load of log events reads of those that earlier loads have stored. */
final class LogLoadReachTest {
    private static final String GROUP = "/forecast/engine";
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final int DAYS = 5;
    private static final int LINES_A_DAY = 2_500;
    private static final String ROWS_READ_WHOLE = """
            select coalesce(sum(tables.seq_tup_read), 0)
            from pg_stat_user_tables as tables
            where tables.relname like 'fact_cloudwatch_log_202603%'
                and tables.relname <> 'fact_cloudwatch_log_20260310'
            """;

    private static SourcePlatform platform;

    @BeforeAll
    static void fill() {
        platform = SourcePlatform.of(2, 4, 3);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void a_later_load_reads_no_whole_day_that_it_brings_no_lines_of() {
        List<RawLogEvent> history = history();
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            var earlier = LogPlans.service(new InMemoryLogSource(history), NOW, GROUP);
            warehouse.load(new LoadRequest.LogsOnly(), earlier.plan());
            warehouse.execute("analyze");
            settle(warehouse);
            long before = rowsReadWhole(warehouse);

            var events = new ArrayList<>(history);
            events.addAll(lateOnes());
            warehouse.load(
                    new LoadRequest.Full(),
                    earlier.from(new InMemoryLogSource(events))
                            .at(NOW.plus(Duration.ofMinutes(5)))
                            .plan());
            settle(warehouse);

            assertThat(rowsReadWhole(warehouse) - before).isLessThan(LINES_A_DAY);
            assertThat(before).isPositive();
            assertThat(warehouse.values("""
                            select event_id || ' ' || part_count from fact_cloudwatch_log
                            where event_id in ('alone', 'grown', 'head') order by 1
                            """)).containsExactly("grown 2", "head 2");
            assertThat(warehouse.values("select link from fact_cloudwatch_log where event_id like 'run%'"))
                    .containsOnly("run")
                    .hasSize(3);
        }
    }

    private static long rowsReadWhole(LoadedWarehouse warehouse) {
        return Long.parseLong(warehouse.value(ROWS_READ_WHOLE));
    }

    /** The counts of what was read are there once the connections of a load have gone. */
    private static void settle(LoadedWarehouse warehouse) {
        warehouse.execute("""
                do $$
                begin
                    while exists (
                        select from pg_stat_activity
                        where datname = current_database() and application_name like 'scenario-rca-load%'
                    ) loop
                        perform pg_stat_clear_snapshot();
                        perform pg_sleep(0.01);
                    end loop;
                end
                $$
                """);
    }

    private static List<RawLogEvent> history() {
        var events = new ArrayList<RawLogEvent>();
        for (int day = 0; day < DAYS; day++) {
            for (int line = 0; line < LINES_A_DAY; line++) {
                Instant at = NOW.minus(Duration.ofDays(day)).minusSeconds(10 + line * 10L);
                events.add(event(
                        day + "." + line,
                        at,
                        line % 50 == 0
                                ? "2026-03-10 11:00:00 ERROR c.f.Engine - cannot reach the store, attempt " + line
                                : "2026-03-10 11:00:00 INFO  c.f.Engine - step " + line + " done"));
            }
        }
        for (int run = 1; run <= 3; run++) {
            String id = platform.value("select md5('run 1 %d')::uuid".formatted(run));
            events.add(event(
                    "run" + run,
                    NOW.minusSeconds(50 + run),
                    "{\"level\":\"INFO\",\"run_id\":\"" + id + "\",\"message\":\"a\"}"));
        }
        events.add(traced("alone", NOW.minusSeconds(20), "\tat com.forecast.engine.Node.compute(Node.java:12)"));
        events.add(traced("grown", NOW.minusSeconds(10), "java.lang.IllegalStateException: no such node"));
        return events;
    }

    /** The head of a trace whose frame is stored already, the frame of one whose head is, and lines of the last minutes. */
    private static List<RawLogEvent> lateOnes() {
        var events = new ArrayList<RawLogEvent>();
        events.add(traced("head", NOW.minusMillis(20_001), "java.lang.IllegalStateException: no such model"));
        events.add(traced("frame", NOW.minusMillis(9_999), "\tat com.forecast.engine.Model.compute(Model.java:9)"));
        for (int line = 0; line < 50; line++) {
            events.add(
                    event("new" + line, NOW.plusSeconds(line), "2026-03-10 12:30:00 INFO  c.f.Engine - line " + line));
        }
        return events;
    }

    /** Of a stream in which nothing comes between the parts of a trace. */
    private static RawLogEvent traced(String id, Instant at, String message) {
        return new RawLogEvent(GROUP, "engine-2", id, at, at.plusSeconds(2), message);
    }

    private static RawLogEvent event(String id, Instant at, String message) {
        return new RawLogEvent(GROUP, "engine-1", id, at, at.plusSeconds(2), message);
    }
}
