package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.access.Scope;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;
import tools.jackson.databind.JsonNode;

/** What people may do about problems over HTTP, and what becomes of it. */
final class ProblemActionsTest {
    private static final String PROBLEM = "/api/v1/rca/problems/a10000000001";
    private static final String ACTIONS = PROBLEM + "/actions";

    private ReportDatabase database;
    private TestServer server;
    private String editor;

    @BeforeEach
    void start() {
        database = ReportDatabase.filled("acts");
        editor = database.access().create("lead", Scope.EDIT, Viewer.ALL, null);
        server = TestServer.start(database, null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_was_done_is_seen_by_the_next_question_and_in_the_history() {
        assertThat(act("action=resolve&release=3.2.0&note=mended").statusCode()).isEqualTo(201);

        JsonNode card = card();
        assertThat(card.at("/problem/state").asString()).isEqualTo("resolved");
        assertThat(card.at("/resolved_by").asString()).isEqualTo("key:lead");
        assertThat(card.at("/resolved_in_release").asString()).isEqualTo("3.2.0");
        assertThat(card.at("/actions/0/action_type").asString()).isEqualTo("resolve");
        assertThat(card.at("/actions/0/note").asString()).isEqualTo("mended");
    }

    @Test
    void each_act_can_be_taken_back_once() {
        for (String body :
                List.of("action=resolve", "action=ignore&runs=5", "action=ignore", "action=assign&owner=bob")) {
            JsonNode before = card().at("/problem");
            String id = Json.read(act(body).body()).at("/action_id").asString();
            assertThat(card().at("/problem")).as(body).isNotEqualTo(before);

            assertThat(act("action=undo&undo=" + id).statusCode()).isEqualTo(201);

            assertThat(card().at("/problem")).as(body).isEqualTo(before);
            assertThat(act("action=undo&undo=" + id).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_merge_moves_the_runs_and_taking_it_back_returns_them() {
        String merge = Json.read(server.post(
                                "/api/v1/rca/problems/b20000000002/actions",
                                "{\"action\": \"merge\", \"into\": \"a10000000001\"}",
                                "X-API-Key",
                                editor)
                        .body())
                .at("/action_id")
                .asString();

        assertThat(card().at("/problem/run_count").asInt()).isEqualTo(5);
        assertThat(get("/api/v1/rca/problems/b20000000002")
                        .at("/problem/problem_id")
                        .asString())
                .isEqualTo("a10000000001");
        assertThat(server.post(ACTIONS, "action=merge&into=b20000000002", "X-API-Key", editor)
                        .statusCode())
                .isEqualTo(400);

        assertThat(act("action=undo&undo=" + merge).statusCode()).isEqualTo(201);

        assertThat(card().at("/problem/run_count").asInt()).isEqualTo(3);
        assertThat(get("/api/v1/rca/problems/b20000000002")
                        .at("/problem/run_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void many_people_at_once_lose_nothing() throws Exception {
        int people = 12;
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one = 0; one < people; one++) {
                String body = one % 2 == 0 ? "action=note&note=n" + one : "action=assign&owner=o" + one;
                sent.add(threads.submit(() -> act(body)));
            }
            for (Future<HttpResponse<String>> answer : sent) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }

        assertThat(card().at("/actions")).hasSize(people + 3);
        assertThat(card().at("/problem/owner").asString())
                .isEqualTo(card().at("/actions")
                        .valueStream()
                        .filter(action -> action.at("/action_type").asString().equals("assign"))
                        .findFirst()
                        .orElseThrow()
                        .at("/argument")
                        .asString());
    }

    @Test
    void who_may_only_read_acts_on_nothing_and_who_does_not_see_it_does_not_find_it() {
        String reader = database.access().create("reader", Scope.READ, Viewer.ALL, null);
        String other =
                database.access().create("other", Scope.EDIT, new Viewer(false, List.of("Metabolic"), null), null);

        assertThat(server.post(ACTIONS, "action=resolve", "X-API-Key", reader).statusCode())
                .isEqualTo(403);
        assertThat(server.post(ACTIONS, "action=resolve", "X-API-Key", other).statusCode())
                .isEqualTo(404);
        assertThat(server.post(ACTIONS, "action=resolve").statusCode()).isEqualTo(401);
        assertThat(server.get("/api/v1/rca/problems", "X-API-Key", other).body())
                .doesNotContain("Market Share", "a10000000001", "asmith");
    }

    @Test
    void a_restricted_viewer_is_counted_only_its_own_runs_and_reads_no_note_of_others() {
        String mine = database.access().create("mine", Scope.READ, new Viewer(false, List.of(), "jdoe"), null);

        JsonNode card = Json.read(server.get(PROBLEM, "X-API-Key", mine).body());

        assertThat(card.at("/problem/run_count").asInt()).isEqualTo(2);
        assertThat(card.at("/problem/scenario_count").asInt()).isEqualTo(1);
        assertThat(card.toString()).doesNotContain("Seen by the team");
        assertThat(card.at("/scenarios")).hasSize(1);
    }

    @Test
    void a_page_of_another_site_cannot_act() {
        server.close();
        database = ReportDatabase.filled("open");
        server = TestServer.start(database, null);

        assertThat(server.post(ACTIONS, "action=resolve", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post(ACTIONS, "action=resolve", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post(ACTIONS, "action=resolve", "Cookie", "rca_session=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post(ACTIONS, "action=resolve", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_is_wrong_is_said_in_one_line() {
        assertThat(act("action=explode").body()).contains("action must be one of resolve");
        assertThat(act("").body()).contains("action is missing");
        assertThat(act("action=note").body()).contains("note must be a text");
        assertThat(act("action=ignore&until=soon").body()).contains("until must be a day");
        assertThat(act("action=ignore&runs=0").body()).contains("runs must be a whole number");
        assertThat(act("action=resolve&runs=3").body()).contains("for ignore");
        assertThat(act("action=resolve&colour=red").body()).contains("Unknown field");
        assertThat(act("{\"action\": [1]}").body()).contains("action must be a text");
        assertThat(act("{oops").statusCode()).isEqualTo(400);
        assertThat(act("action=merge&into=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_release_told_twice_is_one_release() {
        String body = "name=3.3.0&service=engine&environment=prod&released_at=2026-02-10T09:00:00Z";

        assertThat(server.post("/api/v1/rca/releases", body, "X-API-Key", editor)
                        .body())
                .contains("true");
        assertThat(server.post("/api/v1/rca/releases", body, "X-API-Key", editor)
                        .body())
                .contains("false");
        assertThat(server.post("/api/v1/rca/releases", "service=engine", "X-API-Key", editor)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/rca/releases?q=3.3.0").at("/items")).hasSize(1);
    }

    private HttpResponse<String> act(String body) {
        return server.post(ACTIONS, body, "X-API-Key", editor);
    }

    private JsonNode card() {
        return get(PROBLEM);
    }

    private JsonNode get(String path) {
        return Json.read(server.get(path, "X-API-Key", editor).body());
    }
}
