package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.PlainOwner;
import scenariorca.SourcePlatform;
import scenariorca.TestDatabase;
import scenariorca.cli.RcaCommand;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;

/** The whole life of a warehouse whose owner is a plain user, bound by its own policies. */
final class PlainOwnerTest {
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

    @TempDir
    private Path home;

    @Test
    void it_is_loaded_with_logs_verified_backed_up_and_restored() {
        Path logs = home.resolve("logs");
        try (SourcePlatform platform = SourcePlatform.simulated(Profile.CLEAN, 7, 0.2, END, logs);
                PlainOwner warehouse = new PlainOwner("plain");
                TestDatabase unused = TestDatabase.create("unused")) {
            Settings settings = warehouse.settings(platform.settings(unused)).with("RCA_HOME", home.toString());
            Path backup = home.resolve("warehouse.zip");

            rca(settings, "etl", "--full", "--log-files", logs.toString());
            rca(settings, "etl", "--incremental", "--log-files", logs.toString());
            rca(settings, "verify");
            rca(settings, "backup", "--out", backup.toString());
            rca(settings, "restore", "--from", backup.toString(), "--replace");
            rca(settings, "verify");
            assertThat(rca(settings, "patterns")).isNotEmpty();
        }
    }

    private static String rca(Settings settings, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(RcaCommand.run(settings, new PrintWriter(out, true), new PrintWriter(err, true), args))
                .as("rca %s%n%s%s", String.join(" ", args), out, err)
                .isZero();
        return out.toString();
    }
}
