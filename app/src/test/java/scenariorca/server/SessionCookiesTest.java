package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The door for people with a browser, when there is a key. */
final class SessionCookiesTest {
    private static final TestServer SERVER = TestServer.start("door", "the key");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
        CLIENT.close();
    }

    @Test
    void a_page_without_a_cookie_leads_to_the_door_and_the_api_stays_a_problem() {
        HttpResponse<String> page = SERVER.get("/overview?days=7", "Accept", "text/html");
        HttpResponse<String> api = SERVER.get("/api/v1/rca/runs", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/sign-in?next=%2Foverview%3Fdays%3D7");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void the_key_opens_and_the_cookie_carries_no_key() {
        HttpResponse<String> response = post("key=the+key&next=%2Foverview");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue("/overview");
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain("the key");
        String sent = cookie.substring(0, cookie.indexOf(';'));
        assertThat(SERVER.get("/overview", "Accept", "text/html", "Cookie", sent)
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get("/api/v1/rca/runs", "Cookie", sent).statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_key_or_a_forged_cookie_opens_nothing() {
        HttpResponse<String> wrong = post("key=another&next=%2F");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(wrong.body()).contains("That is no key of this server");
        for (String cookie :
                new String[] {"", ".", "9999999999.", "9999999999.AAAA", "x.y", "99999999999999999999.A"}) {
            assertThat(SERVER.get("/", "Accept", "text/html", "Cookie", "rca_session=" + cookie)
                            .statusCode())
                    .as(cookie)
                    .isEqualTo(303);
        }
    }

    @Test
    void nobody_is_led_elsewhere() {
        for (String next : new String[] {"https://evil.example", "//evil.example", "/%5Cevil.example", "x"}) {
            assertThat(post("key=the+key&next=" + next).headers().firstValue("Location"))
                    .hasValue("/");
        }
    }

    @Test
    void a_link_on_another_site_is_followed_from_here_where_the_cookie_comes_along() {
        HttpResponse<String> response =
                SERVER.get("/overview?days=7", "Accept", "text/html", "Sec-Fetch-Site", "cross-site");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("content=\"0;url=/overview?days=7\"");
    }

    @Test
    void what_the_door_needs_to_look_right_is_open() {
        assertThat(SERVER.get("/sign-in", "Accept", "text/html").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/assets/rca.css").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/sign-in?out", "Accept", "text/html").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
    }

    private static HttpResponse<String> post(String form) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
