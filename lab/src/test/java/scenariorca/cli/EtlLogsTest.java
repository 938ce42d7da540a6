package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.cloudwatch.LogService;
import scenariorca.platform.Settings;

/** What {@code rca etl} says of log groups, and which exit code a script gets. */
final class EtlLogsTest {
    private static final String EVENT = """
            {"logGroup":"/a","logStream":"s","eventId":"1","timestamp":%d,"ingestionTime":%d,"message":"ERROR x"}
            """;

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(Settings settings, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RcaCommand.run(settings, new PrintWriter(out), new PrintWriter(err), args);
        return new Outcome(code, out.toString(), err.toString());
    }

    @Test
    void a_log_group_that_failed_is_named_and_the_exit_code_is_1_while_the_rest_is_loaded() throws IOException {
        long at = System.currentTimeMillis() - 60_000;
        Files.writeString(folder.resolve("a.jsonl"), EVENT.formatted(at, at));
        try (SourcePlatform platform = SourcePlatform.of(1, 2, 2);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform);
                LogService service = LogService.of(folder)) {
            Settings settings = warehouse.settings();
            for (var entry : service.settings().entrySet()) {
                settings = settings.with(entry.getKey(), entry.getValue());
            }
            settings = settings.with("CLOUDWATCH_LOG_GROUPS", "/a,/b=prod,/b");
            assertThat(run(settings, "etl", "--full").code()).isZero();

            service.refuse(400, "ResourceNotFoundException");
            Outcome outcome = run(settings, "etl", "--incremental");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("2 of 2 log groups could not be read to the end: /a, /b");
            assertThat(outcome.out()).contains("note: log group /a: there is no log group /a");
            assertThat(warehouse.value("select count(*) from fact_scenario_run"))
                    .isEqualTo("2");
        }
    }

    @Test
    void a_folder_of_log_files_that_is_not_there_is_a_wrong_setting() {
        try (SourcePlatform platform = SourcePlatform.of(1, 2, 2);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            String missing = folder.resolve("missing").toString();
            for (String[] more : new String[][] {{}, {"--log-group", "/a"}}) {
                var args = new String[] {"etl", "--incremental", "--log-files", missing};
                var all = new String[args.length + more.length];
                System.arraycopy(args, 0, all, 0, args.length);
                System.arraycopy(more, 0, all, args.length, more.length);
                Outcome outcome = run(warehouse.settings(), all);
                assertThat(outcome.code()).isEqualTo(2);
                assertThat(outcome.err()).contains("there is no folder " + missing);
            }
        }
    }
}
