package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.server.TestServer;

/** What is behind a page: its tables to take away, and its links, which ask no less than the page itself. */
final class PageTablesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
    private static final Pattern SECTION = Pattern.compile("(?s)<section aria-labelledby=\"(.*?)\">(.*?)</section>");
    private static final Pattern TABLE = Pattern.compile("<table|<svg class=\"(days|gantt|lanes|graph|cells)");
    private static final Pattern CSV = Pattern.compile("<p class=\"csv\"><a href=\"(.*?)\">");
    private static final Pattern LINK = Pattern.compile("href=\"(/.*?)\"");

    static Stream<PageTest.Case> pages() {
        return PageTest.cases().filter(page -> !page.name().contains("."));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_picture_and_table_can_be_taken_away(PageTest.Case page) {
        SECTION.matcher(page(page.path())).results().forEach(section -> {
            if (!TABLE.matcher(section.group(2)).find()) {
                return;
            }
            List<String> tables = found(CSV, section.group(2));
            assertThat(tables).as(page + "#" + section.group(1)).isNotEmpty();
            tables.forEach(table -> {
                HttpResponse<String> response = SERVER.get(table, BROWSER);
                assertThat(response.statusCode())
                        .as(table + " " + response.body())
                        .isEqualTo(200);
                assertThat(response.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
                assertThat(response.body().lines().findFirst().orElse("")).matches("[a-z_]+(,[a-z_]+)+");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_a_page_whatever_the_caller_would_rather_have(PageTest.Case page) {
        for (String accept : List.of("*/*", "application/json", "text/csv")) {
            String path = page.path() + (page.path().contains("?") ? "&" : "?") + "for=" + accept;
            HttpResponse<String> response = SERVER.get(path.replace(" ", "%20"), "Accept", accept);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        }
    }

    /** A filter chosen on a page holds on every page it leads to that understands it. */
    @ParameterizedTest
    @MethodSource("filtered")
    void no_link_forgets_a_filter(String path) {
        Set<String> places = new TreeSet<>();
        for (String link : links(path)) {
            String place = link.replaceAll("[?#].*", "");
            if (!List.of("/runs", "/runs.csv", "/overview", "/reliability").contains(place)
                    && !place.matches("/(overview|reliability)/.*")) {
                continue;
            }
            if (link.equals(place + "?days=7") || link.equals("/runs")) {
                continue; // takes the filters away, and says so
            }
            places.add(place);
            assertThat(link).as(path).contains("environment=prod");
            if (!link.contains("scenario_id=")) {
                assertThat(link).as(path).contains("therapeutic_area=Oncology").contains("disease_area=Lung%20Cancer");
            }
        }
        assertThat(places).contains("/overview", "/reliability");
    }

    static Stream<String> filtered() {
        String filters = "therapeutic_area=Oncology&disease_area=Lung%20Cancer&environment=prod";
        return Stream.of(
                "/overview?days=7&" + filters,
                "/overview?days=7&status=draft&q=base&" + filters,
                "/reliability?days=7&" + filters,
                "/reliability?days=7&severity=major&category=validation&" + filters,
                "/runs?" + filters,
                "/runs?outcome=failed&outcome=timeout&" + filters);
    }

    @Test
    void a_list_of_runs_is_narrowed_as_the_figures_are() {
        String all = SERVER.get("/runs.csv", BROWSER).body();
        String ended =
                SERVER.get("/runs.csv?outcome=failed&outcome=timeout", BROWSER).body();

        assertThat(SERVER.get("/runs.csv?environment=prod", BROWSER).body()).hasLineCount(2);
        assertThat(SERVER.get("/runs.csv?environment=sit", BROWSER).body()).hasLineCount(1);
        assertThat(SERVER.get("/runs.csv?therapeutic_area=Dentistry", BROWSER).body())
                .hasLineCount(1);
        assertThat(ended.lines().skip(1)).isNotEmpty().allMatch(line -> line.matches(".*,(failed|timeout),.*"));
        assertThat(ended.lines().count()).isLessThan(all.lines().count());
        assertThat(page("/runs?environment=prod&scenario_id=5c000000-0000-4000-8000-000000000001"))
                .contains("one scenario only")
                .contains("<option value=\"prod\" selected>prod</option>");
    }

    /** What one part of a scenario's page is narrowed to is not forgotten when another part is. */
    @Test
    void the_parts_of_a_page_are_asked_for_apart() {
        String path = "/scenario/5c000000-0000-4000-8000-000000000001";
        String page = page(path + "?event_types=run_completed&start_date=2026-01-01&runs=1");

        assertThat(links(path + "?event_types=run_completed&start_date=2026-01-01&runs=1"))
                .filteredOn(link -> link.startsWith(path + "?"))
                .filteredOn(link -> link.contains("before=") || link.contains("nodes=all"))
                .isNotEmpty()
                .allMatch(link -> link.contains("event_types=run_completed") && link.contains("start_date=2026-01-01"));
        assertThat(page).contains("<input type=\"hidden\" name=\"runs\" value=\"1\">");
        assertThat(links(path + "?runs=1")).contains(path + "/grid.csv?runs=1");
    }

    private static List<String> links(String path) {
        return found(LINK, page(path));
    }

    private static String page(String path) {
        HttpResponse<String> response = SERVER.get(path, BROWSER);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1).replace("&amp;", "&"))
                .forEach(found::add);
        return found;
    }
}
