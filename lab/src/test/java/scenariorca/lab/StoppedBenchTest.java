package scenariorca.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.Program;

@Tag("system")
final class StoppedBenchTest {
    @TempDir
    private Path home;

    @Test
    void a_benchmark_asked_to_end_leaves_no_server_running() throws IOException {
        try (Program program =
                Program.start(home, Map.of("RCA_HOME", home.toString()), "bench", "etl", "--scenarios", "200")) {
            program.await("making a platform");
            assertThat(isRunning()).isTrue();

            program.askToStop();

            program.awaitEnd(Duration.ofSeconds(60));
            assertThat(isRunning()).as(program.last()).isFalse();
        }
    }

    /** A server that runs has a file that says so. */
    private boolean isRunning() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("postgres"))) {
            return files.anyMatch(data -> Files.exists(data.resolve("postmaster.pid")));
        }
    }
}
