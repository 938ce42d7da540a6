package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.Until;
import scenariorca.access.Scope;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;

/** What tells open pages that the warehouse has changed. */
final class LiveStreamTest {
    private static final String PUBLISH = """
            insert into etl_run (mode, status, version, rows_written, source_snapshot_at, started_at, ended_at)
            values ('incremental', 'published', %d, 1, '2026-02-10T11:59Z', now(), now());
            notify rca_published
            """;

    private ReportDatabase database;
    private TestServer server;

    @BeforeEach
    void start() {
        database = ReportDatabase.filled("live");
        server = TestServer.start(database, null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_page_hears_of_the_version_there_is_and_of_each_that_is_published_within_a_moment() throws IOException {
        try (var lines = listen()) {
            assertThat(next(lines)).isEqualTo("{\"version\":1,\"fresh_to\":\"2026-02-10T11:55:00Z\"}");

            database.execute(PUBLISH.formatted(7));
            assertThat(next(lines)).isEqualTo("{\"version\":7,\"fresh_to\":\"2026-02-10T11:59:00Z\"}");
            database.execute(PUBLISH.formatted(8));
            assertThat(next(lines)).contains("\"version\":8");
        }
    }

    @Test
    void whoever_may_not_enter_hears_nothing_and_a_key_hears() throws IOException {
        String key = database.access().create("screen", Scope.of(false, false), Viewer.ALL, null);
        try (TestServer locked = TestServer.start(database, "a-key-nobody-can-guess")) {
            assertThat(locked.get("/live", "Accept", "text/event-stream").statusCode())
                    .isEqualTo(401);
            HttpResponse<InputStream> heard = locked.send(
                    "GET",
                    "/live",
                    HttpResponse.BodyHandlers.ofInputStream(),
                    "Accept",
                    "text/event-stream",
                    "X-API-Key",
                    key);
            try (var lines = reader(heard.body())) {
                assertThat(next(lines)).contains("\"version\":1");
            }
        }
    }

    @Test
    void it_is_for_pages_alone() {
        assertThat(server.get("/live").statusCode()).isEqualTo(406);
        assertThat(server.get("/live", "Accept", "text/html").body()).contains("This is for pages");
        assertThat(server.post("/live", "a=b", "Accept", "text/event-stream").statusCode())
                .isEqualTo(406);
    }

    @Test
    void two_hundred_pages_listen_while_others_are_answered_and_leave_with_the_server() throws IOException {
        var pages = new ArrayList<BufferedReader>();
        try {
            for (int page = 0; page < 200; page++) {
                pages.add(listen());
            }
            for (BufferedReader page : pages) {
                assertThat(next(page)).contains("\"version\":1");
            }
            database.execute(PUBLISH.formatted(9));
            for (BufferedReader page : pages) {
                assertThat(next(page)).contains("\"version\":9");
            }
            assertThat(server.get("/").statusCode()).isEqualTo(200);
        } finally {
            long start = System.nanoTime();
            server.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            for (BufferedReader page : pages) {
                page.close();
            }
        }
    }

    @Test
    void a_page_that_leaves_gives_its_place_back() throws IOException {
        listen().close();
        try (var lines = listen()) {
            assertThat(next(lines)).contains("\"version\":1");
            database.execute(PUBLISH.formatted(3));
            assertThat(next(lines)).contains("\"version\":3");
        }
        Until.isTrue(
                "answers still come",
                Duration.ofSeconds(10),
                () -> server.get("/runs").statusCode() == 200);
    }

    @Test
    void what_is_new_is_counted_for_who_asks() {
        database.execute("update fact_scenario_run set run_ended_at = '2026-02-10T11:57Z', run_started_at ="
                + " '2026-02-10T11:56Z' where run_fact_key in (2, 3, 8, 9)");
        String path = "/api/v1/rca/news?since=2026-02-10T11:55:00Z";
        assertThat(Json.read(server.get(path).body()).toString())
                .contains("\"run_count\":4", "\"failed_run_count\":3", "\"problem_count\":2");
        assertThat(server.get("/api/v1/rca/news?since=soon").body()).contains("since must be a day such as");
        String key = database.access()
                .create("metabolic", Scope.of(false, false), new Viewer(false, List.of("Metabolic"), null), null);
        try (TestServer locked = TestServer.start(database, "a-key-nobody-can-guess")) {
            assertThat(Json.read(locked.get(path, "X-API-Key", key).body()).toString())
                    .contains("\"run_count\":2", "\"failed_run_count\":2", "\"problem_count\":1");
        }
    }

    private BufferedReader listen() {
        return reader(
                server.send("GET", "/live", HttpResponse.BodyHandlers.ofInputStream(), "Accept", "text/event-stream")
                        .body());
    }

    private static BufferedReader reader(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The data of the next event. */
    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return String.valueOf(line).replaceFirst("data: ", "");
    }
}
