package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.platform.Json;

/** What a caller is told who asked wrongly. */
final class WrongRequestTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Contract CONTRACT = new Contract(SERVER);
    private static final String BASE = "/api/v1/rca";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /scenario/5c/audit-trail | 400 | scenario_id must be a UUID such as 4f2a1c9e-7b1d-4c39-9d58-0a6f2f1f8a11, not "5c"
            /scenario/1-1-1-1-1/error-summary | 400 | scenario_id must be a UUID such as
            /scenario/5c000000-0000-4000-8000-0000000000ff/audit-trail | 404 | There is no scenario 5c000000-0000-4000-8000-0000000000ff in the warehouse
            /scenario/00000000-0000-0000-0000-000000000000/error-summary | 404 | There is no scenario 00000000-0000-0000-0000-000000000000
            /scenario/5C000000-0000-4000-8000-0000000000FF/state-changes | 404 | There is no scenario 5c000000-0000-4000-8000-0000000000ff
            /scenario/5c000000-0000-4000-8000-0000000000ff/run-comparison | 404 | 5c000000-0000-4000-8000-0000000000ff
            /run/4e000000-0000-4000-8000-0000000000ff/diagnostics | 404 | There is no run 4e000000-0000-4000-8000-0000000000ff
            /user/nobody/journey | 404 | There is no user nobody
            /user/JDOE/journey | 404 | There is no user JDOE
            /user/jdoe/journey?scenario_id=5c000000-0000-4000-8000-0000000000ff | 404 | 5c000000-0000-4000-8000-0000000000ff
            /user/jdoe/journey?scenario_id=x | 400 | scenario_id must be a UUID
            /errors/patterns/none | 404 | There is no error pattern none
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?as_of=then | 400 | as_of must be a time such as 2026-01-31T10:15:00Z, a day such as 2026-01-31 (its end, UTC), or the number of a load, not "then"
            /run/4e000000-0000-4000-8000-000000000003/explanation?as_of=9000-01-01 | 400 | as_of must be a time that has come, not "9000-01-01"
            /run/4e000000-0000-4000-8000-0000000000ff/explanation?as_of=1 | 404 | There is no run 4e000000-0000-4000-8000-0000000000ff in the warehouse
            /problems/a10000000001?as_of=99 | 400 | as_of must be at most 1, the newest load, not "99"
            /problems/a10000000001?as_of=2026-02-01 | 400 | as_of is "2026-02-01", but what was known is kept since 2026-02-10T11:41:00Z (load 1) only
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?start_date=yesterday | 400 | start_date must be a day such as 2026-01-31 or an RFC 3339 time such as 2026-01-31T10:15:00Z, not "yesterday"
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?start_date=2026-02-30 | 400 | start_date must be
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?end_date=0001-01-01 | 400 | end_date must be
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?end_date=2026-01-01T10:00 | 400 | end_date must be
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?end_date= | 400 | end_date must be
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?start_date=2026-02-02&end_date=2026-02-01 | 400 | end_date must be at or after start_date
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?event_types=deleted | 400 | event_types must be one of state_change, input_change, event_change, run_started, run_completed, user_action, not "deleted"
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?limit=10001 | 400 | limit must be a whole number from 1 to 10000, not "10001"
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?cursor=x | 400 | cursor must be
            /scenario/5c000000-0000-4000-8000-000000000001/audit-trail?limit=1&limit=2 | 400 | limit must be given once
            /scenario/5c000000-0000-4000-8000-000000000001/state-changes?days=3 | 400 | Unknown parameter "days"; allowed: none
            /scenario/5c000000-0000-4000-8000-000000000001/run-comparison?run_a_id=4e000000-0000-4000-8000-000000000005 | 400 | only runs of one scenario can be compared (run_a_id)
            /scenario/5c000000-0000-4000-8000-000000000001/run-comparison?run_b_id=4e000000-0000-4000-8000-0000000000ff | 404 | There is no run 4e000000-0000-4000-8000-0000000000ff
            /scenario/5c000000-0000-4000-8000-000000000001/run-comparison?run_a_id=4e000000-0000-4000-8000-000000000001&run_b_id=4e000000-0000-4000-8000-000000000001 | 400 | A run cannot be compared with itself
            /errors/top-categories?days=0 | 400 | days must be a whole number from 1 to 3660, not "0"
            /errors/top-categories?days=many | 400 | days must be a whole number, not "many"
            /errors/top-categories?days=99999999999 | 400 | days must be a whole number
            /errors/top-categories?limit=-1 | 400 | limit must be a whole number from 1 to 1000
            /errors/patterns?severity=bad | 400 | severity must be one of critical, major, minor, info
            /runs?outcome=good | 400 | outcome must be one of success, failed, timeout, in_progress, unknown, slow, not "good"
            /runs?colour=red | 400 | Unknown parameter "colour"; allowed: cursor, disease_area, end_date, environment, error_category, fingerprint, limit, model_id, outcome, owner, problem_id, scenario_id, start_date, therapeutic_area, user_id
            /runs?limit=1001 | 400 | limit must be a whole number from 1 to 1000
            /runs?cursor= | 400 | cursor must be
            /runs?user_id=a%00b | 400 | user_id must be a text
            /users?q= | 400 | q must be a text of 1 to 200 characters
            /search | 400 | q is required
            /search?q=%20 | 400 | q must be a text
            /search?q=a&q=b | 400 | q must be given once
            """)
    void the_problem_names_what_is_wrong(String path, int status, String detail) {
        HttpResponse<String> response = SERVER.get(BASE + path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        CONTRACT.check(response);
        assertThat(Json.read(response.body()).get("detail").stringValue()).contains(detail);
        assertThat(Json.read(response.body()).get("instance").stringValue())
                .isEqualTo((BASE + path).replaceAll("\\?.*", ""));
    }

    @Test
    void an_unknown_path_is_a_problem_document_too() {
        for (String path : new String[] {"/nope", BASE, BASE + "/", BASE + "/nope", "/docs/assets/nope.js"}) {
            HttpResponse<String> response = SERVER.get(path);

            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        }
    }

    @Test
    void another_method_is_refused_with_those_that_work() {
        HttpResponse<String> response = SERVER.send("POST", BASE + "/runs");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow").orElseThrow()).contains("GET");
        assertThat(Json.read(response.body()).get("detail").stringValue()).startsWith("POST does not work here");
    }

    @Test
    void a_type_that_is_not_on_offer_is_refused_with_those_that_are() {
        SERVER.get(BASE + "/runs");
        HttpResponse<String> image = SERVER.get(BASE + "/runs", "Accept", "image/png");
        HttpResponse<String> table =
                SERVER.get(BASE + "/run/4e000000-0000-4000-8000-000000000003/diagnostics", "Accept", "text/csv");

        assertThat(image.statusCode()).isEqualTo(406);
        assertThat(Json.read(image.body()).get("detail").stringValue()).contains("application/json", "text/csv");
        assertThat(table.statusCode()).isEqualTo(406);
        CONTRACT.check(table);

        HttpResponse<String> either = SERVER.get(
                BASE + "/run/4e000000-0000-4000-8000-000000000003/diagnostics",
                "Accept",
                "text/csv, application/json;q=0.5");
        assertThat(either.statusCode()).isEqualTo(200);
        CONTRACT.check(either);
    }

    @Test
    void what_is_no_http_is_answered_without_a_word_about_our_insides() throws IOException {
        for (String line : new String[] {
            "GET /api/v1/rca/runs?q=|<> HTTP/1.1",
            "GET /api/v1/rca/users?q=%zz HTTP/1.1",
            "GET /%zz HTTP/1.1",
            "GET /a%00b HTTP/1.1",
            "NONSENSE"
        }) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(line).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("tomcat", "exception", "apache", "java.");
        }
    }

    @Test
    void a_header_that_is_too_long_is_a_problem_document() throws IOException {
        String answer = raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: "
                + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", SERVER.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
