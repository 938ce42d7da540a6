package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.Golden;
import scenariorca.server.TestServer;

/** What each page shows for the small warehouse. */
final class PageTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String SCENARIO = "/scenario/5c000000-0000-4000-8000-00000000000";
    private static final String RUN = "/run/4e000000-0000-4000-8000-0000000000";
    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    /** A golden file and the address of the page it holds. */
    record Case(String name, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("start", "/"),
                new Case("problems", "/problems?days=90"),
                new Case("problems-none", "/problems?days=1&state=ignored&owner=%3Cb%3E"),
                new Case("problem", "/problems/a10000000001"),
                new Case("problem-of-the-platform", "/problems/b20000000002"),
                new Case("problems.csv", "/problems.csv?days=90"),
                new Case("search", "/search?q=share"),
                new Case("search-slip", "/search?q=tretment+shrae"),
                new Case("search-nothing", "/search?q=%3Cb%3Enothing%3C%2Fb%3E"),
                new Case("run", RUN + "03"),
                new Case("run-then", RUN + "03?as_of=1"),
                new Case("scenario-then", SCENARIO + "1?as_of=2026-02-10&event_types=input_change"),
                new Case("problem-then", "/problems/a10000000001?as_of=2026-02-10T12:00:00Z"),
                new Case("run-timeout", RUN + "04"),
                new Case("run-in-progress", RUN + "10"),
                new Case("run-log-filtered", RUN + "03?severity=ERROR&log=shares"),
                new Case("overview", "/overview"),
                new Case("overview-filtered", "/overview?days=7&therapeutic_area=Oncology&q=us&status=draft"),
                new Case("runs", "/runs"),
                new Case("runs-filtered", "/runs?outcome=failed&start_date=2026-02-09&end_date=2026-02-09"),
                new Case("changes", "/changes?from=2026-02-01T00:00&to=2026-02-10T23:59"),
                new Case("changes-none", "/changes?from=1999-01-01&to=1999-01-02&user_id=%3Cb%3E"),
                new Case(
                        "changes.csv", "/changes.csv?from=2026-01-01&to=2026-02-05&kind=state_change&kind=publication"),
                new Case("releases", "/releases?days=365"),
                new Case("releases-none", "/releases?days=1&q=%3Cb%3E"),
                new Case("releases.csv", "/releases.csv?days=365"),
                new Case("scenario", SCENARIO + "1"),
                new Case("preflight", SCENARIO + "1/preflight"),
                new Case("preflight-never-run", SCENARIO + "4/preflight"),
                new Case("scenario-withdrawn", SCENARIO + "2"),
                new Case("scenario-never-run", SCENARIO + "4"),
                new Case("scenario-trail", SCENARIO + "1?event_types=run_completed&start_date=2026-02-09"),
                new Case(
                        "compare",
                        "/compare/4e000000-0000-4000-8000-000000000002...4e000000-0000-4000-8000-000000000003"),
                new Case("reliability", "/reliability"),
                new Case(
                        "reliability-narrow", "/reliability?environment=prod&therapeutic_area=Oncology&severity=major"),
                new Case("reliability-empty", "/reliability?environment=sit"),
                new Case("compare-choice", "/compare"),
                new Case("pattern", "/pattern/f00000000001"),
                new Case("users", "/users"),
                new Case("journey", "/user/jdoe"),
                new Case("journey-empty", "/user/idle%20user?days=7"),
                new Case("node", "/node/0d000000-0000-4000-8000-000000000002"),
                new Case("ticket.md", RUN + "03/ticket.md"),
                new Case("grid.csv", SCENARIO + "1/grid.csv"),
                new Case("runs.csv", "/runs.csv?outcome=failed"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_page_is_the_known_one(Case page) {
        HttpResponse<String> response = SERVER.get(page.path(), BROWSER);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String name = page.name().contains(".") ? page.name() : page.name() + ".html";
        Golden.check("pages/" + name, response.body().replaceAll("\\?v=[0-9a-f]+", "?v="));
    }

    @Test
    void a_shortened_id_in_an_address_leads_to_the_page_that_is_meant() {
        assertThat(location("/scenario/5c000000-0000-4000-8000-00000000000"))
                .isEqualTo("/search?q=%2Fscenario%2F5c000000-0000-4000-8000-00000000000");
        assertThat(location("/search?q=%2Frun%2F4e000000-0000-4000-8000-000000000003"))
                .isEqualTo("/run/4e000000-0000-4000-8000-000000000003");
    }

    @Test
    void an_id_leads_to_its_page() {
        assertThat(location("/search?q=%204E000000-0000-4000-8000-000000000003%20"))
                .isEqualTo("/run/4e000000-0000-4000-8000-000000000003");
        assertThat(location("/search?q=ee000000-0000-4000-8000-000000000003"))
                .isEqualTo("/run/4e000000-0000-4000-8000-000000000003");
        assertThat(location("/search?q=f00000000001")).isEqualTo("/pattern/f00000000001");
        assertThat(location("/search?q=asmith")).isEqualTo("/user/asmith");
        assertThat(location("/compare?scenario_id=5c000000-0000-4000-8000-000000000001"))
                .startsWith("/compare/4e000000-");
    }

    @Test
    void one_run_is_compared_with_the_last_that_worked_and_what_cannot_be_compared_is_told() {
        assertThat(location("/compare?a=4e000000-0000-4000-8000-000000000003"))
                .endsWith("...4e000000-0000-4000-8000-000000000003");
        HttpResponse<String> never = SERVER.get("/compare?scenario_id=5c000000-0000-4000-8000-000000000004", BROWSER);

        assertThat(never.statusCode()).isEqualTo(200);
        assertThat(never.body()).contains("<h1>").contains("name=\"a\"");
    }

    @Test
    void a_list_stands_in_the_order_the_address_says_and_turns_round() {
        List<String> up = column("/runs?sort=runs.took&order=asc", "Took");
        List<String> down = column("/runs?sort=runs.took", "Took");

        assertThat(up).hasSizeGreaterThan(3).isNotEqualTo(down).containsExactlyInAnyOrderElementsOf(down);
        assertThat(seconds(down)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seconds(up).stream().filter(took -> took > 0)).isSorted();
        assertThat(up.reversed().stream().takeWhile(took -> took.equals("–")))
                .as("runs that have not ended are last")
                .hasSize((int) up.stream().filter(took -> took.equals("–")).count())
                .isNotEmpty();
        assertThat(column("/overview?sort=scenarios.scenario", "Scenario"))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(SERVER.get("/problems?sort=problems.runs", BROWSER).body())
                .contains(
                        "aria-sort=\"descending\"><a href=\"/problems?days=30&amp;sort=problems.runs&amp;order=asc#problems\">Runs");
        assertThat(SERVER.get("/reliability?sort=nodes.colour", BROWSER).statusCode())
                .isEqualTo(400);
        for (String wrong : List.of(
                "/reliability?sort=nodes.runs&order=up",
                "/users?sort=users.user&page=2",
                "/problems?sort=problems.runs&page=0",
                "/changes?sort=changes.when&page=two")) {
            assertThat(SERVER.get(wrong, BROWSER).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    /** The texts of a column of the last table of a page. */
    private static List<String> column(String path, String label) {
        String body = SERVER.get(path, BROWSER).body();
        return Pattern.compile("<td data-label=\"" + label + "\"[^>]*>(.*?)</td>")
                .matcher(body.substring(body.lastIndexOf("<table")))
                .results()
                .map(cell -> cell.group(1).replaceAll("<[^>]*>", ""))
                .toList();
    }

    /** Example: 2 min 3 s, as seconds; what did not end is the least. */
    private static List<Double> seconds(List<String> lengths) {
        return lengths.stream()
                .map(length -> Pattern.compile("([\\d.]+)\u00a0(h|min|s)")
                        .matcher(length)
                        .results()
                        .mapToDouble(part -> Double.parseDouble(part.group(1))
                                * (part.group(2).equals("h")
                                        ? 3_600
                                        : part.group(2).equals("min") ? 60 : 1))
                        .sum())
                .toList();
    }

    @Test
    void a_figure_of_an_environment_counts_its_runs_only() {
        assertThat(SERVER.get("/reliability/patterns.csv?environment=prod", BROWSER)
                        .body())
                .hasLineCount(2);
        assertThat(SERVER.get("/reliability/patterns.csv?environment=sit", BROWSER)
                        .body())
                .hasLineCount(1);
        assertThat(SERVER.get("/overview?environment=prod", BROWSER).body()).contains("of 1 run in the last 30 days");
        assertThat(SERVER.get("/overview?days=x", BROWSER).statusCode()).isEqualTo(400);
    }

    @Test
    void the_documentation_is_found_with_a_slash_at_its_end_too() {
        HttpResponse<String> response = SERVER.get("/docs/", BROWSER);

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).hasValue("/docs");
    }

    private static String location(String path) {
        HttpResponse<String> response = SERVER.get(path, BROWSER);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void what_is_wrong_is_told_as_a_page_that_helps() {
        HttpResponse<String> missing = SERVER.get(RUN + "99", BROWSER);
        HttpResponse<String> wrong = SERVER.get("/overview?days=0", BROWSER);
        HttpResponse<String> nothing = SERVER.get("/nowhere", BROWSER);

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is no run 4e000000-0000-4000-8000-000000000099 in the warehouse");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("days must be a whole number from 1 to 3660");
        assertThat(nothing.statusCode()).isEqualTo(404);
        for (HttpResponse<String> page : java.util.List.of(missing, wrong, nothing)) {
            assertThat(page.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.body()).contains("<a href=\"/\">Start page</a>");
        }
    }

    @Test
    void a_page_seen_before_is_not_sent_again() {
        String etag =
                SERVER.get("/overview", BROWSER).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = SERVER.get("/overview", "Accept", "text/html", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void nothing_on_a_page_is_written_into_it_that_the_policy_forbids() {
        cases().filter(page -> !page.name().contains(".")).forEach(page -> {
            HttpResponse<String> response = SERVER.get(page.path(), BROWSER);

            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(response.body())
                    .as(page.name())
                    .doesNotContain(" style=\"")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?! src=\"/assets/)")
                    .doesNotContainPattern(" on[a-z]+=\"")
                    .doesNotContainPattern("(src|href)=\"(https?:)?//");
        });
    }
}
