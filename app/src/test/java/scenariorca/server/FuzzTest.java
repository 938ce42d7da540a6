package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Requests made from the OpenAPI document itself: every endpoint, with parameters that are good, at the edge, of the wrong
 * kind, too many, or hostile. The seed makes a run repeatable; {@code -Dfuzz.requests=20000} makes a long one.
 */
final class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_210L);
    private static final int THREADS = 4;
    private static final TestServer SERVER = TestServer.start("fuzz", null);
    private static final Contract CONTRACT = new Contract(SERVER);

    private static final List<String> IDS = List.of(
            "5c000000-0000-4000-8000-000000000001",
            "5c000000-0000-4000-8000-000000000003",
            "4e000000-0000-4000-8000-000000000003",
            "4e000000-0000-4000-8000-000000000010",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "5C000000-0000-4000-8000-000000000001",
            "1-1-1-1-1",
            "5c00",
            "not-an-id");
    private static final List<String> TEXTS = List.of(
            "jdoe",
            "US",
            "Shares",
            "f00000000001",
            "validation",
            "Oncology",
            "=cmd()",
            "a",
            "",
            " ",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "../../etc/passwd",
            "\u0000",
            "\r\nX: y",
            "\u202Eevil",
            "\uD83D\uDE00",
            "\uFFFF",
            "x".repeat(201),
            "x".repeat(3_000),
            "null",
            "-1",
            "NaN",
            "1e999",
            "0x10",
            "\u0130",
            "\u00DF");
    private static final List<String> NUMBERS = List.of(
            "1",
            "2",
            "30",
            "100",
            "1000",
            "0",
            "-1",
            "1001",
            "3660",
            "3661",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "1e3",
            " 7",
            "+7",
            "\u0661",
            "",
            "x");
    private static final List<String> TIMES = List.of(
            "2026-02-09",
            "2026-02-09T11:05:00Z",
            "2026-02-09T11:05:00+14:00",
            "2026-02-30",
            "0000-01-01",
            "9999-12-31",
            "-9999-01-01",
            "2026-02-09T25:00:00Z",
            "yesterday",
            "1700000000",
            "",
            "2026-02-09T11:05:00.123456789Z");
    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "text/csv",
            "*/*",
            "text/html",
            "image/png",
            "application/json;q=0, text/csv",
            "a/b;q=x",
            "");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void no_request_brings_a_5xx_or_an_answer_outside_the_document() throws Exception {
        Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
        List<Map.Entry<String, JsonNode>> operations = CONTRACT.document()
                .get("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var parts = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var random = new Random(SEED + thread);
                parts.add(threads.submit(() -> {
                    for (int request = 0; request < REQUESTS / THREADS; request++) {
                        ask(operations.get(random.nextInt(operations.size())), random, statuses);
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        }
        var counts = new TreeMap<String, Long>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        assertThat(counts.keySet()).contains("200", "400", "404");
        assertThat(counts.keySet()).allMatch(status -> status.compareTo("500") < 0);
    }

    private static void ask(Map.Entry<String, JsonNode> operation, Random random, Map<String, LongAdder> statuses) {
        var query = new ArrayList<String>();
        String path = operation.getKey();
        for (JsonNode parameter : operation.getValue().at("/get/parameters")) {
            String name = parameter.get("name").stringValue();
            if (parameter.get("in").stringValue().equals("path")) {
                String value = value(parameter, random);
                // Without a segment, or with dots, it would be another path.
                path = path.replace("{" + name + "}", value.isEmpty() || value.startsWith("..") ? "x" : encode(value));
            } else if (random.nextInt(3) == 0
                    || parameter.path("required").asBoolean(false) && random.nextInt(10) > 0) {
                for (int times = random.nextInt(12) == 0 ? 2 : 1; times > 0; times--) {
                    query.add(name + "=" + encode(value(parameter, random)));
                }
            }
        }
        if (random.nextInt(25) == 0) {
            query.add(
                    pick(TEXTS, random).isEmpty()
                            ? "&&"
                            : encode(pick(TEXTS, random)) + "=" + encode(pick(TEXTS, random)));
        }
        String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        var headers = new ArrayList<String>();
        if (random.nextInt(4) == 0) {
            headers.add("Accept");
            headers.add(pick(ACCEPTS, random));
        }
        if (random.nextInt(10) == 0) {
            headers.add("If-None-Match");
            headers.add(pick(List.of("*", "\"x\"", "W/\"x\", \"y\"", "\"", "\"" + "a".repeat(500) + "\""), random));
        }
        HttpResponse<String> response = SERVER.get(target, headers.toArray(String[]::new));
        statuses.computeIfAbsent(Integer.toString(response.statusCode()), _ -> new LongAdder())
                .increment();
        assertThat(response.statusCode())
                .as("%s %s %s", target, headers, response.body())
                .isLessThan(500);
        // A path that Tomcat itself refuses, such as one with an encoded slash, reaches no operation.
        boolean isRefusedUnread =
                response.statusCode() == 400 && response.body().contains("could not be understood");
        if (!isRefusedUnread && !response.body().contains("There is nothing at this path")) {
            CONTRACT.check(response);
        }
    }

    private static String value(JsonNode parameter, Random random) {
        JsonNode schema =
                parameter.path("schema").has("items") ? parameter.at("/schema/items") : parameter.path("schema");
        if (random.nextInt(8) == 0) {
            return pick(random.nextBoolean() ? TEXTS : NUMBERS, random);
        }
        if (schema.has("enum") && random.nextInt(4) > 0) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asString();
        }
        String format = schema.path("format").asString("");
        String type = schema.path("type").asString("");
        if (format.equals("uuid")) {
            return pick(IDS, random);
        }
        if (type.equals("integer")) {
            return pick(NUMBERS, random);
        }
        String name = parameter.get("name").stringValue();
        if (name.endsWith("_date")) {
            return pick(TIMES, random);
        }
        return pick(TEXTS, random);
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
