package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;
import scenariorca.access.Scope;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;

/** How much each may ask, so that there is enough for all. */
final class LimitsTest {
    private static final String RUNS = "/api/v1/rca/runs";

    @Test
    void a_bucket_lets_a_burst_through_and_then_as_many_as_flow_in() {
        var nanos = new AtomicLong();
        var limit = new RateLimit(2, 4, nanos::get);

        for (int request = 0; request < 4; request++) {
            assertThat(limit.take("one")).isZero();
        }
        assertThat(limit.take("one")).isEqualTo(1);
        assertThat(limit.take("other")).isZero();
        nanos.addAndGet(500_000_000);
        assertThat(limit.take("one")).isZero();
        assertThat(limit.take("one")).isEqualTo(1);
        nanos.addAndGet(60_000_000_000L);
        for (int request = 0; request < 4; request++) {
            assertThat(limit.take("one")).isZero();
        }
        assertThat(limit.take("one")).isEqualTo(1);
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back_and_health_is_still_answered_to_others() {
        try (TestServer server =
                TestServer.with(ReportDatabase.filled("often"), settings("API_REQUESTS_PER_SECOND", "1"))) {
            HttpResponse<String> response = server.get(RUNS, "X-API-Key", "the operator's own key");
            for (int request = 0; request < 20 && response.statusCode() == 200; request++) {
                response = server.get(RUNS, "X-API-Key", "the operator's own key");
            }

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 2L);
            assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        }
    }

    @Test
    void who_guesses_keys_is_stopped_while_those_signed_in_go_on() {
        try (TestServer server =
                TestServer.with(ReportDatabase.filled("guesses"), settings("API_FAILED_KEYS_PER_MINUTE", "3"))) {
            for (int guess = 0; guess < 3; guess++) {
                assertThat(server.get(RUNS, "X-API-Key", "guess" + guess).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> right = server.get(RUNS, "X-API-Key", "the operator's own key");

            assertThat(right.statusCode()).as("a right guess must not show").isEqualTo(429);
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/overview", "Accept", "text/html").statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_caller_whose_questions_take_long_leaves_connections_to_the_others() throws Exception {
        ReportDatabase database = ReportDatabase.filled("slow");
        String slow = database.access().create("slow", Scope.READ, Viewer.ALL, null);
        String quick = database.access().create("quick", Scope.READ, Viewer.ALL, null);
        try (TestServer server = TestServer.with(database, settings());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(server.get("/api/v1/rca/users", "X-API-Key", quick).statusCode())
                    .isEqualTo(200);
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            try (TestDatabase.Lock held = TestDatabase.lock(database.settings(), "rpt.fact_scenario_run")) {
                for (int request = 0; request < 12; request++) {
                    String path = RUNS + "?limit=" + (request + 1);
                    answers.add(threads.submit(() -> server.get(path, "X-API-Key", slow)));
                }
                held.awaitWaiting(3);
                for (int request = 1; request <= 10; request++) {
                    assertThat(server.get("/api/v1/rca/users?limit=" + request, "X-API-Key", quick)
                                    .statusCode())
                            .isEqualTo(200);
                }
                assertThat(answers).noneMatch(Future::isDone);
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_turnstile_is_fair_and_forgets_who_left() {
        var turnstile = new Bulkhead(4);
        for (int request = 0; request < 3; request++) {
            assertThat(turnstile.enter("one")).isEqualTo(Bulkhead.Turn.IN);
        }
        assertThat(turnstile.enter("other")).isEqualTo(Bulkhead.Turn.IN);
        for (String caller : List.of("one", "one", "one", "other")) {
            turnstile.leave(caller);
        }
        for (int request = 0; request < 3; request++) {
            assertThat(turnstile.enter("one")).isEqualTo(Bulkhead.Turn.IN);
        }
        assertThat(turnstile.waiting()).isZero();
    }

    private static ServerSettings settings(String... pairs) {
        var values = new java.util.HashMap<>(Map.of(
                "API_PORT", "0",
                "API_KEY", "the operator's own key",
                "API_SESSION_SECRET", "of this server, long enough to be a secret"));
        for (int at = 0; at < pairs.length; at += 2) {
            values.put(pairs[at], pairs[at + 1]);
        }
        return ServerSettings.of(Settings.of(values));
    }
}
