package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void colours_and_links_and_titles_of_a_terminal_go_and_the_words_stay() {
        assertThat(PlainText.of("\u001b[1;31mERROR\u001b[0;39m \u001b[38;5;196mx\u001b[m y\u001b[K"))
                .isEqualTo("ERROR x y");
        assertThat(
                        PlainText.of(
                                "\u001b]8;;https://x.example\u001b\\link\u001b]8;;\u0007 \u001b]0;title\u0007\u001b(Bok\u009b32m!"))
                .isEqualTo("link ok!");
    }

    @Test
    void a_code_whose_escape_character_was_printed_or_lost_goes_too() {
        assertThat(PlainText.of("{\"m\":\"\\u001b[31mERROR\\u001B[0m a\"}")).isEqualTo("{\"m\":\"ERROR a\"}");
        assertThat(PlainText.of("{\\\"m\\\":\\\"\\\\u001b[31mred\\\\u001b[0m\\\"}"))
                .isEqualTo("{\\\"m\\\":\\\"red\\\"}");
        assertThat(PlainText.of("^[[31mERROR^[[0m #033[1mbold#033[0m \\x1b[32mgreen\\033[0m"))
                .isEqualTo("ERROR bold green");
        assertThat(PlainText.of("[31mERROR[0m: [1;32mok[m")).isEqualTo("ERROR: ok");
    }

    @Test
    void brackets_that_are_words_stay() {
        for (String text : new String[] {
            "rate(x[5m]) over [15m] of time",
            "[main] INFO a[0] = b[10]",
            "[0m] [m] range[3]",
            "C:\\temp\\new [x]",
            "a[b[c]]"
        }) {
            assertThat(PlainText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void line_ends_become_one_kind_and_what_no_eye_sees_goes() {
        assertThat(PlainText.of("a\r\nb\rc\u0085d\ttab")).isEqualTo("a\nb\nc\nd\ttab");
        assertThat(PlainText.of("\ufeffpass\u0000wo\u200brd\b=x\u202e")).isEqualTo("password=x");
        assertThat(PlainText.of("f\u00fcr \u5bc6\u7801 \ud83d\ude00 \u2013 ok"))
                .isEqualTo("f\u00fcr \u5bc6\u7801 \ud83d\ude00 \u2013 ok");
    }

    @Test
    void twice_is_as_once_on_any_text() {
        String letters = "\u001b\u009b\u0007\\[]0;31mKu001bx33^#P_\r\n\u0000 ab\u200b";
        var random = new Random(21);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String once = PlainText.of(text.toString());
            assertThat(PlainText.of(once)).as("seed 21: <%s>", text).isEqualTo(once);
            assertThat(once).doesNotContain("\u001b", "\u0000", "\r");
        }
    }
}
