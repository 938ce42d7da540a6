package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Answers are kept until the next load, and not a moment longer. */
final class CachedResponseTest {
    private static final TestServer SERVER = TestServer.start("kept", null);
    private static final String RUNS = "/api/v1/rca/runs";
    private static final String SUMMARY = "/api/v1/rca/scenario/5c000000-0000-4000-8000-000000000001/error-summary";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_same_question_has_the_same_tag_and_a_caller_who_has_the_answer_gets_no_other() {
        HttpResponse<String> first = SERVER.get(SUMMARY);
        String tag = header(first, "etag");
        HttpResponse<String> again = SERVER.get(SUMMARY);
        HttpResponse<String> unchanged = SERVER.get(SUMMARY, "If-None-Match", tag);

        assertThat(header(again, "etag")).isEqualTo(tag);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(header(unchanged, "etag")).isEqualTo(tag);
        assertThat(header(unchanged, "cache-control")).isEqualTo("private, no-cache");
        assertThat(header(unchanged, "x-warehouse-version")).isNotEmpty();
        assertThat(header(unchanged, "x-data-fresh-to")).startsWith("2026-02-10T11:5");
        new Contract(SERVER).check(unchanged);
    }

    @Test
    void a_tag_is_known_even_when_its_answer_is_not_kept() {
        TestServer forgetful = TestServer.start(SERVER.database(), null, 0);
        try {
            String tag = header(forgetful.get(RUNS), "etag");
            long asked = questions(forgetful);

            assertThat(forgetful.get(RUNS, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(questions(forgetful)).as("the dispatcher was not asked").isEqualTo(asked);
            assertThat(forgetful.get(RUNS).statusCode()).isEqualTo(200);
            assertThat(questions(forgetful)).isEqualTo(asked + 1);
        } finally {
            forgetful.stop();
        }
    }

    /** Answers made anew, which alone go by the route. */
    private static long questions(TestServer server) {
        var count = Pattern.compile(
                        "rca_http_requests_seconds_count\\{route=\"/api/v1/rca/runs\",status=\"200\"} (\\d+)")
                .matcher(server.get("/metrics").body());
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    @Test
    void a_tag_is_only_good_when_it_is_the_answer_s_own() {
        String tag = header(SERVER.get(RUNS), "etag");

        assertThat(SERVER.get(RUNS, "If-None-Match", "\"other\", W/" + tag).statusCode())
                .isEqualTo(304);
        assertThat(SERVER.get(RUNS, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(SERVER.get(RUNS, "If-None-Match", tag.replace("\"", "")).statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get(RUNS + "?limit=1", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void order_of_parameters_and_case_of_ids_do_not_matter_but_anything_else_does() {
        String tag = header(SERVER.get(RUNS + "?limit=3&outcome=failed"), "etag");

        assertThat(header(SERVER.get(RUNS + "?outcome=failed&limit=3"), "etag")).isEqualTo(tag);
        assertThat(header(SERVER.get(RUNS + "?outcome=failed&limit=4"), "etag")).isNotEqualTo(tag);
        assertThat(header(SERVER.get(RUNS + "?limit=3&outcome=failed", "Accept", "text/csv"), "etag"))
                .isNotEqualTo(tag);
        assertThat(header(SERVER.get(SUMMARY.replace("5c0", "5C0")), "etag"))
                .isEqualTo(header(SERVER.get(SUMMARY), "etag"));
    }

    @Test
    void a_published_load_changes_every_tag_and_one_that_changed_nothing_changes_none() {
        HttpResponse<String> before = SERVER.get(SUMMARY);

        SERVER.database()
                .execute("insert into etl_run (mode, status, rows_written, source_snapshot_at)"
                        + " values ('incremental', 'unchanged', 0, '2026-02-10T11:58Z'); notify rca_published");
        await(() -> header(SERVER.get(SUMMARY), "x-data-fresh-to").equals("2026-02-10T11:58:00Z"));
        assertThat(header(SERVER.get(SUMMARY), "etag")).isEqualTo(header(before, "etag"));

        SERVER.database()
                .execute("update fact_scenario_run set run_outcome = 'success' where run_fact_key = 3;"
                        + " insert into etl_run (mode, status, version, rows_written, source_snapshot_at)"
                        + " select 'incremental', 'published', max(version) + 1, 1, '2026-02-10T11:59Z' from etl_run;"
                        + " notify rca_published");
        await(() -> !header(SERVER.get(SUMMARY), "etag").equals(header(before, "etag")));
        HttpResponse<String> after = SERVER.get(SUMMARY, "If-None-Match", header(before, "etag"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("\"failed_runs\":1").isNotEqualTo(before.body());
        assertThat(header(after, "x-data-fresh-to")).isEqualTo("2026-02-10T11:59:00Z");
    }

    @Test
    void a_load_that_told_nobody_is_noticed_all_the_same() {
        String before = header(SERVER.get(RUNS), "x-warehouse-version");

        SERVER.database()
                .execute("insert into etl_run (mode, status, version, rows_written, source_snapshot_at)"
                        + " select 'full', 'published', max(version) + 1, 1, '2026-02-10T11:59:30Z' from etl_run");

        await(() -> !header(SERVER.get(RUNS), "x-warehouse-version").equals(before));
    }

    @Test
    void a_caller_who_takes_gzip_gets_the_same_bytes_compressed_under_a_tag_of_their_own() throws IOException {
        HttpResponse<String> plain = SERVER.get(RUNS);
        HttpResponse<byte[]> packed =
                SERVER.send("GET", RUNS, HttpResponse.BodyHandlers.ofByteArray(), "Accept-Encoding", "br, gzip;q=0.5");

        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length() / 2);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
        assertThat(header(packed, "etag")).isNotEqualTo(header(plain, "etag"));
        assertThat(header(packed, "vary")).contains("Accept-Encoding");
        assertThat(SERVER.get(RUNS, "If-None-Match", header(packed, "etag")).statusCode())
                .isEqualTo(304);
        assertThat(SERVER.get(RUNS, "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void head_tells_the_same_without_the_body() {
        HttpResponse<String> get = SERVER.get(RUNS);
        HttpResponse<String> head = SERVER.send("HEAD", RUNS);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "content-length")).isEqualTo(header(get, "content-length"));
        assertThat(header(head, "etag")).isEqualTo(header(get, "etag"));
    }

    @Test
    void metrics_tell_hits_routes_and_the_age_of_the_data() {
        SERVER.get(SUMMARY);
        SERVER.get(SUMMARY);

        String metrics = SERVER.get("/metrics").body();

        assertThat(metrics)
                .containsPattern("rca_cache_requests_total\\{result=\"hit\"} [1-9]")
                .contains("rca_http_requests_seconds_count{route=\"/api/v1/rca/scenario/{scenario_id}/error-summary\"")
                .containsPattern("rca_data_age_seconds \\d")
                .contains("rca_pool_connections_active");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
