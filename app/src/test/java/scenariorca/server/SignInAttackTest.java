package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.access.Role;
import scenariorca.access.Scope;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;

/** Sign-ins, tokens and sessions as an attacker, an odd directory or a careless browser sends them. */
final class SignInAttackTest {
    private static final String RUNS = "/api/v1/rca/runs";
    private static final String KEY = "the operator's own key";

    @TempDir
    static Path home;

    private static IdentityStub provider;
    private static ReportDatabase database;
    private static TestServer server;

    @BeforeAll
    static void start() {
        provider = new IdentityStub();
        database = ReportDatabase.filled("signed");
        server = serve(0);
    }

    private static TestServer serve(int failuresPerMinute) {
        return TestServer.with(
                database,
                ServerSettings.of(Settings.of(Map.of(
                        "API_PORT",
                        "0",
                        "API_KEY",
                        KEY,
                        "RCA_HOME",
                        home.toString(),
                        "API_FAILED_KEYS_PER_MINUTE",
                        String.valueOf(failuresPerMinute),
                        "API_PUBLIC_URL",
                        "http://localhost:8000",
                        "OIDC_ISSUER",
                        provider.issuer(),
                        "OIDC_AUDIENCE",
                        IdentityStub.AUDIENCE,
                        "OIDC_CLIENT_ID",
                        IdentityStub.CLIENT))));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    private record Begun(String cookie, String callback) {}

    private Begun begin(String user, String... roles) {
        HttpResponse<String> start = server.get("/sign-in/start", "Accept", "text/html");
        URI back =
                provider.agree(URI.create(start.headers().firstValue("Location").orElseThrow()), user, roles);
        return new Begun(cookie(start, "rca_attempt"), back.getRawPath() + "?" + back.getRawQuery());
    }

    private HttpResponse<String> finish(Begun begun) {
        return server.get(begun.callback(), "Accept", "text/html", "Cookie", begun.cookie());
    }

    private static String cookie(HttpResponse<String> response, String name) {
        String header = response.headers().allValues("Set-Cookie").stream()
                .filter(text -> text.startsWith(name + "=") && !text.startsWith(name + "=;"))
                .findFirst()
                .orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private int runs(String session) {
        return server.get(RUNS, "Cookie", session).statusCode();
    }

    @Test
    void hundreds_of_roles_of_a_directory_sign_in_with_those_that_are_granted() {
        database.access().grant(Role.of("forecast-support", Scope.READ, Viewer.ALL));
        String[] roles = IntStream.range(0, 400)
                .mapToObj(number ->
                        number == 399 ? "forecast-support" : "CN=department-%04d-of-the-company".formatted(number))
                .toArray(String[]::new);

        long end = System.nanoTime() + 20_000_000_000L;
        String seen = "";
        while (!seen.contains("4e000000-0000-4000-8000-000000000003")) {
            assertThat(System.nanoTime())
                    .as("what is granted is known within seconds")
                    .isLessThan(end);
            HttpResponse<String> signedIn = finish(begin("asmith", roles));
            assertThat(signedIn.statusCode()).isEqualTo(200);
            String session = cookie(signedIn, "rca_session");
            assertThat(session.length()).isLessThan(4_000);
            HttpResponse<String> answer = server.get(RUNS + "?limit=100", "Cookie", session);
            assertThat(answer.statusCode()).isEqualTo(200);
            seen = answer.body();
        }
    }

    @Test
    void more_granted_roles_than_a_cookie_holds_still_sign_in() {
        String[] roles = IntStream.range(0, 200)
                .mapToObj(number -> "role-%03d-".formatted(number) + "x".repeat(80))
                .toArray(String[]::new);
        for (String role : roles) {
            database.access().grant(Role.of(role, Scope.READ, Viewer.ALL));
        }

        HttpResponse<String> signedIn = finish(begin("asmith", roles));

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(runs(cookie(signedIn, "rca_session"))).isEqualTo(200);
    }

    @Test
    void a_token_of_a_key_that_nobody_has_is_refused_and_counted_each_time() {
        String token = IdentityStub.ofAnUnknownKey(provider.claims("asmith"));
        server.stop();
        server = serve(5);
        for (int time = 0; time < 5; time++) {
            assertThat(server.get(RUNS, "Authorization", "Bearer " + token).statusCode())
                    .as("time %d", time)
                    .isEqualTo(401);
        }
        assertThat(server.get(RUNS, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(429);
        server.stop();
        server = serve(0);
    }

    @Test
    void letters_that_no_name_has_are_refused_and_break_nothing() {
        for (String user : List.of("as\0mith", "as\nmith", "as\u009fmith")) {
            String token = provider.signed(provider.claims(user));
            assertThat(server.get(RUNS, "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(401);
        }
        String odd = provider.signed(provider.claims("asmith", "ro\0le"));
        assertThat(server.get(RUNS, "Authorization", "Bearer " + odd).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_issued_to_another_client_does_not_sign_in_here() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> foreign = Map.of(
                "two audiences, foreign party",
                        claims -> claims.audience(List.of(IdentityStub.CLIENT, "other"))
                                .claim("azp", "other"),
                "two audiences, no party", claims -> claims.audience(List.of(IdentityStub.CLIENT, "other")),
                "foreign party", claims -> claims.claim("azp", "other"));
        foreign.forEach((name, twist) -> {
            provider.twist(twist);
            assertThat(finish(begin("asmith")).statusCode()).as(name).isEqualTo(401);
        });
        provider.twist(
                claims -> claims.audience(List.of(IdentityStub.CLIENT, "other")).claim("azp", IdentityStub.CLIENT));
        assertThat(finish(begin("asmith")).statusCode()).isEqualTo(200);
        provider.twist(UnaryOperator.identity());
    }

    @Test
    void an_attempt_is_for_one_answer_even_with_a_fresh_code() {
        HttpResponse<String> start = server.get("/sign-in/start", "Accept", "text/html");
        URI address = URI.create(start.headers().firstValue("Location").orElseThrow());
        String attempt = cookie(start, "rca_attempt");
        URI first = provider.agree(address, "asmith");
        URI second = provider.agree(address, "mwilson");

        assertThat(finish(new Begun(attempt, first.getRawPath() + "?" + first.getRawQuery()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(finish(new Begun(attempt, second.getRawPath() + "?" + second.getRawQuery()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_ends_with_signing_out_wherever_its_cookie_went_and_over_a_restart() {
        String stays = cookie(finish(begin("asmith")), "rca_session");
        String session = cookie(finish(begin("asmith")), "rca_session");
        assertThat(runs(session)).isEqualTo(200);

        server.get("/sign-in?out", "Accept", "text/html", "Cookie", session, "Sec-Fetch-Site", "same-origin");

        assertThat(runs(session)).isEqualTo(401);
        server.stop();
        server = serve(0);
        assertThat(runs(session)).isEqualTo(401);
        assertThat(runs(stays)).isEqualTo(200);
    }

    @Test
    void the_sign_in_form_of_another_site_is_refused() throws Exception {
        String own = "127.0.0.1:" + server.port();
        Map<String, Integer> expected = Map.of(
                "Origin: https://evil.example",
                403,
                "Origin: null",
                403,
                "Sec-Fetch-Site: cross-site",
                403,
                "Sec-Fetch-Site: same-site",
                403,
                "Origin: http://" + own,
                303,
                "Sec-Fetch-Site: same-origin",
                303,
                "X-Nothing: x",
                303);
        for (var entry : expected.entrySet()) {
            String[] header = entry.getKey().split(": ");
            HttpResponse<String> response = post(header);
            assertThat(response.statusCode()).as(entry.getKey()).isEqualTo(entry.getValue());
            assertThat(response.headers().firstValue("Set-Cookie").isPresent())
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue() == 303);
        }
    }

    private HttpResponse<String> post(String... header) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .headers(header)
                            .POST(HttpRequest.BodyPublishers.ofString("key=the+operator%27s+own+key"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_server_that_had_a_key_does_not_open_when_its_keys_are_gone() {
        try (TestServer open = TestServer.start(ReportDatabase.filled("once_locked"), null)) {
            assertThat(open.get(RUNS).statusCode()).isEqualTo(200);
            open.database().access().create("first", Scope.READ, Viewer.ALL, null);
            Until.status(open, RUNS, 401);

            open.database().execute("delete from api_key");

            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                assertThat(open.get(RUNS).statusCode()).isEqualTo(401);
            }
        }
    }

    /** What a server knows of keys is at most two seconds old. */
    private static final class Until {
        static void status(TestServer server, String path, int status) {
            long end = System.nanoTime() + 20_000_000_000L;
            while (server.get(path).statusCode() != status) {
                assertThat(System.nanoTime()).as("soon enough").isLessThan(end);
            }
        }
    }
}
