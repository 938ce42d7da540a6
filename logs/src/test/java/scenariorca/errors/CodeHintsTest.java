package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodeHintsTest {
    private static final long SEED = 11;
    private static final String[] PARTS = {
        "HTTP/1.1 ",
        "http",
        "status",
        "_code",
        " code ",
        "=",
        ": ",
        "503",
        "404 ",
        "422",
        "4040",
        "Server Error",
        " Client",
        "429 Too Many",
        "SQLSTATE",
        "sqlState",
        "[",
        "40P01",
        "ORA-",
        "ora-",
        "00942",
        "pgcode",
        "ECONNREFUSED",
        "EPIPE",
        "errno",
        "Errno ",
        "111",
        "DEADLINE_EXCEEDED",
        "PERMISSION_DENIED",
        "UNAUTHENTICATED",
        "OUT_OF_RANGE",
        "grpc ",
        "rpc error: ",
        "StatusRuntimeException",
        "StatusCode.",
        "UNAVAILABLE",
        "NOT_FOUND",
        "responded with ",
        "failed ",
        "DATA_LOSS",
        "x",
        " ",
        "\"",
        "(",
        "\u0130"
    };

    @Test
    void looking_only_where_there_is_a_hint_finds_every_code() {
        var random = new Random(SEED);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int part = random.nextInt(9); part >= 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            var all = ErrorCodes.codes(text.toString(), -1);
            found += all.size();
            assertThat(ErrorCodes.codes(text.toString()))
                    .as("seed %d: <%s>", SEED, text)
                    .isEqualTo(all);
        }
        assertThat(found).isGreaterThan(4_000);
    }
}
