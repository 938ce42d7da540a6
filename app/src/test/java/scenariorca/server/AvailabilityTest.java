package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.WarehouseReader;

/** Who may enter, and what is said when the warehouse is away. */
@Tag("system")
final class AvailabilityTest {
    private static final String RUNS = "/api/v1/rca/runs";

    @Test
    void while_the_warehouse_is_down_every_answer_is_a_503_and_health_says_why() {
        try (TestServer server = TestServer.start("down", null)) {
            var contract = new Contract(server);
            assertThat(server.get(RUNS).statusCode()).isEqualTo(200);

            server.database().drop();

            // The kept answer may go out until the broken connection is noticed, which takes no time that we wait for.
            HttpResponse<String> response = server.get(RUNS);
            while (response.statusCode() == 200) {
                response = server.get(RUNS);
            }
            contract.check(response);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("retry-after")).isPresent();
            assertThat(response.body()).doesNotContain("SQL", "postgres", "5432", "Hikari");
            HttpResponse<String> ready = server.get("/health/ready");
            contract.check(ready);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Json.read(ready.body()).get("reason").stringValue()).contains("warehouse");
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_that_breaks_amid_a_question_is_told_without_a_stack_trace() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        root.addAppender(lines);
        try (TestServer server = TestServer.start("breaking", null)) {
            server.database().execute("""
                    create function break_off() returns boolean language sql security definer
                    as 'select pg_terminate_backend(pg_backend_pid())';
                    create policy breaks on fact_scenario_run as restrictive for select using (break_off())
                    """);

            assertThat(server.get(RUNS + "?limit=7").statusCode()).isEqualTo(503);
        } finally {
            root.detachAppender(lines);
        }
        assertThat(lines.list).isNotEmpty().allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void a_warehouse_without_a_load_is_ready_and_says_that_it_has_no_data() {
        try (TestServer server = TestServer.start(ReportDatabase.empty("unloaded"), null)) {
            HttpResponse<String> ready = server.get("/health/ready");
            HttpResponse<String> runs = server.get(RUNS);

            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(Json.read(ready.body()).get("data_fresh_to").isNull()).isTrue();
            assertThat(runs.statusCode()).isEqualTo(200);
            assertThat(runs.headers().firstValue("x-data-fresh-to")).isEmpty();
            assertThat(runs.headers().firstValue("x-warehouse-version")).hasValue("0");
        }
    }

    @Test
    void with_a_key_set_only_those_who_send_it_enter_but_health_and_documentation_are_open() {
        try (TestServer server = TestServer.start("keyed", "s3cret-key")) {
            HttpResponse<String> without = server.get(RUNS);
            HttpResponse<String> wrong = server.get(RUNS, "X-API-Key", "s3cret-keY");

            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(wrong.statusCode()).isEqualTo(401);
            new Contract(server).check(wrong);
            assertThat(wrong.headers().firstValue("www-authenticate")).isPresent();
            assertThat(server.get(RUNS, "X-API-Key", "s3cret-key").statusCode()).isEqualTo(200);
            HttpResponse<String> page = server.get(RUNS + "?api_key=s3cret-key&limit=1");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("s3cret-key");
            assertThat(page.headers().map().toString()).doesNotContain("s3cret-key");
            assertThat(server.get(RUNS + "?api_key=wrong").statusCode()).isEqualTo(401);
            assertThat(server.get(RUNS + "?api_key=s3cret-key&other=1").body()).doesNotContain("s3cret-key");
            assertThat(server.get(RUNS).statusCode())
                    .as("a kept answer is no way in")
                    .isEqualTo(401);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(server.get("/nope").statusCode()).isEqualTo(401);
            for (String open :
                    new String[] {"/health/live", "/health/ready", "/docs", "/openapi.json", "/docs/page/start.js"}) {
                assertThat(server.get(open).statusCode()).as(open).isEqualTo(200);
            }
        }
    }

    @Test
    void without_a_key_a_foreign_host_name_is_refused_so_that_no_web_page_reads_the_api() throws IOException {
        TestServer server = TestServer.shared();
        try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/rca/runs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("application/problem+json");
        }
    }

    @Test
    void a_server_open_to_other_machines_needs_a_key_that_nobody_knows() {
        for (String known : List.of("change-me", "short", "your-secret-api-key")) {
            assertThatExceptionOfType(RcaException.class)
                    .as(known)
                    .isThrownBy(() -> ServerSettings.of(settings("API_HOST", "0.0.0.0", "API_KEY", known)))
                    .withMessageContaining("rca keys create")
                    .matches(e -> e.code().exitCode() == 2);
        }
        assertThat(ServerSettings.of(settings("API_HOST", "0.0.0.0", "API_KEY", "0123456789abcdef")))
                .hasToString("0.0.0.0:8000");
        try (ReportDatabase database = ReportDatabase.empty("reachable")) {
            assertThatExceptionOfType(RcaException.class)
                    .isThrownBy(() -> RcaServer.start(
                            new ServerSettings("0.0.0.0", 0, null, 0), database.reader(), ReportDatabase.NOON))
                    .withMessageContaining("rca keys create")
                    .matches(e -> e.code().exitCode() == 2);
        }
    }

    private static Settings settings(String... pairs) {
        var values = new java.util.HashMap<String, String>(
                Map.of("API_SESSION_SECRET", "a secret of more than thirty-two characters"));
        for (int at = 0; at < pairs.length; at += 2) {
            values.put(pairs[at], pairs[at + 1]);
        }
        return Settings.of(values);
    }

    @Test
    void a_taken_port_is_one_line_with_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ReportDatabase database = ReportDatabase.empty("port")) {
            var settings = new ServerSettings("127.0.0.1", taken.getLocalPort(), null, 1_000_000);

            assertThatExceptionOfType(RcaException.class)
                    .isThrownBy(() -> RcaServer.start(settings, database.reader(), ReportDatabase.NOON))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .matches(e -> e.code() == ErrorCode.CONFIGURATION);
        }
    }

    @Test
    void a_warehouse_that_cannot_be_reached_stops_the_start() {
        var nowhere = new DatabaseAddress("127.0.0.1", 1, "none", "rpt", "nobody", "");
        try (WarehouseReader reader = WarehouseReader.open(nowhere, 1)) {
            var settings = new ServerSettings("127.0.0.1", 0, null, 1_000_000);

            assertThatExceptionOfType(RcaException.class)
                    .isThrownBy(() -> RcaServer.start(settings, reader, ReportDatabase.NOON))
                    .matches(e -> e.code().exitCode() == 3);
        }
    }
}
