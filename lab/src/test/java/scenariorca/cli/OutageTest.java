package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.Program;
import scenariorca.Until;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** One real {@code rca serve --etl}, and its source, its warehouse and its log service taken away one after the other. */
@Tag("system")
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.OrderAnnotation.class)
final class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant END = Instant.now().minusSeconds(600);
    private static final String RUNS = "/api/v1/rca/runs?limit=1";

    @TempDir
    static Path directory;

    private static OutagePlatform platform;
    private static Program program;
    private static String url;

    @BeforeAll
    static void start() {
        platform = new OutagePlatform(directory, 3, 0.1, END).filled();
        platform.settings().put("ETL_STOP_SECONDS", "1");
        program = Program.start(directory, platform.settings(), "serve", "--etl");
        url = program.await("Serving at (http://\\S+)");
        Until.isTrue(
                "the first load",
                PATIENCE,
                () -> program.lines().stream()
                        .anyMatch(line -> line.contains("loaded mode=incremental+logs status=published")));
    }

    @AfterAll
    static void end() {
        program.close();
        platform.close();
    }

    @Test
    @Order(1)
    void while_the_source_is_away_questions_are_answered_and_health_says_since_when() {
        Instant before = Instant.now().minusSeconds(1);
        platform.source.stop();
        awaitAway(List.of("source"));

        HttpResponse<String> ready = platform.get(url + "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        JsonNode outage = Json.read(ready.body()).get("outages").get(0);
        assertThat(Instant.parse(outage.get("since").asString())).isBetween(before, Instant.now());
        assertThat(outage.get("reason").asString()).isEqualTo("it does not answer");
        assertThat(outage.get("action").asString()).contains("tried", "try", "loads go on where they stopped");
        assertThat(ready.body()).as("open to anybody").doesNotContain("127.0.0.1", "platform", "SQL");
        assertThat(platform.get(url + "/health/live").statusCode()).isEqualTo(200);
        assertThat(platform.get(url + RUNS).statusCode()).isEqualTo(200);
        assertThat(platform.get(url + "/metrics").body()).contains("rca_outage{what=\"source\"} 1.0");

        platform.source.start();
        rename("after the source's outage");
        awaitRename("after the source's outage");
        awaitAway(List.of());
        assertThat(platform.get(url + "/metrics").body())
                .contains("rca_outage{what=\"source\"} 0.0", "rca_load_failures_in_a_row 0.0");
    }

    @Test
    @Order(2)
    void while_the_warehouse_is_away_every_answer_is_a_503_and_afterwards_the_pool_and_the_loads_go_on() {
        platform.warehouse.kill();
        Until.isTrue(
                "health notices",
                PATIENCE,
                () -> platform.get(url + "/health/ready").statusCode() == 503);
        rename("while the warehouse was away");

        assertThat(platform.away(url)).contains("warehouse");
        assertThat(platform.get(url + RUNS).statusCode()).isEqualTo(503);
        assertThat(platform.get(url + "/health/live").statusCode()).isEqualTo(200);
        platform.warehouse.start();

        Until.isTrue("answers again", PATIENCE, () -> platform.get(url + RUNS).statusCode() == 200);
        awaitRename("while the warehouse was away");
        awaitAway(List.of());
        assertThat(platform.verify().isEqual()).isTrue();
    }

    @Test
    @Order(3)
    void while_the_log_service_is_away_rows_are_loaded_and_the_events_follow_later() {
        platform.logs.stop();
        awaitAway(List.of("log service"));
        rename("without logs");
        awaitRename("without logs");
        assertThat(platform.get(url + "/health/ready").statusCode()).isEqualTo(200);

        platform.logs.start();
        awaitAway(List.of());
        assertThat(platform.inWarehouse("select sum(part_count) from fact_cloudwatch_log"))
                .isEqualTo(String.valueOf(platform.logs.events()));
    }

    @Test
    @Order(4)
    void asked_to_stop_it_answers_who_waits_and_gives_up_the_load_without_a_trace() throws Exception {
        String models = "select string_agg(md5(dim_model::text), '' order by model_key) from dim_model";
        String before = platform.inWarehouse(models);
        CompletableFuture<HttpResponse<String>> answer;
        var address = platform.warehouse.address("warehouse").withSchema("rpt");
        try (var blocking = java.sql.DriverManager.getConnection(address.url(), address.properties("test"));
                var statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table rpt.dim_model in access exclusive mode");
            rename("never to be seen");
            platform.atSource("update fc_model set model_display_name = model_display_name || ' new'");
            answer = CompletableFuture.supplyAsync(() -> platform.get(url + "/api/v1/rca/scenarios?limit=2"));
            Until.isTrue(
                    "request and load wait",
                    PATIENCE,
                    () -> platform.inWarehouse("""
                    select count(distinct application_name) from pg_stat_activity
                    where wait_event_type = 'Lock' and application_name like any (array['rca-reports', 'scenario-rca-load'])
                    """).equals("2"));

            program.askToStop();
            Until.isTrue(
                    "the load is given up",
                    PATIENCE,
                    () -> platform.inWarehouse("""
                    select count(*) from etl_run where status = 'failed' and error like 'stopped%'
                    """).equals("1"));
            blocking.rollback();
        }

        assertThat(answer.get().statusCode()).isEqualTo(200);
        int code = program.awaitEnd(Duration.ofSeconds(30));
        assertThat(code).as("ended by SIGTERM, %s", program.last()).isEqualTo(143);
        assertThat(platform.inWarehouse(models)).isEqualTo(before);
        assertThat(platform.inWarehouse("select count(*) from etl_run where status = 'running'"))
                .isEqualTo("0");
        assertThat(String.join("\n", program.lines()))
                .doesNotContain("never-shown-secret")
                .doesNotContain(platform.settings().get("REPORTING_DB_PASSWORD"))
                .doesNotContain("\tat ");
    }

    private static void rename(String name) {
        platform.atSource(
                "update fc_scenario set scenario_display_name = '%s', updated_at = now() where id = (select min(id::text)::uuid from fc_scenario)"
                        .formatted(name.replace("'", "''")));
    }

    private static void awaitRename(String name) {
        Until.isTrue(
                "\"" + name + "\" loaded; " + program.last(),
                PATIENCE,
                () -> platform.inWarehouse("select count(*) from dim_scenario where scenario_name = '%s'"
                                .formatted(name.replace("'", "''")))
                        .equals("1"));
    }

    private static void awaitAway(List<String> parts) {
        Until.isTrue(
                "away: " + parts + "; " + program.lines(),
                PATIENCE,
                () -> platform.away(url).equals(parts));
    }
}
