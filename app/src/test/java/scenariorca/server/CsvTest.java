package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.Golden;

/** Every list is a table for those who ask for one. */
final class CsvTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Contract CONTRACT = new Contract(SERVER);
    private static final String BASE = "/api/v1/rca";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scenarios",
                "/runs",
                "/users",
                "/nodes",
                "/errors/patterns",
                "/errors/top-categories",
                "/logs/groups",
                "/logs/unlinked?severity=ALL",
                "/reliability/daily",
                "/search?q=share",
                "/scenario/5c000000-0000-4000-8000-000000000001/audit-trail",
                "/scenario/5c000000-0000-4000-8000-000000000002/state-changes",
                "/user/jdoe/journey"
            })
    void a_list_is_a_table_under_the_names_of_its_fields(String path) {
        HttpResponse<String> response = SERVER.get(BASE + path, "Accept", "text/csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        CONTRACT.check(response);
        String name = path.replaceAll("\\?.*", "")
                .replaceAll("/[0-9a-f-]{36}|/jdoe", "")
                .substring(1)
                .replace('/', '-');
        Golden.check("api/csv/" + name + ".csv", response.body());
    }

    @Test
    void an_empty_list_still_has_its_header() {
        HttpResponse<String> response = SERVER.get(BASE + "/users?q=nobody", "Accept", "text/csv");

        assertThat(response.body()).isEqualTo("user_id,display_name,first_seen_at,last_seen_at\r\n");
    }

    @Test
    void no_cell_is_a_formula() {
        for (String path : List.of("/users", "/scenarios", "/runs")) {
            String table = SERVER.get(BASE + path, "Accept", "text/csv").body();

            for (String line : table.split("\r\n")) {
                for (String cell : line.split(",")) {
                    assertThat(cell.replace("\"", "")).doesNotMatch("[=+@].*|-[^0-9].*");
                }
            }
        }
        assertThat(SERVER.get(BASE + "/users", "Accept", "text/csv").body()).contains("'=cmd()");
    }

    @Test
    void the_next_page_of_a_table_is_in_the_link_header() {
        HttpResponse<String> response = SERVER.get(BASE + "/runs?limit=2", "Accept", "text/csv");

        assertThat(response.headers().firstValue("link").orElse("")).contains("/runs?limit=2&cursor=", "rel=\"next\"");
        assertThat(response.body().split("\r\n")).hasSize(3);
    }
}
