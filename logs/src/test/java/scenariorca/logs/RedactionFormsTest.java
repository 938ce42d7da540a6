package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Secrets and people in the forms of many programs, services and languages, and lines that only look like them. */
final class RedactionFormsTest {
    private static final Redactor REDACTOR = Redactor.standard(false);
    private static final int ROUNDS = 3;
    private static final UnaryOperator<String> JSON = text ->
            "{\"message\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";

    @Test
    void no_form_leaks_a_secret_whichever_it_is() throws IOException {
        assertThat(leaks(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void no_form_leaks_within_json_or_json_in_json() throws IOException {
        assertThat(leaks(JSON)).isEmpty();
        assertThat(leaks(text -> JSON.apply(JSON.apply(text)))).isEmpty();
    }

    @Test
    void redacting_a_form_twice_changes_nothing() throws IOException {
        for (String form : lines("redaction-forms.tsv")) {
            String once = REDACTOR.redact(
                            MadeSecrets.of(text(form), new Random(1)).text())
                    .text();
            assertThat(REDACTOR.redact(once).text()).as(form).isEqualTo(once);
        }
    }

    @Test
    void a_form_cut_short_anywhere_is_read_without_failing() throws IOException {
        for (String form : lines("redaction-forms.tsv")) {
            String whole = MadeSecrets.of(text(form), new Random(1)).text();
            for (int cut = 0; cut < whole.length(); cut++) {
                String part = whole.substring(0, cut);
                assertThatCode(() -> REDACTOR.redact(part)).as(part).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void look_alikes_stay_as_they_are() throws IOException {
        List<String> touched = lines("redaction-look-alikes.txt").stream()
                .map(line -> line.replace('¶', '\n'))
                .filter(line -> !REDACTOR.redact(line).text().equals(line))
                .map(line -> line + " | " + REDACTOR.redact(line).text())
                .toList();

        assertThat(touched).isEmpty();
    }

    private static List<String> leaks(UnaryOperator<String> writing) throws IOException {
        var leaks = new ArrayList<String>();
        for (int round = 1; round <= ROUNDS; round++) {
            int number = 0;
            for (String form : lines("redaction-forms.tsv")) {
                MadeSecrets made = MadeSecrets.of(text(form), new Random(round * 1_000_003L + number++ * 7919L));
                String left = REDACTOR.redact(writing.apply(made.text())).text();
                if (made.secrets().stream().anyMatch(secret -> RedactionCorpusTest.isReadable(left, secret))) {
                    leaks.add(form + " | " + writing.apply(made.text()) + " | " + left);
                }
            }
        }
        return leaks;
    }

    static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    static List<String> lines(String resource) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RedactionFormsTest.class.getResourceAsStream("/logs/" + resource)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
