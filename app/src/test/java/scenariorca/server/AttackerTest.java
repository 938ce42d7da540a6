package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import scenariorca.access.Scope;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Viewer;

/**
 * What an attacker tries, on a server with a key of its own, an identity provider, and named keys. The key "metabolic" sees
 * the scenarios 3 to 5 of the therapeutic area Metabolic; 1 and 2 are Oncology and must not show in anything it gets.
 */
final class AttackerTest {
    private static final String BASE = "/api/v1/rca";
    private static final String OPERATOR = "the operator's own key";
    private static final String HIDDEN_SCENARIO = "5c000000-0000-4000-8000-000000000001";
    private static final String HIDDEN_RUN = "4e000000-0000-4000-8000-000000000003";
    private static final String SEEN_SCENARIO = "5c000000-0000-4000-8000-000000000003";
    /** Texts that only Oncology's rows hold: ids, names, messages, nodes. */
    private static final List<String> SECRETS = List.of(
            "5c000000-0000-4000-8000-000000000001",
            "5c000000-0000-4000-8000-000000000002",
            "4e000000-0000-4000-8000-000000000003",
            "da000000-0000-4000-8000-000000000002",
            "US Base Case",
            "US Upside",
            "Lung Cancer US",
            "NSCLC",
            "Shares must sum",
            "Treatment Share",
            "f00000000001");

    private static IdentityStub provider;
    private static ReportDatabase database;
    private static TestServer server;
    private static String metabolic;
    private static String reader;

    @BeforeAll
    static void start() {
        provider = new IdentityStub();
        database = ReportDatabase.filled("attacked");
        metabolic =
                database.access().create("metabolic", Scope.READ, new Viewer(false, List.of("Metabolic"), null), null);
        reader = database.access().create("reader", Scope.READ, Viewer.ALL, null);
        server = TestServer.with(
                database,
                ServerSettings.of(Settings.of(Map.of(
                        "API_PORT", "0",
                        "API_KEY", OPERATOR,
                        "API_ACCESS_LOG", "1",
                        "API_FAILED_KEYS_PER_MINUTE", "0",
                        "API_SESSION_SECRET", "of the attacked server, long enough to be one",
                        "API_PUBLIC_URL", "http://localhost:8000",
                        "OIDC_ISSUER", provider.issuer(),
                        "OIDC_AUDIENCE", IdentityStub.AUDIENCE,
                        "OIDC_CLIENT_ID", IdentityStub.CLIENT))));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @Test
    void without_a_key_nothing_but_the_door_is_open() {
        for (String path : paths(HIDDEN_SCENARIO, HIDDEN_RUN)) {
            assertThat(server.get(path).statusCode()).as(path).isIn(303, 401);
        }
        assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_revoked_or_expired_key_is_refused() {
        String revoked = database.access().create("revoked", Scope.READ, Viewer.ALL, null);
        database.access().revoke("revoked");
        String expired =
                database.access().create("expired", Scope.READ, Viewer.ALL, Instant.parse("2020-01-01T00:00:00Z"));
        for (String key : List.of("rca_wrong", "", "'", metabolic + "x", revoked, expired)) {
            assertThat(server.get(BASE + "/runs", "X-API-Key", key).statusCode())
                    .as(key)
                    .isEqualTo(401);
        }
        assertThat(server.get(BASE + "/runs?api_key=wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_that_is_revoked_is_refused_within_seconds_and_so_are_its_sessions() {
        String key = database.access().create("short-lived", Scope.READ, Viewer.ALL, null);
        soon(() -> server.get(BASE + "/runs", "X-API-Key", key).statusCode() == 200);
        String cookie = signIn(key);
        assertThat(server.get(BASE + "/runs", "Cookie", cookie).statusCode()).isEqualTo(200);

        database.access().revoke("short-lived");

        soon(() -> server.get(BASE + "/runs", "X-API-Key", key).statusCode() == 401);
        assertThat(server.get(BASE + "/runs", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_must_be_signed_by_the_provider_for_this_audience_and_still_be_good() {
        JWTClaimsSet.Builder good = provider.claims("asmith");
        var wrong = new java.util.LinkedHashMap<String, String>();
        wrong.put(
                "expired",
                provider.signed(provider.claims("asmith")
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        wrong.put("without an end", provider.signed(provider.claims("asmith").expirationTime(null)));
        wrong.put(
                "for another audience",
                provider.signed(provider.claims("asmith").audience("another")));
        wrong.put(
                "for the browser's sign-in",
                provider.signed(provider.claims("asmith").audience(IdentityStub.CLIENT)));
        wrong.put("of another issuer", provider.signed(provider.claims("asmith").issuer("https://evil.example")));
        wrong.put(
                "not yet good",
                provider.signed(provider.claims("asmith")
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
        wrong.put("alg none", IdentityStub.unsigned(good));
        wrong.put("signed by a stranger", provider.signedByAStranger(good));
        wrong.put("signed with the public key", provider.signedWithThePublicKey(good));
        wrong.put("naming no user", provider.signed(provider.claims("x").claim("preferred_username", null)));
        wrong.put("garbage", "a.b.c");
        String token = provider.signed(good);
        wrong.put("with another signature", token.substring(0, token.length() - 6) + "AAAAAA");

        wrong.forEach((what, text) -> assertThat(server.get(BASE + "/runs", "Authorization", "Bearer " + text)
                        .statusCode())
                .as(what)
                .isEqualTo(401));
    }

    @Test
    void a_good_token_shows_the_users_own_scenarios_and_what_its_roles_show() {
        database.access()
                .grant(scenariorca.access.Role.of(
                        "team-oncology", Scope.READ, new Viewer(false, List.of("Oncology"), null)));
        soon(() -> !scenarios("Authorization", "Bearer " + provider.signed(provider.claims("nobody", "team-oncology")))
                .isEmpty());

        assertThat(scenarios("Authorization", "Bearer " + provider.signed(provider.claims("asmith"))))
                .containsExactlyInAnyOrder("US Upside", "EU Base Case");
        assertThat(scenarios("Authorization", "Bearer " + provider.signed(provider.claims("nobody"))))
                .isEmpty();
        assertThat(scenarios(
                        "Authorization", "Bearer " + provider.signed(provider.claims("nobody", "x", "team-oncology"))))
                .containsExactlyInAnyOrder("US Base Case", "US Upside");
    }

    @Test
    void another_teams_scenarios_show_in_no_answer_page_or_table() {
        for (String path : paths(HIDDEN_SCENARIO, HIDDEN_RUN)) {
            for (String accept : List.of("application/json", "text/csv", "text/html")) {
                HttpResponse<String> response = server.get(path, "X-API-Key", metabolic, "Accept", accept);
                for (String secret : SECRETS) {
                    assertThat(withoutQuestion(response.body(), path))
                            .as("%s as %s", path, accept)
                            .doesNotContain(secret);
                }
            }
        }
    }

    @Test
    void a_hidden_id_is_answered_like_one_that_never_was() {
        for (String path :
                List.of("/scenario/%s/audit-trail", "/scenario/%s/error-summary", "/scenario/%s/run-comparison")) {
            HttpResponse<String> hidden = server.get(BASE + path.formatted(HIDDEN_SCENARIO), "X-API-Key", metabolic);
            String never = "5c000000-0000-4000-8000-0000000000ff";
            HttpResponse<String> none = server.get(BASE + path.formatted(never), "X-API-Key", metabolic);

            assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(hidden.body().replace(HIDDEN_SCENARIO, never)).isEqualTo(none.body());
        }
        assertThat(server.get(BASE + "/run/" + HIDDEN_RUN + "/explanation", "X-API-Key", metabolic)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void counts_are_counts_of_what_is_seen() {
        var categories = Json.read(server.get(BASE + "/errors/top-categories?days=60", "X-API-Key", metabolic)
                .body());
        assertThat(categories
                        .get("top_categories")
                        .valueStream()
                        .map(row -> row.get("category").stringValue()))
                .doesNotContain("timeout");
        assertThat(categories
                        .get("top_categories")
                        .valueStream()
                        .mapToInt(row -> row.get("count").asInt())
                        .sum())
                .isEqualTo(2);
        var days = Json.read(server.get(BASE + "/reliability/daily?days=60", "X-API-Key", metabolic)
                .body());
        assertThat(days.get("items")
                        .valueStream()
                        .map(row -> row.get("model_name").stringValue()))
                .isNotEmpty()
                .containsOnly("Diabetes EU");
        assertThat(server.get(BASE + "/errors/patterns?days=60", "X-API-Key", metabolic)
                        .body())
                .contains("f00000000003")
                .doesNotContain("f00000000001");
    }

    @Test
    void lines_that_belong_to_nothing_are_for_those_who_see_all() {
        String path = BASE + "/logs/unlinked?severity=ALL&days=60";

        assertThat(messages(server.get(path, "X-API-Key", reader)))
                .containsExactly("US Base Case waits", "EU waits", "{\"level\":", "Push of metrics failed", "Run lost");
        // Its scenario has come, and is one of Metabolic's.
        assertThat(messages(server.get(path, "X-API-Key", metabolic))).containsExactly("EU waits");
        assertThat(Json.read(server.get(path + "&limit=1", "X-API-Key", metabolic)
                                .body())
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    private static List<String> messages(HttpResponse<String> response) {
        return Json.read(response.body())
                .get("lines")
                .valueStream()
                .map(line -> line.get("message").stringValue())
                .toList();
    }

    @Test
    void a_cursor_of_one_who_sees_more_shows_no_more() {
        String next = Json.read(
                        server.get(BASE + "/runs?limit=1", "X-API-Key", reader).body())
                .get("next")
                .stringValue();

        HttpResponse<String> page = server.get(BASE + "/runs?limit=100&cursor=" + next, "X-API-Key", metabolic);

        assertThat(page.statusCode()).isEqualTo(200);
        SECRETS.forEach(secret -> assertThat(page.body()).doesNotContain(secret));
    }

    @Test
    void a_kept_answer_and_its_tag_are_for_those_who_see_the_same() {
        String path = BASE + "/scenario/" + HIDDEN_SCENARIO + "/audit-trail";
        String tag = server.get(path, "X-API-Key", OPERATOR)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(server.get(path, "X-API-Key", reader, "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        HttpResponse<String> asked = server.get(path, "X-API-Key", metabolic, "If-None-Match", tag);

        assertThat(asked.statusCode()).isEqualTo(404);
        assertThat(asked.headers().firstValue("ETag")).isEmpty();
        assertThat(server.get(BASE + "/runs", "X-API-Key", OPERATOR).body())
                .isNotEqualTo(server.get(BASE + "/runs", "X-API-Key", metabolic).body());
    }

    @Test
    void a_read_key_does_not_read_the_metrics() {
        assertThat(server.get("/metrics", "X-API-Key", reader).statusCode()).isEqualTo(403);
        assertThat(server.get("/metrics", "X-API-Key", OPERATOR).statusCode()).isEqualTo(200);
    }

    @Test
    void another_spelling_of_a_path_opens_nothing() throws IOException {
        for (String path : List.of(
                "/%6detrics",
                "/metrics;x=1",
                "/;x/metrics",
                "//metrics",
                "/./metrics",
                "/docs/../metrics",
                "/metric%73",
                "/%4Detrics",
                "/%61pi/v1/rca/runs",
                "/api/v1/rca/%72uns")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: " + reader
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").doesNotContain("rca_cache", "items");
        }
        assertThat(server.get(BASE + "/user/a%20b%3Bc~%7E%C3%A9/journey", "X-API-Key", reader)
                        .body())
                .as("what must be encoded may be")
                .contains("There is no user");
    }

    @Test
    void the_way_back_from_the_door_leads_to_no_other_site() throws IOException {
        for (String header : List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none")) {
            String answer = raw("GET //evil.example/x HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n" + header
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(header).startsWith("HTTP/1.1 400").doesNotContain("evil.example");
        }
        for (String next : List.of("//evil.example", "/%5cevil.example", "https://evil.example", "/%09/evil.example")) {
            HttpResponse<String> in = post("/sign-in?next=" + next, "key=" + reader);
            assertThat(in.headers().firstValue("Location")).as(next).hasValue("/");
        }
    }

    @Test
    void users_of_whom_nothing_is_seen_are_like_ones_that_never_were() {
        String mine = database.access().create("nobodys", Scope.READ, new Viewer(false, List.of(), "nobody"), null);
        soon(() -> server.get(BASE + "/users", "X-API-Key", mine).statusCode() == 200);

        assertThat(server.get(BASE + "/users", "X-API-Key", reader).body()).contains("asmith", "jdoe");
        assertThat(server.get(BASE + "/users", "X-API-Key", mine).body()).doesNotContain("asmith", "jdoe");
        assertThat(server.get(BASE + "/search?q=smith", "X-API-Key", mine).body())
                .doesNotContain("asmith");
        HttpResponse<String> hidden = server.get(BASE + "/user/asmith/journey", "X-API-Key", mine);
        HttpResponse<String> never = server.get(BASE + "/user/xsmith/journey", "X-API-Key", mine);
        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
        assertThat(hidden.body().replace("asmith", "xsmith")).isEqualTo(never.body());
    }

    @Test
    void sql_in_any_parameter_is_text() {
        for (String text : List.of(
                "'; drop table dim_scenario; --",
                "' or '1'='1",
                "\\'; select pg_sleep(9); --",
                "%' or 1=1 --",
                "${7*7}",
                "\u2019 or 1=1")) {
            String sent =
                    java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            for (String path : List.of(
                    "/search?q=",
                    "/scenarios?q=",
                    "/users?q=",
                    "/runs?user_id=",
                    "/runs?error_category=",
                    "/errors/patterns?q=",
                    "/user/")) {
                HttpResponse<String> response =
                        server.get(BASE + path + sent + (path.endsWith("/") ? "/journey" : ""), "X-API-Key", metabolic);
                assertThat(response.statusCode()).as(path + text).isIn(200, 400, 404);
                SECRETS.forEach(secret -> assertThat(response.body()).doesNotContain(secret));
            }
        }
        assertThat(scenarios("X-API-Key", reader)).hasSize(5);
    }

    @Test
    void no_header_can_be_put_into_an_answer() throws IOException {
        HttpResponse<String> door = server.get("/sign-in?next=/%0d%0aSet-Cookie:%20evil=1", "Accept", "text/html");
        assertThat(door.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("evil"));
        assertThat(
                        raw(
                                "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: a\tb<script>\r\nConnection: close\r\n\r\n"))
                .doesNotContain("script");
        assertThat(server.get("/health/live", "X-Correlation-Id", "mine-1")
                        .headers()
                        .firstValue("X-Correlation-Id"))
                .hasValue("mine-1");
    }

    @Test
    void nothing_sent_begins_a_line_of_its_own_in_the_log() {
        var logger = (Logger) LoggerFactory.getLogger("access");
        var lines = new ListAppender<ILoggingEvent>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            server.get("/api/%0A2026-02-10%20INFO%20forged", "X-API-Key", metabolic, "X-Correlation-Id", "sent-1");
            server.get(BASE + "/runs?api_key=" + metabolic, "X-Correlation-Id", "sent-2");
            server.get(BASE + "/search?q=US%20Base%20Case", "X-API-Key", metabolic, "X-Correlation-Id", "sent-3");
            // A line is written after its answer has gone out, the one of an earlier test's last answer as well.
            soon(() -> sent(lines).size() == 3);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains("\n"))
                .noneMatch(text -> text.contains(metabolic));
        List<String> texts = sent(lines);
        assertThat(texts.get(1))
                .contains("subject=key:metabolic", "GET /api/v1/rca/runs 200")
                .contains(" ms");
        assertThat(texts.get(2)).doesNotContain("Base");
    }

    private static List<String> sent(ListAppender<ILoggingEvent> lines) {
        return lines.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.startsWith("cid=sent-"))
                .sorted()
                .toList();
    }

    @Test
    void no_path_leads_out_of_the_public_files() throws IOException {
        for (String path : List.of(
                "/assets/../../../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fetc/passwd",
                "/docs/assets/%2e%2e/%2e%2e/%2e%2e/logback.xml",
                "/docs/page/..%5c..%5clogback.xml",
                "//etc/passwd",
                "/assets/rca.css%00.html",
                "/docs/assets/../../../sql/access/keys.sql",
                "/;/metrics",
                "/metrics;x=1",
                "/api/v1/rca/../../../metrics",
                "/API/V1/RCA/runs")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (303|400|401|404|405).*");
            assertThat(answer).as(path).doesNotContain("root:", "<configuration>", "rca_cache", "select");
        }
    }

    @Test
    void a_large_body_and_ten_thousand_parameters_are_refused() throws IOException {
        assertThat(post("/sign-in", "key=" + "x".repeat(100_000)).statusCode()).isEqualTo(413);
        String many = IntStream.range(0, 10_000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
        assertThat(raw("GET " + BASE + "/runs?" + many + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        String few = IntStream.range(0, 400).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
        assertThat(server.get(BASE + "/runs?" + few, "X-API-Key", reader).statusCode())
                .isEqualTo(400);
        assertThat(post("/sign-in", "key=x&" + few).statusCode()).isEqualTo(400);
    }

    @Test
    void slow_clients_keep_nobody_waiting() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int count = 0; count < 200; count++) {
                var socket = new Socket("127.0.0.1", server.port());
                socket.getOutputStream()
                        .write("GET /api/v1/rca/runs HTTP/1.1\r\nHost: 127".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(server.get(BASE + "/runs", "X-API-Key", reader).statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void other_methods_do_nothing() throws IOException {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS")) {
            String answer = raw(method + " " + BASE + "/scenarios HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: " + reader
                    + "\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(method).matches("(?s)HTTP/1.1 (200|405).*").doesNotContain("US Base Case");
        }
    }

    @Test
    void another_sites_page_is_not_let_in() {
        HttpResponse<String> response =
                server.get(BASE + "/runs", "X-API-Key", reader, "Origin", "https://evil.example");

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("same-origin");
    }

    @Test
    void who_signs_in_at_the_provider_sees_what_the_user_sees() {
        HttpResponse<String> start = server.get("/sign-in/start?next=/overview", "Accept", "text/html");
        assertThat(start.statusCode()).isEqualTo(303);
        URI authorization = URI.create(start.headers().firstValue("Location").orElseThrow());
        assertThat(authorization.toString()).contains("code_challenge_method=S256", "state=", "nonce=");
        String attempt = cookie(start);
        URI back = provider.agree(authorization, "asmith");
        String callback = back.getRawPath() + "?" + back.getRawQuery();

        assertThat(server.get(callback, "Accept", "text/html").statusCode())
                .as("without the attempt")
                .isEqualTo(401);
        assertThat(server.get(callback.replaceAll("state=.", "state=_"), "Accept", "text/html", "Cookie", attempt)
                        .statusCode())
                .as("with another state")
                .isEqualTo(401);
        HttpResponse<String> signedIn = server.get(callback, "Accept", "text/html", "Cookie", attempt);
        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(signedIn.body()).contains("url=/overview");
        String session = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(text -> text.startsWith("rca_session="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Strict");

        assertThat(scenarios("Cookie", session.substring(0, session.indexOf(';'))))
                .containsExactlyInAnyOrder("US Upside", "EU Base Case");
        assertThat(server.get(callback, "Accept", "text/html", "Cookie", attempt)
                        .statusCode())
                .as("the same code again")
                .isEqualTo(401);
        assertThat(scenariosStatus(attempt.replace("rca_attempt", "rca_session")))
                .as("an attempt as a session")
                .isEqualTo(401);
    }

    private static List<String> paths(String scenario, String run) {
        return List.of(
                BASE + "/scenario/" + scenario + "/audit-trail",
                BASE + "/scenario/" + scenario + "/state-changes",
                BASE + "/scenario/" + scenario + "/run-comparison",
                BASE + "/scenario/" + scenario + "/error-summary",
                BASE + "/run/" + run + "/diagnostics",
                BASE + "/run/" + run + "/explanation",
                BASE + "/user/jdoe/journey?days=60",
                BASE + "/errors/top-categories?days=60",
                BASE + "/errors/patterns?days=60",
                BASE + "/errors/patterns/f00000000001",
                BASE + "/errors/patterns/f00000000001/fixes",
                BASE + "/logs/groups",
                BASE + "/logs/unlinked?severity=ALL&days=60",
                BASE + "/scenarios?limit=100",
                BASE + "/scenarios?q=US",
                BASE + "/runs?limit=100",
                BASE + "/runs?scenario_id=" + scenario,
                BASE + "/users",
                BASE + "/nodes?limit=100",
                BASE + "/reliability/daily?days=60",
                BASE + "/search?q=" + run,
                BASE + "/search?q=5c000000",
                BASE + "/search?q=Shares",
                BASE + "/search?q=case",
                BASE + "/search?q=lung",
                "/",
                "/overview?days=60",
                "/reliability?days=60",
                "/scenario/" + scenario,
                "/scenario/" + SEEN_SCENARIO,
                "/run/" + run,
                "/compare/" + run + "...4e000000-0000-4000-8000-000000000002",
                "/compare/" + run + "...4e000000-0000-4000-8000-000000000008",
                "/user/jdoe?days=60",
                "/users",
                "/pattern/f00000000001",
                "/node/0d000000-0000-4000-8000-000000000002",
                "/search?q=share");
    }

    /** What was asked comes back in a problem or a search box; that is no leak. */
    private static String withoutQuestion(String body, String path) {
        String left = body;
        for (String asked : List.of(HIDDEN_SCENARIO, HIDDEN_RUN, "f00000000001")) {
            if (path.contains(asked)) {
                left = left.replace(asked, "");
            }
        }
        return left;
    }

    private static List<String> scenarios(String header, String value) {
        HttpResponse<String> response = server.get(BASE + "/scenarios?limit=100", header, value);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body())
                .get("items")
                .valueStream()
                .map(row -> row.get("scenario_name").stringValue())
                .toList();
    }

    private static int scenariosStatus(String cookie) {
        return server.get(BASE + "/scenarios", "Cookie", cookie).statusCode();
    }

    private static String signIn(String key) {
        HttpResponse<String> response = post("/sign-in", "key=" + key);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return cookie(response);
    }

    private static String cookie(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static HttpResponse<String> post(String path, String form) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
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

    /** What a server knows of keys and roles is at most two seconds old. */
    private static void soon(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("soon enough").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
