package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.access.Scope;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;
import tools.jackson.databind.JsonNode;

/** What people say of a verdict over HTTP, and where it is told. */
final class VerdictFeedbackTest {
    private static final String RUN = "/run/4e000000-0000-4000-8000-000000000001";
    private static final String API = "/api/v1/rca" + RUN;

    private ReportDatabase database;
    private TestServer server;
    private String editor;

    @BeforeEach
    void start() {
        database = ReportDatabase.filled("judged");
        editor = database.access().create("lead", Scope.EDIT, Viewer.ALL, null);
        server = TestServer.start(database, null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void which_suspect_it_was_is_told_with_the_verdicts_of_the_run_and_on_its_problem() {
        String suspect = get(API + "/explanation").at("/suspects/0/title").asString();

        HttpResponse<String> kept = say("verdict=wrong&suspect=1&note=seen+it");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        JsonNode judged = get(API + "/verdicts").at("/judgements/0");
        assertThat(judged.at("/judgement").asString()).isEqualTo("wrong");
        assertThat(judged.at("/cause").asString()).isEqualTo(suspect).isNotEmpty();
        assertThat(judged.at("/cause_class").asString()).isNotEmpty();
        assertThat(judged.at("/acted_by").asString()).isEqualTo("key:lead");
        assertThat(judged.at("/note").asString()).isEqualTo("seen it");
        JsonNode act = get("/api/v1/rca/problems/a10000000001").at("/actions/0");
        assertThat(act.at("/action_type").asString()).isEqualTo("verdict_wrong");
        assertThat(act.at("/argument").asString()).isEqualTo(suspect);
    }

    @Test
    void a_judgement_is_taken_back_once() {
        String act = Json.read(say("verdict=wrong").body()).at("/action_id").asString();

        assertThat(say("undo=" + act).statusCode()).isEqualTo(201);

        assertThat(get(API + "/verdicts").at("/judgements/0/is_undone").asBoolean())
                .isTrue();
        assertThat(say("undo=" + act).statusCode()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_judged_is_refused_in_one_line_that_says_what_is_wrong() {
        for (String body : List.of("verdict=maybe", "note=x", "verdict=right&color=red", "undo=nothing")) {
            HttpResponse<String> refused = say(body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(Json.read(refused.body()).at("/detail").asString())
                    .as(body)
                    .isNotEmpty()
                    .doesNotContain("\n");
        }
        assertThat(server.post(
                                "/api/v1/rca/run/4e000000-0000-4000-8000-0000000000ff/feedback",
                                "verdict=right",
                                "X-API-Key",
                                editor)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_may_only_read_says_nothing() {
        String reader = database.access().create("reader", Scope.READ, Viewer.ALL, null);

        assertThat(server.post(API + "/feedback", "verdict=wrong", "X-API-Key", reader)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(API + "/verdicts").at("/judgements")).isEmpty();
    }

    private HttpResponse<String> say(String body) {
        return server.post(API + "/feedback", body, "X-API-Key", editor);
    }

    private JsonNode get(String path) {
        return Json.read(server.get(path, "X-API-Key", editor).body());
    }
}
