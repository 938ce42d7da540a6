package scenariorca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.cloudwatch.OpenLogSource;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

final class LogSettingsTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_redaction_rules_file_that_cannot_be_used_is_named_with_what_is_wrong_and_how_to_mend_it()
            throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.txt"), "# ours\norder_id\tORD-[0-9+\n");
        Path binary = Files.write(directory.resolve("binary.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(failure(broken)).contains(broken.toString(), "line 2: Unclosed character class");
        assertThat(failure(binary)).contains(binary.toString(), "it is no UTF-8 text; save it as such");
        assertThat(failure(directory.resolve("none.txt"))).contains("there is no such file; correct the path");
        assertThat(failure(directory)).contains(directory.toString());
    }

    private static String failure(Path rules) {
        var settings = Settings.of(Map.of("LOG_REDACTION_RULES", rules.toString()));
        var watched = new OpenLogSource(new InMemoryLogSource(List.of()), List.of(), true, "memory", () -> {});
        RcaException failure = Assertions.catchThrowableOfType(
                RcaException.class, () -> LogSettings.plan(settings, watched, LogLoadOptions.NONE));
        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        return String.valueOf(failure.getMessage());
    }
}
