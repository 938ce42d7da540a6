package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.App;
import scenariorca.platform.Settings;

/** What somebody reads who asks before anything was loaded, and what is left behind. */
final class FirstUseTest {
    private static final List<String> QUESTIONS =
            List.of("explain f0e00001", "compare f0e00001", "patterns", "patterns edits", "unlinked", "keys", "roles");

    @TempDir
    Path home;

    private record Outcome(int code, String text) {}

    private Outcome run(String... args) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        return new Outcome(RcaCommand.run(settings(), writer, writer, args), text.toString());
    }

    private Settings settings() {
        return Settings.of(Map.of("RCA_HOME", home.resolve("rca").toString()));
    }

    @Test
    void a_question_without_a_warehouse_says_what_to_do_and_makes_none() {
        for (String question : QUESTIONS) {
            Outcome outcome = run(question.split(" "));
            assertThat(outcome.code()).as(question).isEqualTo(2);
            assertThat(outcome.text())
                    .as(question)
                    .hasLineCount(1)
                    .contains("there is no warehouse", "./rca etl --full", "./rca demo");
        }
        assertThat(home.resolve("rca")).doesNotExist();
    }

    @Test
    void a_question_to_an_empty_database_says_what_to_do_and_leaves_no_server() throws IOException {
        App.open(settings()).close();
        for (String question : QUESTIONS) {
            Outcome outcome = run(question.split(" "));
            assertThat(outcome.code()).as(question).isEqualTo(2);
            assertThat(outcome.text())
                    .as(question)
                    .hasLineCount(1)
                    .contains("has no tables yet; run ./rca migrate, or ./rca etl --full");
        }
        try (var files = Files.walk(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("postmaster.pid");
        }
    }

    @Test
    void help_tells_of_a_command_as_its_own_option_does() {
        assertThat(run("help", "explain")).isEqualTo(run("explain", "--help"));
        assertThat(run("help", "explain").code()).isZero();
        assertThat(run("help", "nonsense").code()).isEqualTo(2);
    }

    @Test
    void doctor_tells_the_port_of_this_installation_from_that_of_another() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(ServingMark.isHeld(home, port)).isFalse();
            try (var _ = ServingMark.make(home, port)) {
                assertThat(ServingMark.isHeld(home, port)).isTrue();
                assertThat(ServingMark.isHeld(home.resolve("other"), port)).isFalse();
            }
            assertThat(ServingMark.isHeld(home, port)).isFalse();
        }
    }
}
