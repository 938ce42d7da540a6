package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void a_rule_the_gate_leaves_out_would_have_found_nothing() {
        var random = new Random(SEED);
        int hits = 0;
        for (int round = 0; round < 60_000; round++) {
            var text = new StringBuilder();
            for (int part = random.nextInt(10); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            int gate = RedactionGate.scan(text.toString());
            for (RedactionRule rule : RedactionRules.standard(true)) {
                var count = new AtomicInteger();
                rule.apply(text.toString(), count::incrementAndGet);
                hits += count.get();
                assertThat(count.get() == 0 || (rule.gate() & gate) != 0)
                        .as("seed %d: %s in <%s>", SEED, rule.kind(), text)
                        .isTrue();
            }
        }
        assertThat(hits).isGreaterThan(8_000);
    }
}
