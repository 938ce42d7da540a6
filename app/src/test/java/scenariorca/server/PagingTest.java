package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** Pages put one after the other are the list. */
final class PagingTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String BASE = "/api/v1/rca";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scenarios?",
                "/scenarios?q=e&",
                "/runs?",
                "/runs?outcome=failed&",
                "/users?",
                "/nodes?",
                "/errors/patterns?days=90&",
                "/logs/unlinked?severity=ALL&",
                "/reliability/daily?days=60&",
                "/search?q=e&",
                "/search?q=5c000000&",
                "/scenario/5c000000-0000-4000-8000-000000000001/audit-trail?"
            })
    void every_row_comes_exactly_once_in_the_list_s_order(String path) {
        List<JsonNode> whole =
                rows(Json.read(SERVER.get(BASE + path + "limit=1000").body()));
        assertThat(whole).hasSizeGreaterThan(2);

        for (int limit = 1; limit <= 3; limit++) {
            assertThat(walk(BASE + path + "limit=" + limit, limit))
                    .as("limit %d", limit)
                    .isEqualTo(whole);
        }
    }

    @Test
    void a_cursor_is_good_for_its_list_and_filters_only() {
        String cursor = next(BASE + "/runs?limit=1");
        String otherFilter = BASE + "/runs?limit=1&outcome=failed&cursor=" + cursor;
        String otherList = BASE + "/scenarios?limit=1&cursor=" + cursor;
        String damaged = BASE + "/runs?cursor=" + cursor.substring(0, cursor.length() - 2);

        assertThat(SERVER.get(BASE + "/runs?limit=5&cursor=" + cursor).statusCode())
                .as("another limit is allowed")
                .isEqualTo(200);
        for (String path : List.of(otherFilter, otherList, damaged)) {
            HttpResponse<String> response = SERVER.get(path);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("cursor must be");
        }
    }

    @Test
    void the_count_is_of_all_pages() {
        String path = BASE + "/scenario/5c000000-0000-4000-8000-000000000001/audit-trail?limit=4";
        JsonNode first = Json.read(SERVER.get(path).body());
        JsonNode second = Json.read(
                SERVER.get(path + "&cursor=" + first.get("next").stringValue()).body());

        assertThat(first.get("event_count").intValue()).isEqualTo(6);
        assertThat(second.get("event_count").intValue()).isEqualTo(6);
        assertThat(second.get("events").size()).isEqualTo(2);
        assertThat(second.get("next").isNull()).isTrue();
    }

    private static String next(String path) {
        return Json.read(SERVER.get(path).body()).get("next").stringValue();
    }

    /** Follows the Link header, and checks that the body names the same page. */
    private static List<JsonNode> walk(String start, int limit) {
        var found = new ArrayList<JsonNode>();
        String path = start;
        while (true) {
            HttpResponse<String> response = SERVER.get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode page = Json.read(response.body());
            assertThat(rows(page).size()).isBetween(1, limit);
            found.addAll(rows(page));
            Matcher link = NEXT.matcher(response.headers().firstValue("link").orElse(""));
            if (!link.matches()) {
                assertThat(page.get("next").isNull()).isTrue();
                return found;
            }
            path = link.group(1);
            assertThat(path).endsWith("cursor=" + page.get("next").stringValue());
        }
    }

    private static List<JsonNode> rows(JsonNode page) {
        return Stream.of("items", "events", "lines")
                .filter(page::has)
                .flatMap(name -> page.get(name).valueStream())
                .toList();
    }
}
