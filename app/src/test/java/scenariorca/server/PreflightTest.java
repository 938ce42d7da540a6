package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** Asks before a run, with inputs that nobody has saved. */
final class PreflightTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String PATH = "/api/v1/rca/scenario/5c000000-0000-4000-8000-000000000001/preflight";
    private static final String NODE = "0d000000-0000-4000-8000-000000000002";

    @Test
    void an_input_as_it_would_be_counts_instead_of_the_one_that_stands() {
        JsonNode stands = Json.read(SERVER.get(PATH).body());
        JsonNode typed = post("{\"inputs\": {\"%s\": {\"market_share\": null, \"other\": \"x\"}}}".formatted(NODE));

        assertThat(typed.at("/changed_values").asInt())
                .isNotEqualTo(stands.at("/changed_values").asInt());
        assertThat(typed.at("/failure_probability").asDouble())
                .isGreaterThanOrEqualTo(stands.at("/failure_probability").asDouble());
        assertThat(Json.read(SERVER.get(PATH).body())).as("nothing is kept").isEqualTo(stands);
    }

    @Test
    void an_empty_body_of_inputs_is_the_same_as_asking_without() {
        JsonNode typed = post("{\"inputs\": {}}");

        assertThat(typed).isEqualTo(Json.read(SERVER.get(PATH).body()));
    }

    @Test
    void what_is_no_input_is_refused_with_what_it_must_be() {
        for (String body : new String[] {"", "[]", "{\"inputs\": 5}", "{\"inputs\": {\"x\": {}}}", "{\"inputs\""}) {
            var answer = SERVER.post(PATH, body, "Content-Type", "application/json");

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("node").doesNotContain("Exception");
        }
        assertThat(SERVER.get(PATH.replace("5c0", "5d0")).statusCode()).isEqualTo(404);
    }

    private static JsonNode post(String body) {
        var answer = SERVER.post(PATH, body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
