package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeamsTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Redactor REDACTOR = Redactor.standard(false);

    private int number;

    @Test
    void a_text_cut_at_any_place_into_two_events_leaks_nothing() {
        var leaks = new ArrayList<String>();
        int turn = 0;
        for (RedactionCorpusTest.Case one : RedactionCorpusTest.positives()) {
            // Every form as it is, some of each other writing: each has a hundred places to be cut.
            if (!one.writing().equals("plain") && turn++ % 5 != 0) {
                continue;
            }
            String text = "2026-03-02 10:00:01 ERROR w: " + one.text() + " after 3 tries";
            for (int cut = 1; cut < text.length(); cut++) {
                String left = String.join("", stored(text.substring(0, cut), text.substring(cut)));
                if (RedactionCorpusTest.isReadable(left, one.secret())) {
                    leaks.add(one.writing() + " at " + cut + ": " + text + " | " + left);
                    break;
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void a_form_cut_into_two_events_leaks_nothing_that_it_hides_as_a_whole() throws IOException {
        var leaks = new ArrayList<String>();
        int turn = 0;
        for (String form : RedactionFormsTest.lines("redaction-forms.tsv")) {
            MadeSecrets made = MadeSecrets.of(RedactionFormsTest.text(form), new Random(++turn * 7919L));
            String text = "2026-03-02 10:00:01 ERROR w: " + made.text() + (turn % 2 == 0 ? "" : " after 3 tries");
            if (isReadable(REDACTOR.redact(text).text(), made)) {
                continue; // the words behind it are prose that a password in plain words goes on in
            }
            // Another one of every four places each: all of them take a minute.
            for (int cut = 1 + turn % 4; cut < text.length(); cut += 4) {
                String left = String.join("", stored(text.substring(0, cut), text.substring(cut)));
                if (isReadable(left, made)) {
                    leaks.add(cut + ": " + text + " | " + left);
                    break;
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    private static boolean isReadable(String text, MadeSecrets made) {
        return made.secrets().stream().anyMatch(secret -> RedactionCorpusTest.isReadable(text, secret));
    }

    @Test
    void an_old_and_a_new_value_an_object_and_a_long_number_go_where_the_seam_parts_them() {
        assertThat(stored("password changed from kX7_pQ2m", " to aB3$kL9%qZ"))
                .containsExactly("password changed from [secret]", " to [secret]");
        assertThat(stored("\"master_password\": ", "{\"value\": \"Zq9kLmT4vW2\"}"))
                .last()
                .asString()
                .doesNotContain("Zq9k");
        assertThat(stored("enter password: ", "{\"time\": 7, \"msg\": \"started\"}"))
                .last()
                .isEqualTo("{\"time\": 7, \"msg\": \"started\"}");
        assertThat(stored(
                        "https://hooks.slack.com/workflows/T9I04C9DB/AMFJICTXJ/44",
                        "5958682289690220/lIebowSKcuUwLfSUKEyFmMvM"))
                .containsExactly("https://hooks.slack.com/workflows/[webhook]", "[webhook]");
    }

    @Test
    void a_key_cut_within_a_line_goes_on_both_sides() {
        assertThat(stored(
                        "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\ndk2FzbStFk09pDSJhSQyekv",
                        "pQe+BDI7W1RXNS8TlDTvYyBHObrcFTj7\n=v8mk\n-----END PGP PRIVATE KEY BLOCK-----"))
                .allSatisfy(text -> assertThat(text).doesNotContain("dk2F", "pQe", "v8mk"));
    }

    @Test
    void both_halves_say_what_was_there_and_it_is_counted_once() {
        var seams = new Seams(REDACTOR);
        var parts = new ArrayList<>(seams.add(event("{\"db_password\": \"Zq9k", START)));
        parts.addAll(seams.add(event("LmT4vW2\", \"run\": 7}", START.plusMillis(1))));
        parts.addAll(seams.flush());

        assertThat(parts)
                .extracting(part -> part.event().message())
                .containsExactly("{\"db_password\": \"[secret]", "[secret]\", \"run\": 7}");
        assertThat(parts).extracting(Seams.Part::redactions).containsExactly(Map.of("secret", 1), Map.of());
    }

    @Test
    void a_key_written_line_by_line_goes_to_its_end_and_other_lines_stay() {
        assertThat(stored(
                        "-----BEGIN RSA PRIVATE KEY-----",
                        "MIIEowIBAAKCAQEAz7Vq3xAbCdEfGhIjKlMnOpQrStUvWxYz0123456789ABCDEF",
                        "2026-03-02 10:00:02 INFO another thread",
                        "2026-03-02 10:00:02 DEBUG MIIEowIBAAKCAQEAz7Vq3xAbCdEfGhIjKlMnOpQrStUvWxYz0123456789ABCDEF",
                        "q3xAbC==",
                        "-----END RSA PRIVATE KEY-----",
                        "done"))
                .containsExactly(
                        "[private_key]",
                        "[private_key]",
                        "2026-03-02 10:00:02 INFO another thread",
                        "2026-03-02 10:00:02 DEBUG [private_key]",
                        "[private_key]",
                        "[private_key]",
                        "done");
    }

    @Test
    void a_record_of_its_own_loses_nothing_to_the_one_before() {
        String record = "2026-03-02 10:00:02 INFO started";
        assertThat(stored("enter password:", record)).containsExactly("enter password:", record);
        assertThat(stored("sent to jane@example.org", "bob@example.org is next"))
                .containsExactly("sent to [email]", "[email] is next");
        assertThat(stored("version 10.2", "7 rows written")).containsExactly("version 10.2", "7 rows written");
    }

    @Test
    void streams_and_late_events_are_not_joined() {
        var seams = new Seams(REDACTOR);
        var parts = new ArrayList<>(seams.add(event("password=", START)));
        parts.addAll(seams.add(event("Started engine", START.plusSeconds(60))));
        parts.addAll(seams.flush());
        assertThat(parts).extracting(part -> part.event().message()).containsExactly("password=", "Started engine");
    }

    private List<String> stored(String... texts) {
        var seams = new Seams(REDACTOR);
        var parts = new ArrayList<Seams.Part>();
        for (String text : texts) {
            parts.addAll(seams.add(event(text, START.plusMillis(number))));
        }
        parts.addAll(seams.flush());
        return parts.stream()
                .map(part -> REDACTOR.redact(part.event().message()).text())
                .toList();
    }

    private LogEvent event(String text, Instant time) {
        return LogEvent.of(new RawLogEvent("/g", "s", "id " + number++, time, null, text));
    }
}
