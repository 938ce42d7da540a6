package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RedactorTest {
    private static final Redactor REDACTOR = Redactor.standard(false);

    @TestFactory
    List<DynamicTest> the_corpus_is_redacted_as_written_and_look_alikes_survive() throws IOException {
        return corpus().stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] columns = line.split("\t");
                    assertThat(REDACTOR.redact(columns[0]).text()).isEqualTo(columns[columns.length - 1]);
                }))
                .toList();
    }

    @Test
    void redacting_twice_changes_nothing_on_the_corpus_shuffled_together() throws IOException {
        List<String> corpus = corpus().stream().map(line -> line.split("\t")[0]).toList();
        var random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int part = 0; part < 4; part++) {
                String line = corpus.get(random.nextInt(corpus.size()));
                int from = random.nextInt(line.length());
                text.append(line, from, from + random.nextInt(line.length() - from + 1))
                        .append(random.nextInt(3) == 0 ? " " : "");
            }
            assertStable(text.toString(), Redactor.standard(round % 2 == 0));
        }
    }

    @Test
    void redacting_twice_changes_nothing_on_random_bytes() {
        var random = new Random(6);
        String alphabet = "@:/=.+-_ \"'[]{}()0123456789eyJAKIApasswordtokenname\u0130\u0131\n\t\\";
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(120); at > 0; at--) {
                text.append(
                        round % 4 == 0
                                ? (char) random.nextInt(0x10000)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertStable(text.toString(), REDACTOR);
        }
    }

    @Test
    void uuids_survive_wherever_they_stand() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            String text = "run=" + id + " (" + id + ") run_id: " + id + " {\"requestId\":\"" + id + "\"} " + id + ".";

            assertThat(REDACTOR.redact(text)).isEqualTo(new Redacted(text, Map.of()));
        }
    }

    @Test
    void what_was_left_out_is_counted_per_kind() {
        assertThat(REDACTOR.redact("a@b.example and c@d.example, password=x").counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("email", 2, "secret", 1));
    }

    @Test
    void addresses_go_only_when_asked_for() {
        assertThat(REDACTOR.redact("from 10.1.2.3:80").text()).isEqualTo("from 10.1.2.3:80");
        assertThat(Redactor.standard(true).redact("from 10.1.2.3:80").text()).isEqualTo("from [ip]:80");
    }

    @Test
    void an_installation_adds_rules_and_a_wrong_one_is_named() {
        Redactor own =
                REDACTOR.with(List.of("# staff numbers", "staff\t\\bST-\\d{4}\\b", "badge\t(?<kept>badge )\\d+"));

        assertThat(own.redact("ST-1234 with badge 77").text()).isEqualTo("[staff] with badge [badge]");
        assertThatThrownBy(() -> REDACTOR.with(List.of("", "staff\t(")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    private static void assertStable(String text, Redactor redactor) {
        String once = redactor.redact(text).text();
        Redacted twice = redactor.redact(once);
        assertThat(twice.text()).as("redacting <%s> twice", text).isEqualTo(once);
    }

    private static List<String> corpus() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RedactorTest.class.getResourceAsStream("/logs/redaction.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
