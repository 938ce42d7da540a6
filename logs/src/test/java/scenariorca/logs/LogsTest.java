package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.errors.ErrorCategory;
import scenariorca.errors.ErrorClassifier;

final class LogsTest {
    /** The lines between the markers stand in the module's README, word for word. */
    @Test
    void ten_lines_turn_events_into_understood_lines() throws Exception {
        // README
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        var events = List.of(
                new RawLogEvent(
                        "/shop", "web-1", "1", at, null, "ERROR cannot charge order 17: password=hunter2 refused"),
                new RawLogEvent("/shop", "web-1", "2", at, null, "java.net.SocketTimeoutException: Read timed out"),
                new RawLogEvent("/shop", "web-1", "3", at, null, "\tat shop.Till.charge(Till.java:17)"));
        for (Logs.Understood one : Logs.read(events, Redactor.standard(false), ErrorClassifier.standard())) {
            System.out.println(one.line().severity() + " " + one.line().message() + " " + one.error());
        }
        // README
        List<Logs.Understood> lines = Logs.read(events, Redactor.standard(false), ErrorClassifier.standard());
        assertThat(lines).isNotEmpty();
        assertThat(lines.toString()).doesNotContain("hunter2").contains("[secret]");
        assertThat(lines).anySatisfy(one -> {
            assertThat(one.error()).isNotNull();
            assertThat(one.error().category()).isEqualTo(ErrorCategory.TIMEOUT);
        });
        String readme = Files.readString(Path.of(System.getProperty("module.directory", "."), "README.md"));
        String test = Files.readString(
                Path.of(System.getProperty("module.directory", "."), "src/test/java/scenariorca/logs/LogsTest.java"));
        String shown = test.split("// README\n", 3)[1].stripTrailing();
        assertThat(readme.replaceAll("\\s+", "")).contains(shown.replaceAll("\\s+", ""));
    }

    @Test
    void a_secret_cut_by_the_end_of_an_event_is_taken_out_as_in_a_load() {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        String text = "ERROR login failed, password=Xq7-kettle-Wax91 for the till";
        for (int cut = 1; cut < text.length(); cut++) {
            var events = List.of(
                    new RawLogEvent("/shop", "web-1", "1", at, null, text.substring(0, cut)),
                    new RawLogEvent("/shop", "web-1", "2", at, null, text.substring(cut)));

            String read = Logs.read(events, Redactor.standard(false), ErrorClassifier.standard())
                    .toString();

            assertThat(read).as("cut at %d", cut).doesNotContain("kettle").doesNotContain("Wax91");
        }
    }
}
