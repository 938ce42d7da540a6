package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RedactionGateTest {
    private static final long SEED = 12;
    private static final String[] PARTS = {
        "password",
        "Passwd",
        "passphrase",
        "pwd",
        "SECRET",
        "api key",
        "api_key",
        "apikey",
        "access-key",
        "access_key_id",
        "privatekey",
        "signingkey",
        "secretKey",
        "token",
        "Bearer",
        "basic",
        "credentials",
        "credential",
        "authorization",
        "Set-Cookie",
        "session_id",
        "sessionkey",
        "first",
        "last",
        "patient",
        "physician",
        "display",
        "_name",
        "Name",
        " name",
        "phone",
        "mobile_number",
        "tel",
        "telno",
        "fax",
        "fax_no",
        "=",
        ":",
        ": ",
        "\": \"",
        "\\\":\\\"",
        " = ",
        "'",
        "\"",
        " ",
        "  ",
        "\t",
        "abc",
        "Jane Doe",
        "0123456789abcdef",
        "eyJhbGciOiJI",
        ".",
        ".eyJzdWIi",
        "AKIAIOSFODNN7EXAMPLE",
        "ASIA",
        "akia",
        "://",
        "https://",
        "user",
        "@",
        "x@y.example",
        "4111",
        "1111",
        "-",
        "5500005555555559",
        "378282246310005",
        "3782",
        "822463",
        "10005",
        "+49",
        "(415)",
        "415",
        "555",
        "2671",
        "89",
        "1234567",
        "12345678901234567890",
        "\u0130",
        "\n"
    };

    /** Lines that services write all day must wake no expression: one word too short and each of them costs its search. */
    @Test
    void no_word_of_a_gate_stands_in_ordinary_lines() throws IOException {
        List<String> ordinary = List.of(
                "{\"timestamp\":\"2026-11-20T10:11:12.345Z\",\"level\":\"INFO\",\"logger\":\"billing.InvoiceJob\",\"thread\":\"main\","
                        + "\"message\":\"Invoice batch computed in 123 ms\",\"environment\":\"prod\",\"service\":\"billing\"}",
                "2026-11-20 10:11:12,345 INFO [http-nio-8080-exec-4] o.s.web.servlet.DispatcherServlet - Completed 200 OK",
                "10.0.0.7 - - [20/Nov/2026:10:11:12 +0000] \"GET /api/v1/orders?page=2 HTTP/1.1\" 200 512",
                "time=2026-11-20T10:11:12Z level=warning msg=\"slow query\" duration=812ms rows=1200 component=store",
                "I1120 10:11:12.345678       1 controller.go:118] Finished syncing deployment default/web (12ms)");
        try (InputStream file = RedactionGate.class.getResourceAsStream("/logs/redaction-rules.txt")) {
            List<String> words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("gate: "))
                    .flatMap(line -> Stream.of(line.substring("gate: ".length()).split(" +")))
                    .filter(word -> !word.startsWith("#") && !word.startsWith("{"))
                    .map(word -> word.replace("\\s", " "))
                    .toList();

            assertThat(words).hasSizeGreaterThan(100);
            assertThat(ordinary)
                    .allSatisfy(line -> assertThat(words).noneMatch(line.toLowerCase(Locale.ROOT)::contains));
        }
    }

    @Test
    void a_rule_the_gate_leaves_out_would_have_found_nothing() {
        RedactionRules rules = RedactionRules.standard(true);
        var random = new Random(SEED);
        List<String> examples = RuleFile.standard().stream()
                .flatMap(entry -> entry.hits().stream())
                .map(hit -> hit.split(" => ")[0])
                .toList();
        int hits = 0;
        for (int round = 0; round < 12_000; round++) {
            var text = new StringBuilder();
            for (int part = random.nextInt(8); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            if (round % 3 == 0) {
                String example = examples.get(random.nextInt(examples.size()));
                int from = random.nextInt(2) * random.nextInt(example.length());
                text.insert(random.nextInt(2) * text.length(), example.substring(from));
            }
            List<Span> gated = rules.in(text.toString());
            hits += gated.size();
            assertThat(gated)
                    .as("seed %d: <%s>", SEED, text)
                    .isEqualTo(rules.ungated().in(text.toString()));
        }
        assertThat(hits).isGreaterThan(3_500);
    }

    @Test
    void times_and_uuids_make_no_rule_worth_trying() {
        var gate = new RedactionGate(
                RuleFile.standard().stream()
                        .filter(entry -> !entry.text("when").equals("addresses"))
                        .map(entry -> entry.words("gate"))
                        .toList(),
                List.of());

        assertThat(List.of("2026-03-01T10:00:00.123Z", "2026-03-01 10:00:00,123", "Mar  1 00:05:09 host"))
                .allMatch(time -> gate.scan(time + " INFO done").isEmpty());
        assertThat(gate.scan("run 00000000-2345-6779-0000-00000000001f done").isEmpty())
                .isTrue();
        assertThat(gate.scan("run 00000000-2345-6779-0000-00000000001f call 0041 44 668 18 00")
                        .isEmpty())
                .isFalse();
        assertThat(gate.scan("call 0041 44 668 18 00").isEmpty()).isFalse();
        assertThat(gate.scan("RSSMRA85M01H501Z").isEmpty()).isFalse();
    }
}
