package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;

final class TextEncodingTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> MARKED = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    /** In Latin and in Chinese letters, with a character of two halves. */
    private static final String EXPORT =
            "2026-03-02T10:00:01.123Z ERROR Gr\u00f6\u00dfe fehlt \ud83d\ude00\r\n\tat c.f.X.y(X.java:3)\r\n"
                    + "2026-03-02T10:00:02.123Z \u6a21\u578b\u8fd0\u884c\u5931\u8d25\uff0c\u8bf7\u68c0\u67e5\r\n";

    private static final String JSON = """
            {"logGroup":"/forecast/api","logStream":"a","eventId":"1","timestamp":1772445601123,"message":"Gr\u00f6\u00dfe"}
            {"logGroup":"/forecast/api","logStream":"a","eventId":"2","timestamp":1772445602123,"message":"\u8fd0\u884c"}
            """;

    @TempDir
    Path folder;

    @Test
    void a_log_is_the_same_in_every_encoding_with_and_without_a_byte_order_mark() {
        for (String text : List.of(EXPORT, JSON)) {
            LogFileWriter.write(folder.resolve("a"), text.getBytes(StandardCharsets.UTF_8));
            List<RawLogEvent> expected = read();
            assertThat(expected).hasSize(2);
            for (String charset : MARKED) {
                for (String mark : List.of("", "\ufeff")) {
                    LogFileWriter.write(folder.resolve("a"), (mark + text).getBytes(Charset.forName(charset)));
                    assertThat(read())
                            .as("%s, mark %s", charset, !mark.isEmpty())
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void what_is_no_text_is_refused_with_the_way_to_mend_it_and_the_other_files_are_read() {
        LogFileWriter.write(folder.resolve("a.jsonl"), JSON);
        LogFileWriter.write(folder.resolve("b.zst"), new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 4, 0, 1});
        var found = new ArrayList<RawLogEvent>();
        LogFetch fetch = new FolderLogSource(folder, null).fetch(request("/forecast/api"), found::addAll);

        assertThat(found).hasSize(2);
        assertThat(fetch.notices())
                .containsExactly("b.zst is not read: it is packed by zstd: unpack it first (zstd -d)");
    }

    @Test
    void a_folder_without_any_log_is_refused_by_what_is_in_it() {
        byte[] noise = new byte[4_000];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = (byte) (at * at * 7 % 251);
        }
        LogFileWriter.write(folder.resolve("dump.bin"), noise);

        assertThatThrownBy(() -> new FolderLogSource(folder, null).groups())
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("dump.bin is not read: it is no text");
    }

    private List<RawLogEvent> read() {
        var found = new ArrayList<RawLogEvent>();
        var source = new FolderLogSource(folder, null);
        String group = Objects.requireNonNull(source.groups().getFirst());
        source.fetch(request(group), found::addAll);
        return found;
    }

    private static LogRequest request(String group) {
        return new LogRequest(group, START, START.plusSeconds(3_600), Integer.MAX_VALUE);
    }
}
