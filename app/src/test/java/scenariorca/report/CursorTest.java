package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scenariorca.platform.RcaException;

final class CursorTest {
    private static final Cursor.Scope SCOPE = new Cursor.Scope("runs", "filter");

    @Test
    void what_is_written_is_read_again() {
        Instant time = Instant.parse("2026-01-31T10:15:00.123456Z");
        UUID id = new UUID(1, 2);
        String text = SCOPE.write(List.of(time, id, "a\"b\u0130"));

        Cursor cursor = SCOPE.read(text);

        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.instant(cursor, 0)).isEqualTo(time);
        assertThat(Cursor.uuid(cursor, 1)).isEqualTo(id);
        assertThat(Cursor.text(cursor, 2)).isEqualTo("a\"b\u0130");
        assertThat(SCOPE.read(null)).isNull();
        assertThat(Cursor.text(null, 0)).isNull();
    }

    @Test
    void no_change_of_a_cursor_goes_unnoticed() {
        String text = SCOPE.write(List.of("one", 2));
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            String damaged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            refused(SCOPE, damaged, "seed " + seed);
        }
    }

    @Test
    void a_cursor_of_another_list_or_filter_and_nonsense_are_refused_by_name() {
        String text = SCOPE.write(List.of("one"));

        refused(new Cursor.Scope("users", "filter"), text, "another list");
        refused(new Cursor.Scope("runs", "other"), text, "another filter");
        for (String nonsense : List.of("", "x", "====", "!", "\u0130", "A".repeat(5_000))) {
            refused(SCOPE, nonsense, nonsense);
        }
    }

    private static void refused(Cursor.Scope scope, String text, String why) {
        assertThatExceptionOfType(RcaException.class)
                .as(why)
                .isThrownBy(() -> scope.read(text))
                .withMessageStartingWith("cursor must be")
                .matches(e -> e.getMessage().length() < 250);
    }
}
