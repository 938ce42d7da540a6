package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.server.TestServer;

/** Pages about very much: nothing is left out silently, and nobody waits. */
final class LargePagesTest {
    private static final int TIMES = 12;
    private static final String SCENARIO = "/scenario/5c000000-0000-4000-8000-000000000001";

    private static TestServer server;

    @BeforeAll
    static void start() {
        ReportDatabase database = ReportDatabase.filled("large");
        database.execute("""
                insert into dim_node (node_key, node_id, model_key, node_name, sequence) overriding system value
                select 1000 + number, md5('node' || number)::uuid, 1, 'Node ' || number, 10 + number
                from generate_series(1, 300) as number;
                insert into bridge_node_edge (source_node_key, target_node_key)
                select node.node_key, next.node_key
                from dim_node as node
                inner join dim_node as next
                    on next.sequence = node.sequence + 1 and next.model_key = 1
                where node.model_key = 1 and node.sequence > 10;
                insert into fact_scenario_run (
                    run_id, scenario_key, model_key, forecast_cycle_key, run_by_user_key, run_date_key, run_status,
                    run_outcome, duration_seconds, node_calc_total, node_calc_failed, run_started_at, run_ended_at
                )
                select
                    md5('run' || number)::uuid, 1, 1, 1, 1, 20260101,
                    case when number % 7 = 0 then 'failed' else 'success' end,
                    case when number % 7 = 0 then 'failed' else 'success' end, 60, 300, 0,
                    timestamptz '2025-12-01T00:00Z' + number * interval '1 hour',
                    timestamptz '2025-12-01T00:01Z' + number * interval '1 hour'
                from generate_series(1, 200) as number;
                insert into fact_node_calc_detail (
                    calc_id, run_id, run_fact_key, branch_id, scenario_key, node_key, calc_status, calc_outcome,
                    processing_time_ms, started_at, ended_at, updated_at
                )
                select
                    md5(run.run_id::text || node.node_key)::uuid, run.run_id, run.run_fact_key, run.run_id, 1,
                    node.node_key, 'x',
                    case when run.run_outcome = 'failed' and node.sequence between 60 and 65 then 'failed' else 'success' end,
                    100, run.run_started_at, run.run_ended_at, run.run_ended_at
                from fact_scenario_run as run
                cross join dim_node as node
                where
                    run.run_started_at < '2026-01-01' and run.scenario_key = 1
                    and node.model_key = 1 and node.sequence > 10;
                insert into fact_user_action (
                    user_key, scenario_key, action_type, action_category, target_entity_type, target_entity_id, success,
                    action_timestamp
                )
                select
                    2, 1, 'edit_input_data', 'input_data', 'node_input', md5('action' || number)::uuid, number % 50 > 0,
                    timestamptz '2026-01-12T00:00Z' + number * interval '4 minutes'
                from generate_series(1, 9900) as number;
                insert into view_scenario_audit_trail (
                    audit_key, scenario_key, scenario_id, event_type, event_category, event_description, event_timestamp
                )
                select
                    'made:' || number, 1, '5c000000-0000-4000-8000-000000000001', 'input_change', 'changed', 'changed it',
                    timestamptz '2025-06-01T00:00Z' + number * interval '1 minute'
                from generate_series(1, 12000) as number;
                insert into dim_user (user_key, user_id, display_name) overriding system value
                select 100 + name.place, name.text, name.text
                from unnest(array['a/b', '..', '50% ?#&;=x', '\\ü']) with ordinality as name (text, place);
                analyze;
                """);
        server = TestServer.start(database, null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void three_hundred_nodes_by_two_hundred_runs_are_all_there() {
        String page = get(SCENARIO + "?runs=200&nodes=all");

        assertThat(page.split("<rect class=\"hit\"", -1)).hasSize(201);
        assertThat(page).contains(">Node 300</text>").contains(">Node 1</text>");
        assertThat(page.split(": failed, run of", -1).length - 1).isGreaterThan(28 * 6);
        assertThat(page.length()).isLessThan(1_500_000);
        String folded = get(SCENARIO + "?runs=200");
        assertThat(folded).contains("with nothing but success not drawn").contains("draw all");
    }

    @Test
    void ten_thousand_actions_are_condensed_in_the_picture_and_paged_in_the_table() {
        String page = get("/user/asmith?days=60");

        assertThat(page).containsPattern("9\u200990\\d things");
        assertThat(page.split("<rect class=\"f-", -1).length).isLessThan(1_000);
        assertThat(page.split("id=\"action-", -1)).hasSize(201);
        assertThat(get("/user/asmith?days=60&page=50"))
                .contains("id=\"action-9899\"")
                .contains("page 50 of 50");
        assertThat(page.length()).isLessThan(1_000_000);
    }

    @Test
    void a_table_to_take_away_is_whole() {
        String trail = get(SCENARIO + "/audit-trail.csv");
        String events = get(SCENARIO)
                .replaceAll("(?s).*Audit trail: ([\\d\u2009]+) events.*", "$1")
                .replace("\u2009", "");

        assertThat(Integer.parseInt(events)).isGreaterThan(10_000);
        assertThat(trail.split("\r\n")).hasSize(Integer.parseInt(events) + 1);
        assertThat(get("/user/asmith/actions.csv?days=60").split("\r\n")).hasSizeGreaterThan(9_900);
    }

    @Test
    void a_user_of_any_name_has_a_page_a_table_and_an_answer() {
        String users = get("/users");
        for (String name : List.of("a/b", "..", "50% ?#&;=x", "\\ü")) {
            String page = Links.user(name);
            assertThat(users).contains("href=\"" + page + "\"");
            assertThat(get(page)).contains(" did nothing in the last 30 days");
            assertThat(get(Links.user(name, "/actions.csv", "days=7"))).startsWith("timestamp,");
            assertThat(get("/api/v1/rca/user/journey?user_id=" + Links.encoded(name)))
                    .contains("\"action_count\":0");
        }
    }

    @Test
    void nobody_waits() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("grid of 300 nodes by 200 runs", SCENARIO + "?runs=200&nodes=all");
        pages.put("journey of 10,000 actions", "/user/asmith?days=60");
        pages.put("run of 300 nodes", "/run/" + uuidOfRun7());
        pages.put("overview", "/overview?days=90");
        pages.put("reliability", "/reliability?days=90");
        pages.forEach((name, path) -> {
            long[] nanos = new long[TIMES];
            get(path);
            for (int time = 0; time < TIMES; time++) {
                long start = System.nanoTime();
                // Another address for the same page: what is measured is making it, not keeping it.
                get(path + (path.contains("?") ? "&" : "?") + "again=" + time);
                nanos[time] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            long p95 = nanos[(int) Math.ceil(TIMES * 0.95) - 1] / 1_000_000;
            System.out.printf("made anew, p95 of %d: %4d ms  %s%n", TIMES, p95, name);
            assertThat(p95).as(name).isLessThan(3_000);
        });
    }

    /** The id of the seventh run made above, which failed. */
    private static String uuidOfRun7() {
        try {
            String hex = java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("MD5")
                            .digest("run7".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String get(String path) {
        var response = server.get(
                path,
                "Accept",
                path.matches("/api.*") ? "application/json" : path.matches(".*\\.csv.*") ? "*/*" : "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
