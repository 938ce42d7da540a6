package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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
import scenariorca.logs.Severity;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Log events of a service that behaves as services do, into a warehouse of a small platform. */
final class LogLoadTest {
    private static final String GROUP = "/forecast/engine";
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final String LINES = """
            select concat_ws('|', lines.log_timestamp, lines.log_group, lines.event_id, lines.severity, lines.message,
                lines.stack_trace, lines.run_id, lines.scenario_id, lines.correlation_id, lines.link,
                patterns.fingerprint, lines.error_category, lines.http_method, lines.request_path, lines.part_count)
            from fact_cloudwatch_log as lines
            left join dim_error_pattern as patterns using (error_pattern_key)
            order by lines.log_group, lines.event_id, lines.log_timestamp
            """;
    private static final String COUNTS = """
            select x from (
                select concat_ws('|', 'hour', hour_start, log_group, severity, line_count, left_out_count) as x
                from agg_log_hour where line_count + left_out_count > 0
                union all
                select concat_ws('|', 'pattern', fingerprint, day, counts.severity, line_count)
                from agg_error_pattern_day as counts join dim_error_pattern using (error_pattern_key)
                where line_count > 0
                union all
                select concat_ws('|', fingerprint, subject_type, subject_id, line_count)
                from agg_error_pattern_subject join dim_error_pattern using (error_pattern_key)
                where line_count > 0
            ) as y order by x
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

    private static RawLogEvent event(String id, Instant at, String message) {
        return new RawLogEvent(GROUP, "engine-1", id, at, at.plusSeconds(2), message);
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    /** For each run a line that names it, one that names its request, and the request itself. */
    private static List<RawLogEvent> linesAboutRuns() {
        var events = new ArrayList<RawLogEvent>();
        for (int scenario = 1; scenario <= 2; scenario++) {
            for (int run = 1; run <= 3; run++) {
                String runId = platform.value("select md5('run %d %d')::uuid".formatted(scenario, run));
                String request = platform.value("select md5('run request %d %d')::uuid".formatted(scenario, run));
                Instant at = minutesAgo(scenario * 10 + run);
                String id = scenario + "." + run;
                events.add(event(
                        "named" + id,
                        at,
                        "{\"level\":\"ERROR\",\"run_id\":\"%s\",\"user\":\"user1\",\"message\":\"Node %d: shares sum to 1.%d\"}"
                                .formatted(runId, run, run)));
                events.add(event(
                        "request" + id,
                        at.plusSeconds(1),
                        "2026-03-10 11:00:00 WARN  c.f.Queue - request=" + request + " waited " + run + " s"));
                events.add(event(
                        "access" + id,
                        at.plusSeconds(2),
                        "2026-03-10T11:00:00Z INFO  access method=POST path=/api/v1/runs status=202 duration_ms=%d correlation_id=%s"
                                .formatted(10 + run, request)));
            }
        }
        String edit = platform.value(
                "select created_req_id from fc_scenario_node_data where source <> 'create_scenario' order by id limit 1");
        events.add(event("edit", minutesAgo(5), "\"PUT /api/v1/inputs?x=1 HTTP/1.1\" 500 31ms request_id=" + edit));
        events.add(event("stranger", minutesAgo(4), "ERROR: run_id=" + UUID.nameUUIDFromBytes(new byte[1]) + " lost"));
        events.add(event("nobody", minutesAgo(3), "2026-03-10 11:00:00 ERROR c.f.Metrics - push failed"));
        return events;
    }

    @Test
    void logs_before_runs_runs_before_logs_and_both_at_once_end_alike() {
        LogPlan plan = LogPlans.service(new InMemoryLogSource(linesAboutRuns()), NOW, GROUP)
                .plan();
        try (LoadedWarehouse logsFirst = new LoadedWarehouse(platform);
                LoadedWarehouse runsFirst = new LoadedWarehouse(platform);
                LoadedWarehouse together = new LoadedWarehouse(platform)) {
            logsFirst.load(new LoadRequest.LogsOnly(), plan);
            assertThat(logsFirst.value("select count(*) from fact_cloudwatch_log where link = 'unknown'"))
                    .isEqualTo("20");
            logsFirst.full();
            runsFirst.full();
            runsFirst.load(new LoadRequest.LogsOnly(), plan);
            together.load(new LoadRequest.Full(), plan);

            for (String sql : List.of(LINES, COUNTS, """
                    select concat_ws('|', action_type, target_entity_id, request_endpoint, http_method,
                        request_duration_ms, success, error_message)
                    from fact_user_action order by action_type, target_entity_id, action_timestamp""")) {
                assertThat(logsFirst.values(sql))
                        .isEqualTo(together.values(sql))
                        .isNotEmpty();
                assertThat(runsFirst.values(sql)).isEqualTo(together.values(sql));
            }
            assertThat(together.values(
                            "select link || ' ' || count(*) from fact_cloudwatch_log group by link order by 1"))
                    .containsExactly("action 1", "none 1", "request 12", "run 6", "unknown 1");
            assertThat(together.value("select count(*) from fact_user_action where action_type = 'run_forecast'"
                            + " and http_method = 'POST' and request_duration_ms between 11 and 13"))
                    .isEqualTo("6");
            assertThat(
                            together.values(
                                    "select http_method || request_endpoint || success || error_message from fact_user_action where http_method = 'PUT'"))
                    .containsOnly("PUT/api/v1/inputsfalseHTTP 500");
            assertThat(together.values("select reason from view_unlinked_log order by reason"))
                    .containsExactly(
                            "names no id", "run " + UUID.nameUUIDFromBytes(new byte[1]) + " is not in the warehouse");
            assertThat(together.load(new LoadRequest.Full(), plan).rowsWritten())
                    .isZero();
            assertThat(logsFirst.full().rowsWritten()).isZero();
        }
    }

    /** A service that cannot be reached. */
    private record Down() implements LogSource {
        @Override
        public LogFetch fetch(LogRequest request, java.util.function.Consumer<List<RawLogEvent>> pages) {
            throw new RcaException(ErrorCode.UNREACHABLE, "CloudWatch Logs does not answer");
        }

        @Override
        public int maxPageEvents() {
            return 1;
        }
    }

    @Test
    void a_log_service_that_is_down_is_a_notice_and_the_next_load_catches_up() {
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            var plans = LogPlans.service(new InMemoryLogSource(linesAboutRuns()), NOW, GROUP);
            LoadSummary down = warehouse.load(
                    new LoadRequest.Full(), plans.from(new Down()).plan());
            assertThat(down.status()).isEqualTo("published");
            assertThat(down.notices())
                    .singleElement()
                    .asString()
                    .contains(GROUP, "CloudWatch Logs does not answer", "the next load reads it from where");
            assertThat(warehouse.value("select last_error from etl_log_group")).contains("does not answer");
            assertThat(warehouse.value("select count(*) from fact_scenario_run"))
                    .isEqualTo("6");

            warehouse.load(new LoadRequest.Incremental(), plans.plan());
            String complete = warehouse.value("select read_to || ' ' || (last_error is null) from etl_log_group");
            assertThat(complete).contains("true");
            warehouse.load(
                    new LoadRequest.Incremental(),
                    plans.at(NOW.plusSeconds(900)).from(new Down()).plan());
            assertThat(warehouse.value("select read_to || ' ' || (last_error is not null) from etl_log_group"))
                    .isEqualTo(complete);
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log"))
                    .isEqualTo("21");
        }
    }

    /** Finds some events only. */
    private record Search(LogSource found) implements LogSource {
        @Override
        public LogFetch fetch(LogRequest request, java.util.function.Consumer<List<RawLogEvent>> pages) {
            return found.fetch(request, pages);
        }

        @Override
        public int maxPageEvents() {
            return found.maxPageEvents();
        }

        @Override
        public boolean isSearch() {
            return true;
        }
    }

    @Test
    void a_search_adds_lines_but_neither_cuts_nor_doubles_any_and_does_not_count_as_having_read() {
        RawLogEvent head = event("h", minutesAgo(20), "2026-03-10 12:10:00 ERROR c.f.Runner - Node failed");
        RawLogEvent cause = event("p1", minutesAgo(20).plusMillis(1), "java.lang.IllegalStateException: no price");
        RawLogEvent frame = event("p2", minutesAgo(20).plusMillis(2), "\tat com.forecast.Runner.run(Runner.java:7)");
        RawLogEvent next = event("n", minutesAgo(19), "2026-03-10 12:11:00 INFO c.f.Runner - next");
        var all = LogPlans.service(new InMemoryLogSource(List.of(head, cause, frame, next)), NOW, GROUP);
        LogPlan rest = all.from(new Search(new InMemoryLogSource(List.of(cause, frame))))
                .plan();
        LogPlan cut = all.from(new Search(new InMemoryLogSource(List.of(head)))).plan();
        try (LoadedWarehouse searched = new LoadedWarehouse(platform);
                LoadedWarehouse whole = new LoadedWarehouse(platform)) {
            whole.load(new LoadRequest.LogsOnly(), all.plan());

            searched.load(new LoadRequest.LogsOnly(), cut);
            assertThat(searched.value("select message || part_count from fact_cloudwatch_log"))
                    .isEqualTo("Node failed1");
            assertThat(searched.value("select count(*) from etl_log_group")).isEqualTo("0");
            assertThat(searched.load(new LoadRequest.LogsOnly(), rest).notices())
                    .singleElement()
                    .asString()
                    .contains("2 events found are the rest of lines before them");
            searched.load(new LoadRequest.LogsOnly(), all.plan());
            String read = searched.value("select read_to || ' ' || events_read from etl_log_group");
            searched.load(new LoadRequest.LogsOnly(), cut);
            searched.load(new LoadRequest.LogsOnly(), rest);

            assertThat(searched.values(LINES)).isEqualTo(whole.values(LINES)).hasSize(2);
            assertThat(searched.values(COUNTS)).isEqualTo(whole.values(COUNTS));
            assertThat(searched.value("select read_to || ' ' || events_read from etl_log_group"))
                    .isEqualTo(read);
        }
    }

    @Test
    void events_that_arrive_late_are_found_by_the_next_load_and_traces_grow_together() {
        RawLogEvent head = event("h", minutesAgo(20), "2026-03-10 12:10:00 ERROR c.f.Runner - Node failed");
        RawLogEvent cause = event("p1", minutesAgo(20).plusMillis(1), "java.lang.IllegalStateException: no price");
        RawLogEvent frame = event("p2", minutesAgo(20).plusMillis(2), "\tat com.forecast.Runner.run(Runner.java:7)");
        RawLogEvent next = event("n", minutesAgo(19), "2026-03-10 12:11:00 INFO c.f.Runner - next");
        var plans = LogPlans.service(new InMemoryLogSource(List.of(cause, frame, next)), NOW, GROUP);
        try (LoadedWarehouse grown = new LoadedWarehouse(platform);
                LoadedWarehouse whole = new LoadedWarehouse(platform)) {
            grown.load(new LoadRequest.LogsOnly(), plans.plan());
            assertThat(grown.value("select count(*) from fact_cloudwatch_log")).isEqualTo("2");
            LogPlans later = plans.at(NOW.plusSeconds(600));
            grown.load(
                    new LoadRequest.LogsOnly(),
                    later.from(new InMemoryLogSource(List.of(head, next))).plan());
            LogPlan all = later.from(new InMemoryLogSource(List.of(head, cause, frame, next)))
                    .plan();
            grown.load(new LoadRequest.LogsOnly(), all);
            whole.load(new LoadRequest.LogsOnly(), all);

            assertThat(grown.values(LINES)).isEqualTo(whole.values(LINES)).hasSize(2);
            assertThat(grown.values(COUNTS)).isEqualTo(whole.values(COUNTS));
            assertThat(whole.value("select stack_trace from fact_cloudwatch_log where event_id = 'h'"))
                    .contains("IllegalStateException", "Runner.java:7");
        }
    }

    @Test
    void retention_drops_days_and_the_counts_stay() {
        var events = new ArrayList<RawLogEvent>();
        for (int day = 0; day < 10; day++) {
            for (int line = 0; line < 5; line++) {
                Instant at = NOW.minus(Duration.ofDays(day)).minusSeconds(line + 1L);
                events.add(event(day + "." + line, at, "2026-03-01 10:00:00 ERROR c.f.A - failed " + line));
            }
        }
        var plans = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        String days = "select count(*) from pg_inherits where inhparent = 'fact_cloudwatch_log'::regclass";
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.load(new LoadRequest.LogsOnly(), plans.plan());
            List<String> counts = warehouse.values(COUNTS);
            assertThat(warehouse.value(days)).isEqualTo("11");

            LoadSummary kept =
                    warehouse.load(new LoadRequest.LogsOnly(), plans.keeping(3).plan());

            assertThat(kept.status()).isEqualTo("published");
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log"))
                    .isEqualTo("15");
            assertThat(warehouse.value(days)).isEqualTo("4");
            assertThat(warehouse.values(COUNTS)).isEqualTo(counts);
            assertThat(warehouse
                            .load(new LoadRequest.LogsOnly(), plans.keeping(3).plan())
                            .rowsWritten())
                    .isZero();
        }
    }

    @Test
    void what_is_left_out_is_counted_once_and_errors_and_changes_never_are() {
        var events = new ArrayList<>(linesAboutRuns());
        for (int line = 0; line < 200; line++) {
            events.add(event("i" + line, minutesAgo(1 + line % 100), "2026-03-10 11:00:00 INFO c.f.A - step " + line));
            events.add(event("d" + line, minutesAgo(1 + line % 100), "2026-03-10 11:00:00 DEBUG c.f.A - detail"));
        }
        events.addAll(events.subList(100, 130));
        var plans = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogPlan sampled = plans.only(new LogSelection(Severity.INFO, 25)).plan();
            LogCounts first = warehouse.load(new LoadRequest.Full(), sampled).logs();
            assertThat(first).isNotNull();
            assertThat(first.linesWritten() + first.leftOut() + first.duplicates())
                    .isEqualTo(first.eventsRead());
            assertThat(first.leftOut()).isBetween(330L, 370L);
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log where severity in ('ERROR', 'WARN')"))
                    .isEqualTo("15");
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log where http_method is not null"))
                    .isEqualTo("7");
            String total = "select sum(line_count) || '+' || sum(left_out_count) from agg_log_hour";
            assertThat(warehouse.value(total)).isEqualTo(first.linesWritten() + "+" + first.leftOut());

            assertThat(warehouse.load(new LoadRequest.Full(), sampled).rowsWritten())
                    .isZero();
            warehouse.load(new LoadRequest.Full(), plans.plan());
            assertThat(warehouse.value(total)).as("everything kept now").isEqualTo("421+0");
        }
    }

    @Test
    void a_bound_on_events_takes_more_turns_and_loses_nothing() {
        var random = new Random(3);
        var events = new ArrayList<RawLogEvent>();
        for (int line = 0; line < 300; line++) {
            Instant at = NOW.minusMillis(1 + random.nextInt(3_600_000));
            events.add(event("e" + line, at, "2026-03-10 11:00:00 INFO c.f.A - step " + line));
        }
        var plans = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP).atMost(17);
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LoadSummary summary = warehouse.load(new LoadRequest.LogsOnly(), plans.plan());

            assertThat(summary.notices()).isEmpty();
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log"))
                    .isEqualTo("300");
        }
    }

    @Test
    void patterns_do_not_depend_on_how_many_loads_the_lines_came_in() {
        var random = new Random(11);
        List<String> words = List.of("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta");
        var events = new ArrayList<RawLogEvent>();
        for (int line = 0; line < 240; line++) {
            String node = words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size()));
            String text = switch (line % 4) {
                case 0 -> "Node " + node + " failed: share " + random.nextInt(100) + " above limit";
                case 1 -> "Could not reach " + node.toLowerCase(java.util.Locale.ROOT) + " after " + line + " ms";
                case 2 -> "HTTP 50" + random.nextInt(5) + " from pricing service of " + node;
                default -> "Run of " + node + " finished: timeout after " + line + " s";
            };
            events.add(event(
                    "e" + line, NOW.minusSeconds(7_000 - 20L * line), "2026-03-10 11:00:00 ERROR c.f.A - " + text));
        }
        var plans = LogPlans.service(new InMemoryLogSource(events), NOW, GROUP);
        try (LoadedWarehouse once = new LoadedWarehouse(platform);
                LoadedWarehouse often = new LoadedWarehouse(platform)) {
            once.load(new LoadRequest.LogsOnly(), plans.plan());
            for (int part = 1; part <= 4; part++) {
                often.load(
                        new LoadRequest.LogsOnly(),
                        plans.from(new InMemoryLogSource(events.subList(0, part * 60)))
                                .plan());
            }

            assertThat(often.values(LINES)).isEqualTo(once.values(LINES));
            assertThat(often.values(COUNTS)).isEqualTo(once.values(COUNTS));
            assertThat(once.value("select count(distinct error_pattern_key) from fact_cloudwatch_log"))
                    .as("more than one pattern, far fewer than lines")
                    .matches(count -> Integer.parseInt(count) > 3 && Integer.parseInt(count) < 40);
        }
    }

    @Test
    void what_must_not_be_stored_is_nowhere() {
        List<String> secrets = List.of("jane.roe@example.com", "AKIAIOSFODNN7EXAMPLE", "hunter2", "4111111111111111");
        var events = List.of(
                event("1", minutesAgo(3), "2026-03-10 11:00:00 ERROR c.f.A - mail to jane.roe@example.com failed"),
                event("2", minutesAgo(2), """
                        {"level":"ERROR","message":"login failed","password":"hunter2","card":"4111111111111111",\
                        "stack_trace":"java.lang.X: AKIAIOSFODNN7EXAMPLE\\n\\tat a.B.c(B.java:1)"}"""),
                event("3", minutesAgo(1), "{\"broken\": \"jane.roe@example.com\", password=hunter2"));
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogCounts logs = warehouse
                    .load(
                            new LoadRequest.LogsOnly(),
                            LogPlans.service(new InMemoryLogSource(events), NOW, GROUP)
                                    .plan())
                    .logs();

            assertThat(logs).isNotNull();
            assertThat(logs.redacted()).isEqualTo(3);
            assertThat(logs.redactions().get("email")).isEqualTo(2);
            assertThat(logs.redactions().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .hasToString(warehouse.value("select sum(redaction_count) from agg_redaction_day"));
            for (String table : List.of(
                    "fact_cloudwatch_log",
                    "log_line",
                    "dim_error_pattern",
                    "pattern_signature",
                    "pattern_refinement",
                    "log_class",
                    "etl_run")) {
                assertThat(String.join("\n", warehouse.values("select x::text from " + table + " as x")))
                        .as(table)
                        .doesNotContain(secrets);
            }
            assertThat(warehouse.value("select sum(redaction_count) from agg_redaction_day"))
                    .isNotEqualTo("null");
            assertThat(String.join("\n", warehouse.progress())).doesNotContain(secrets);
        }
    }

    @Test
    void what_an_agent_cut_in_two_is_nowhere_and_counted() {
        var events = List.of(
                event("1", minutesAgo(3), "2026-03-10 11:00:00 ERROR c.f.A - mail to jane.r"),
                event("2", minutesAgo(3), "oe@example.com failed, password=hun"),
                event("3", minutesAgo(3), "ter2secret in 3 s"));
        try (LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.load(
                    new LoadRequest.LogsOnly(),
                    LogPlans.service(new InMemoryLogSource(events), NOW, GROUP).plan());

            assertThat(warehouse.values("select message from fact_cloudwatch_log order by event_id"))
                    .noneMatch(text -> text.contains("jane") || text.contains("example.com") || text.contains("ter2"))
                    .hasSize(3);
            assertThat(warehouse.value("select sum(redaction_count) from agg_redaction_day"))
                    .isEqualTo("2");
        }
    }
}
