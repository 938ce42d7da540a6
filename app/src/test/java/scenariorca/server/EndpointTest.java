package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.Golden;
import scenariorca.platform.Json;

/** What each endpoint answers for the small warehouse, and that the document promises just that. */
final class EndpointTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Contract CONTRACT = new Contract(SERVER);
    private static final String BASE = "/api/v1/rca";
    private static final String SCENARIO = BASE + "/scenario/5c000000-0000-4000-8000-00000000000";
    private static final String RUN = BASE + "/run/4e000000-0000-4000-8000-0000000000";

    /** A golden file and the request whose answer it holds. */
    record Case(String name, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("audit-trail", SCENARIO + "1/audit-trail"),
                new Case(
                        "audit-trail-filtered",
                        SCENARIO + "1/audit-trail?event_types=run_completed&event_types=input_change"
                                + "&start_date=2026-02-09&end_date=2026-02-09T11:05:12.25Z"),
                new Case("audit-trail-empty", SCENARIO + "4/audit-trail"),
                new Case("state-changes", SCENARIO + "2/state-changes"),
                new Case("state-changes-empty", SCENARIO + "1/state-changes"),
                new Case("journey", BASE + "/user/jdoe/journey"),
                new Case(
                        "journey-of-a-scenario",
                        BASE + "/user/jdoe/journey?days=2&scenario_id=5C000000-0000-4000-8000-000000000001"),
                new Case("journey-of-any-name", BASE + "/user/journey?user_id=%3Dcmd%28%29&days=365"),
                new Case("journey-empty", BASE + "/user/idle%20user/journey?days=1"),
                new Case("diagnostics", RUN + "03/diagnostics"),
                new Case("lake-empty", RUN + "03/lake?limit=10"),
                new Case("diagnostics-timeout", RUN + "04/diagnostics"),
                new Case("diagnostics-in-progress", RUN + "10/diagnostics"),
                new Case("explanation", RUN + "03/explanation"),
                new Case("verdicts", RUN + "03/verdicts"),
                new Case("explanation-then", RUN + "03/explanation?as_of=2026-02-10"),
                new Case("explanation-in-progress", RUN + "10/explanation"),
                new Case("comparison-of-the-current-streak", SCENARIO + "1/run-comparison"),
                new Case("comparison-of-the-last-streak", SCENARIO + "2/run-comparison"),
                new Case("comparison-never-worked", SCENARIO + "3/run-comparison"),
                new Case("comparison-no-run", SCENARIO + "4/run-comparison"),
                new Case(
                        "comparison-given",
                        SCENARIO + "1/run-comparison?run_a_id=4e000000-0000-4000-8000-000000000004"
                                + "&run_b_id=4e000000-0000-4000-8000-000000000002"),
                new Case(
                        "comparison-only-b",
                        SCENARIO + "1/run-comparison?run_b_id=4e000000-0000-4000-8000-000000000001"),
                new Case(
                        "comparison-only-a",
                        SCENARIO + "1/run-comparison?run_a_id=4e000000-0000-4000-8000-000000000002"),
                new Case("top-categories", BASE + "/errors/top-categories"),
                new Case("top-categories-one", BASE + "/errors/top-categories?days=2&limit=1"),
                new Case("error-summary", SCENARIO + "1/error-summary"),
                new Case("error-summary-unfinished", SCENARIO + "5/error-summary"),
                new Case("scenarios", BASE + "/scenarios"),
                new Case("scenarios-filtered", BASE + "/scenarios?q=us&status=DRAFT&created_by=jdoe&limit=1"),
                new Case("runs", BASE + "/runs"),
                new Case(
                        "runs-filtered",
                        BASE + "/runs?outcome=failed&scenario_id=5c000000-0000-4000-8000-000000000001"
                                + "&fingerprint=f00000000001&start_date=2026-02-01&user_id=jdoe&error_category=validation"),
                new Case("problems", BASE + "/problems"),
                new Case(
                        "problems-filtered",
                        BASE + "/problems?state=ongoing&class=input&owner=asmith&q=share&sort=runs"
                                + "&scenario_id=5c000000-0000-4000-8000-000000000002"),
                new Case("problem-then", BASE + "/problems/a10000000001?as_of=1"),
                new Case("problem", BASE + "/problems/a10000000001"),
                new Case("problem-by-its-first-digits", BASE + "/problems/b200"),
                new Case("releases", BASE + "/releases?days=60"),
                new Case("preflight", BASE + "/scenario/5c000000-0000-4000-8000-000000000001/preflight"),
                new Case("changes", BASE + "/changes?from=2026-02-01&to=2026-02-10&limit=12"),
                new Case("changes-narrow", BASE + "/changes?from=2026-01-01&kind=release&kind=publication"),
                new Case("news", BASE + "/news?since=2026-02-09T12:00:00Z"),
                new Case("users", BASE + "/users"),
                new Case("nodes", BASE + "/nodes?model_id=30000000-0000-4000-8000-000000000001&q=share"),
                new Case("error-patterns", BASE + "/errors/patterns"),
                new Case("error-pattern", BASE + "/errors/patterns/f00000000001"),
                new Case("error-pattern-fixes", BASE + "/errors/patterns/f00000000001/fixes"),
                new Case("log-groups", BASE + "/logs/groups"),
                new Case("unlinked-logs", BASE + "/logs/unlinked"),
                new Case(
                        "unlinked-logs-filtered",
                        BASE
                                + "/logs/unlinked?days=90&severity=ALL&reason=unknown_run&log_group=/forecast/engine&limit=1"),
                new Case("reliability", BASE + "/reliability/daily"),
                new Case("search-id", BASE + "/search?q=4E000000-0000-4000-8000-000000000003"),
                new Case("search-correlation-id", BASE + "/search?q=ee000000-0000-4000-8000-000000000003"),
                new Case("search-input-version", BASE + "/search?q=da000000-0000-4000-8000-000000000002"),
                new Case("search-prefix", BASE + "/search?q=5c000000"),
                new Case("search-text", BASE + "/search?q=SHARE"),
                new Case(
                        "search-id-in-a-text",
                        BASE + "/search?q=run+4e000000-0000-4000-8000-000000000003+failed,+why?"),
                new Case("search-address", BASE + "/search?q=https://rca.example/scenario/5c000000"),
                new Case("search-words-in-any-order", BASE + "/search?q=base+us"),
                new Case("search-slip", BASE + "/search?q=tretment"),
                new Case("search-nothing", BASE + "/search?q=%25_%5C"),
                new Case("ready", "/health/ready"),
                new Case("live", "/health/live"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_answer_is_the_known_one_and_conforms_to_the_document(Case request) {
        HttpResponse<String> response = SERVER.get(request.path());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        CONTRACT.check(response);
        Golden.check("api/" + request.name() + ".json", Json.writePretty(Json.read(response.body())));
    }

    @Test
    void every_operation_of_the_document_is_among_the_known_answers() {
        var known = new TreeSet<String>();
        cases().forEach(request -> known.add(template(request.path())));

        List<String> documented = CONTRACT.document()
                .get("paths")
                .propertyStream()
                // A bundle is no JSON: EvidenceBundleAnswerTest.
                .filter(path -> path.getValue().has("get") && !path.getKey().endsWith("/evidence-bundle"))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();

        assertThat(known).containsExactlyElementsOf(documented);
    }

    private static String template(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("(?<=/scenario/)[^/]+", "{scenario_id}")
                .replaceAll("(?<=/run/)[^/]+", "{run_id}")
                .replaceAll("(?<=/user/)[^/]+(?=/)", "{user_id}")
                .replaceAll("(?<=/patterns/)[^/]+", "{fingerprint}")
                .replaceAll("(?<=/problems/)[^/]+", "{id}");
    }
}
