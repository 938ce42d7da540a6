package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.Settings;

final class LogSourcesTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Settings NONE = Settings.of(Map.of());

    @TempDir
    Path folder;

    @Test
    void without_groups_and_folders_there_is_no_source() {
        assertThat(LogSources.from(NONE, LogOptions.NONE)).isEmpty();
    }

    @Test
    void a_folder_tells_its_groups() {
        write("/forecast/worker");
        write("/forecast/api");

        OpenLogSource logs = LogSources.from(NONE, new LogOptions(folder, null, List.of(), "SIT"))
                .orElseThrow();

        assertThat(logs.groups())
                .containsExactly(new WatchedGroup("/forecast/api", "sit"), new WatchedGroup("/forecast/worker", "sit"));
        assertThat(logs.isFiles()).isTrue();
    }

    @Test
    void groups_of_the_settings_say_their_environment_or_their_names_do() {
        try (var stub = new CloudWatchStub(List.of())) {
            Settings settings = stub.settings().with(LogSources.GROUPS, "/forecast/prod/api, /x=uat,,/production");

            OpenLogSource logs = LogSources.from(settings, LogOptions.NONE).orElseThrow();

            assertThat(logs.groups())
                    .containsExactly(
                            new WatchedGroup("/forecast/prod/api", "prod"),
                            new WatchedGroup("/x", "uat"),
                            new WatchedGroup("/production", null));
            assertThat(logs.address()).startsWith("CloudWatch Logs in eu-west-1");
            stub.fail(Fault.UNAVAILABLE);
            assertThat(logs.source()
                            .fetch(new LogRequest("/x", START, START.plusSeconds(1), 10), _ -> {})
                            .isComplete())
                    .isTrue();
            assertThat(stub.calls()).hasSize(2);
            logs.close();
        }
    }

    @Test
    void texts_to_look_for_are_left_to_insights() {
        try (var stub = new CloudWatchStub(List.of())) {
            var options = new LogOptions(null, null, List.of("/x"), null, List.of("run-1"));

            try (OpenLogSource logs = LogSources.from(stub.settings(), options).orElseThrow()) {
                assertThat(logs.source()).isInstanceOf(InsightsLogSource.class);
                assertThat(logs.source().isSearch()).isTrue();
            }
        }
    }

    @Test
    void a_backfill_reads_a_folder_or_a_bucket() {
        write("/forecast/api");
        assertThat(LogSources.from(NONE, new LogOptions(null, folder.toString(), List.of(), null)))
                .hasValueSatisfying(logs -> assertThat(logs.groups()).hasSize(1));
        try (var stub = new S3Stub("logs-bucket")) {
            var options = new LogOptions(null, "s3://logs-bucket/x", List.of("/forecast/api"), null);
            assertThat(LogSources.from(stub.settings(), options))
                    .hasValueSatisfying(logs -> assertThat(logs.address()).isEqualTo("s3://logs-bucket/x"));
        }
    }

    @Test
    void an_unknown_environment_is_refused() {
        assertThatThrownBy(() -> LogSources.from(NONE, new LogOptions(folder, null, List.of("/x"), "live")))
                .hasMessageContainingAll("live", "dev, sit, uat, prod");
    }

    private void write(String group) {
        LogFileWriter.write(
                folder.resolve(group.substring(1)),
                LogFileWriter.line(new RawLogEvent(group, "s", "1", START, START, "hello")));
    }
}
