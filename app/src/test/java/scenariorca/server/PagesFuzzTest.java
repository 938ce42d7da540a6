package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

/**
 * Requests to the pages, their tables and the door, byte by byte: paths, parameters, headers, cookies, methods and forms that
 * no browser would send. The seed makes a run repeatable; {@code -Dfuzz.requests=20000} makes a long one.
 */
final class PagesFuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_210L);
    private static final String KEY = "the key of the fuzzed server";
    private static final String SCENARIO = "5c000000-0000-4000-8000-000000000001";
    private static final String RUN = "4e000000-0000-4000-8000-000000000003";
    private static final String OTHER_RUN = "4e000000-0000-4000-8000-000000000002";

    private static final List<String> PATHS = List.of(
            "/",
            "/overview",
            "/overview/days.csv",
            "/overview/{}.csv",
            "/scenario/" + SCENARIO,
            "/scenario/" + SCENARIO + "/grid.csv",
            "/scenario/{}",
            "/run/" + RUN,
            "/run/" + RUN + "/nodes.csv",
            "/run/" + RUN + "/ticket.md",
            "/run/{}",
            "/run/{}/{}",
            "/runs",
            "/runs.csv",
            "/compare",
            "/compare/" + OTHER_RUN + "..." + RUN,
            "/compare/" + OTHER_RUN + "..." + RUN + "/inputs.csv",
            "/compare/{}...{}",
            "/reliability",
            "/reliability/patterns.csv",
            "/pattern/f00000000001",
            "/pattern/f00000000001/days.csv",
            "/pattern/{}",
            "/node/0d000000-0000-4000-8000-000000000002",
            "/node/{}",
            "/users",
            "/user",
            "/user.csv",
            "/user/jdoe",
            "/user/{}",
            "/user/{}/actions.csv",
            "/search",
            "/sign-in",
            "/sign-in/start",
            "/sign-in/callback",
            "/assets/{}",
            "/assets/rca.css",
            "/favicon.ico",
            "/docs",
            "/docs/{}",
            "/{}");
    private static final List<String> PARAMETERS = List.of(
            "q",
            "days",
            "cursor",
            "page",
            "model_id",
            "therapeutic_area",
            "environment",
            "severity",
            "category",
            "outcome",
            "status",
            "scenario",
            "scenario_id",
            "user",
            "user_id",
            "a",
            "b",
            "run",
            "next",
            "out",
            "key",
            "before",
            "sort",
            "limit",
            "node",
            "view",
            "code",
            "state",
            "error",
            "api_key",
            "fingerprint");
    /** What must never come back as it was: it would end a text, a tag, an attribute or a script. */
    private static final List<String> MARKUP = List.of(
            "q7x<script>alert(1)</script>",
            "q7x\"onmouseover=alert(1) ",
            "</q7x><i>",
            "{{q7x<}}",
            "q7x<!--",
            "javascript:q7x<");

    private static final Pattern UNESCAPED = Pattern.compile("q7x<|</q7x|q7x>|=\"[^\"]*q7x\"on");
    private static final List<String> TEXTS = List.of(
            "jdoe",
            "US",
            "",
            " ",
            "30",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "\u0661",
            "2026-02-09",
            "Oncology",
            "prod",
            "failed",
            SCENARIO,
            RUN,
            "f00000000001",
            "../../etc/passwd",
            "..\\..\\x",
            "%",
            "%00",
            "\u0000",
            "\r\nX-Evil: 1",
            "\u202E",
            "\uD83D\uDE00",
            "\uFFFF",
            "' or 1=1 --",
            "${jndi:ldap://x}",
            "x".repeat(300),
            "x".repeat(5_000),
            "=1+1",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/");
    /** Not encoded at all. */
    private static final List<String> RAW = List.of(
            "%",
            "%zz",
            "%c0%af",
            "%e0%80%af",
            ";x=1",
            "//",
            "/../",
            "/./",
            "%2e%2e/",
            "%2f",
            "%5c",
            "\\",
            "\u0001",
            "|",
            "{",
            "^",
            "`",
            "%ff",
            "%61",
            "?",
            "#",
            "&&&",
            "=",
            "\u00e9",
            "<q7x>",
            "\"q7x\"");

    private static final List<String> METHODS = List.of(
            "GET",
            "GET",
            "GET",
            "GET",
            "GET",
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "OPTIONS",
            "PATCH",
            "TRACE",
            "QUERY",
            "get",
            "PROPFIND");
    private static final List<String> HEADERS = List.of(
            "Accept: application/json",
            "Accept: text/csv",
            "Accept: */*, text/html;q=x",
            "Accept-Encoding: gzip",
            "Accept-Language: q7x<script>",
            "If-None-Match: *",
            "If-None-Match: \"q7x<script>\"",
            "Range: bytes=0-1,5-",
            "Sec-Fetch-Site: cross-site",
            "Origin: https://evil.example",
            "Origin: null",
            "Referer: https://evil.example/q7x<script>",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: q7x<script>",
            "Forwarded: for=1.2.3.4;host=evil.example",
            "X-HTTP-Method-Override: DELETE",
            "X-Original-URL: /metrics",
            "X-Correlation-Id: q7x<script>",
            "HX-Request: true",
            "Authorization: Bearer a.b.c",
            "Authorization: Basic eDp5",
            "Expect: 100-continue",
            "Cookie: rca_session=",
            "Cookie: rca_session=eyJ1c2VyIjoiamRvZSJ9.AAAA",
            "Cookie: rca_session=%00; rca_attempt=q7x<script>",
            "Cookie: rca_session=" + "x".repeat(5_000),
            "Cookie: ;;=;rca_session",
            "Content-Type: application/json",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: text/plain; charset=q7x",
            "X-Long: " + "x".repeat(20_000));

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                ReportDatabase.filled("pagesfuzz"),
                ServerSettings.of(
                        Settings.of(Map.of("API_PORT", "0", "API_KEY", KEY, "API_FAILED_KEYS_PER_MINUTE", "0"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void no_request_to_a_page_breaks_it_or_comes_back_as_markup() throws IOException {
        var random = new Random(SEED);
        var statuses = new TreeMap<String, Integer>();
        for (int request = 0; request < REQUESTS; request++) {
            String text = request(random);
            String answer = send(text);
            String status = answer.length() < 12 ? "none" : answer.substring(9, 12);
            statuses.merge(status, 1, Integer::sum);
            String what = "seed %d, request %d: %.300s%n%n%.600s".formatted(SEED, request, text, answer);

            assertThat(answer).as(what).startsWith("HTTP/1.1 ");
            assertThat(status).as(what).matches("[1-4]..");
            assertThat(answer).as(what).containsIgnoringCase("X-Content-Type-Options: nosniff");
            assertThat(answer).as(what).containsIgnoringCase("Content-Security-Policy: default-src 'self'");
            assertThat(answer).as(what).doesNotContain("\r\nX-Evil", "evil.example/\r\n", "Location: //");
            assertThat(answer)
                    .as(what)
                    .doesNotContainPattern("\tat [a-z]|org\\.(apache|springframework|postgresql)\\.");
            if (answer.contains("text/html")) {
                assertThat(UNESCAPED.matcher(answer).find()).as(what).isFalse();
            }
        }
        assertThat(statuses.keySet()).containsAll(Set.of("200", "303", "400", "401", "404", "405"));
    }

    @Test
    void the_check_itself_notices_markup() {
        for (String text : MARKUP) {
            assertThat(UNESCAPED.matcher("<p title=\"" + text + "\">").find())
                    .as(text)
                    .isTrue();
        }
        assertThat(UNESCAPED
                        .matcher("<p title=\"q7x&#34;on\">q7x\"on q7x&lt;script&gt;")
                        .find())
                .isFalse();
    }

    private static String request(Random random) {
        var text = new StringBuilder(pick(METHODS, random)).append(' ');
        var path = new StringBuilder(pick(PATHS, random));
        for (int hole = path.indexOf("{}"); hole >= 0; hole = path.indexOf("{}")) {
            path.replace(hole, hole + 2, value(random));
        }
        if (random.nextInt(12) == 0) {
            path.insert(random.nextInt(path.length() + 1), pick(RAW, random));
        }
        text.append(path);
        String form = parameters(random);
        boolean hasForm = random.nextInt(4) == 0;
        if (!hasForm && !form.isEmpty()) {
            text.append('?').append(form);
        }
        text.append(" HTTP/1.1\r\nHost: ")
                .append(random.nextInt(20) == 0 ? "evil.example" : "127.0.0.1")
                .append("\r\n");
        if (random.nextInt(4) > 0) {
            text.append("X-API-Key: ").append(KEY).append("\r\n");
        }
        if (random.nextInt(5) > 0) {
            text.append("Accept: text/html\r\n");
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            text.append(pick(HEADERS, random)).append("\r\n");
        }
        if (hasForm) {
            text.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return text.append("Connection: close\r\n\r\n")
                .append(hasForm ? form : "")
                .toString();
    }

    private static String parameters(Random random) {
        var pairs = new ArrayList<String>();
        for (int count = random.nextInt(4); count > 0; count--) {
            String name = random.nextInt(15) == 0 ? value(random) : pick(PARAMETERS, random);
            pairs.add(random.nextInt(20) == 0 ? name : name + "=" + value(random));
        }
        return String.join("&", pairs);
    }

    private static String value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> pick(RAW, random);
            case 1, 2, 3 -> encode(pick(MARKUP, random));
            default -> encode(pick(TEXTS, random));
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
