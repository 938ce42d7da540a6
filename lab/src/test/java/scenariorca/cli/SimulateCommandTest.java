package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.platform.Settings;

final class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void it_writes_logs_and_truth_without_a_database(@TempDir Path directory) {
        int code = run(
                "--profile",
                "incident",
                "--scale",
                "0.2",
                "--end",
                "2026-11-20T15:00:00Z",
                "--logs",
                directory.resolve("logs").toString(),
                "--truth",
                directory.resolve("truth.jsonl").toString());

        assertThat(err.toString()).contains("simulating profile incident, seed 42");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("scenarios, ").contains("calculations a minute");
        assertThat(directory.resolve("truth.jsonl")).isNotEmptyFile();
        assertThat(Files.exists(directory.resolve("logs/forecast-worker.jsonl")))
                .isTrue();
    }

    @Test
    void wrong_options_are_named_with_what_they_must_be() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--end", "yesterday", "--truth", "t")).isEqualTo(2);
        assertThat(run("--scale", "0", "--truth", "t")).isEqualTo(2);
        assertThat(run("--target", "postgres://x", "--profile", "clean")).isEqualTo(2);
        assertThat(run("--live", "--for", "soon", "--truth", "t")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--target <jdbc url>")
                .contains("'yesterday' is no time in UTC like 2026-11-20T15:00:00Z")
                .contains("from 0.1 to 1000")
                .contains("like jdbc:postgresql://")
                .contains("like 90s, 10m or 2h")
                .doesNotContain("\tat ");
    }

    @Test
    void a_database_that_does_not_answer_is_exit_code_3() {
        assertThat(run("--target", "jdbc:postgresql://127.0.0.1:1/none", "--user", "u", "--password", "secret"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no connection to").doesNotContain("secret");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "simulate";
        System.arraycopy(args, 0, all, 1, args.length);
        return RcaCommand.run(Settings.of(Map.of()), new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
