package scenariorca.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Utf8StreamTest {
    @Test
    void a_text_longer_than_the_buffers_keeps_every_character() throws IOException {
        String text = "a\ud83d\ude00\u00e9\n".repeat(20_000) + "\ud83d";
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE));
        try (var stream = new Utf8Stream(bytes, StandardCharsets.UTF_16LE)) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text.substring(0, text.length() - 1) + "\ufffd");
        }
    }
}
