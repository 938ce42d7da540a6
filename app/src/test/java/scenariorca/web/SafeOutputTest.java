package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may not reach a browser as it is. */
final class SafeOutputTest {
    @Test
    void control_characters_are_shown_and_never_sent() {
        assertThat(safe("a\u0000b\u001b[31mred\u007f")).isEqualTo("a␀b␛[31mred␡");
        assertThat(safe("line\r\nline\ttab")).isEqualTo("line\nline\ttab");
        assertThat(safe("\u0085")).isEqualTo("�");
    }

    @Test
    void marks_that_turn_the_direction_of_writing_are_named() {
        assertThat(safe("evil\u202Etxt.exe")).isEqualTo("evil[U+202E]txt.exe");
        assertThat(safe("\u2067x\u2069")).isEqualTo("[U+2067]x[U+2069]");
    }

    @Test
    void ordinary_texts_of_all_languages_stay_as_they_are() {
        String text = "Müller, 日本語, עברית, العربية, 😀 <b> & \"q\"";
        assertThat(safe(text)).isEqualTo(text);
    }

    private static String safe(String text) {
        var output = new SafeOutput();
        output.writeContent(text);
        return output.toString();
    }
}
