package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.Program;
import scenariorca.SourcePlatform;
import scenariorca.TestDatabase;
import scenariorca.cloudwatch.LogService;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;

/** Marked secrets in every place where there is one, and everything that is said, written or shown searched for them. */
@Tag("system")
final class SecretsTest {
    private static final String MARK = "mArKeD-";
    private static final List<String> NAMES = List.of(
            "SOURCE_DB_HOST",
            "SOURCE_DB_PORT",
            "SOURCE_DB_NAME",
            "REPORTING_DB_HOST",
            "REPORTING_DB_PORT",
            "REPORTING_DB_NAME");

    @TempDir
    Path directory;

    @Test
    void a_secret_is_in_no_line_no_file_and_no_list_of_processes_even_where_everything_is_logged() throws Exception {
        Path work = Files.createDirectory(directory.resolve("work"));
        try (SourcePlatform platform = SourcePlatform.of(1, 3, 2);
                TestDatabase warehouse = TestDatabase.create("secrets");
                LogService aws = LogService.of(Files.createDirectory(directory.resolve("logs")))) {
            platform.execute("""
                    drop role if exists marked; create role marked superuser login password '%1$sdatabase'
                    """.formatted(MARK));
            Map<String, String> settings = settings(platform.settings(warehouse), aws);
            settings.put("RCA_HOME", work.resolve("home").toString());
            try (Program program = Program.start(work, settings, "serve", "--etl")) {
                String url = program.await("Serving at (http://\\S+)");
                program.await("(loaded mode=incremental)");
                ask(url);
                assertThat(processes(program)).isNotEmpty().noneMatch(line -> line.contains(MARK));
                program.askToStop();
                program.awaitEnd(Duration.ofSeconds(40));

                assertThat(program.lines()).hasSizeGreaterThan(20).noneMatch(line -> line.contains(MARK));
                assertThat(program.lines().stream().filter(line -> !line.startsWith("Serving at")))
                        .as("one object a line")
                        .allSatisfy(
                                line -> assertThat(Json.read(line).get("level").asString())
                                        .isNotEmpty());
            }
            for (String[] command : new String[][] {
                {"doctor"},
                {"doctor", "--json"},
                {"--debug", "etl"},
                {"--debug", "verify"},
                {"etl", "--full", "--json"},
                {"--debug", "explain", "00000000-0000-4000-8000-000000000000"},
                {"backup", "--out", work.resolve("b.zip").toString()}
            }) {
                assertThat(run(settings, command)).as(String.join(" ", command)).doesNotContain(MARK);
            }
            for (String broken : List.of("SOURCE_DB_PASSWORD", "REPORTING_DB_PASSWORD", "AWS_ENDPOINT_URL")) {
                var wrong = new HashMap<>(settings);
                wrong.put(broken, broken.startsWith("AWS") ? "http://127.0.0.1:1" : MARK + "wrong");
                assertThat(run(wrong, "doctor"))
                        .as("doctor, %s", broken)
                        .contains("MEND")
                        .doesNotContain(MARK);
                assertThat(run(wrong, "--debug", "etl")).as("etl, %s", broken).doesNotContain(MARK);
            }
            assertThat(files(work)).isEmpty();
            warehouse.execute("drop owned by marked");
            platform.execute("drop owned by marked; drop role marked");
        }
    }

    private static Map<String, String> settings(Settings base, LogService aws) {
        var settings = new HashMap<String, String>();
        NAMES.forEach(name -> settings.put(name, base.text(name).orElseThrow()));
        settings.putAll(aws.settings());
        settings.put("AWS_SECRET_ACCESS_KEY", MARK + "aws");
        settings.put("AWS_SESSION_TOKEN", MARK + "token");
        settings.put("AWS_MAX_ATTEMPTS", "1");
        settings.put("CLOUDWATCH_LOG_GROUPS", "/forecast/api=prod");
        settings.put("SOURCE_DB_USER", "marked");
        settings.put("SOURCE_DB_PASSWORD", MARK + "database");
        settings.put("REPORTING_DB_USER", "marked");
        settings.put("REPORTING_DB_PASSWORD", MARK + "database");
        settings.put("API_KEY", MARK + "key-that-is-long-enough-to-be-one");
        settings.put("API_PORT", "0");
        settings.put("API_LOG_LEVEL", "DEBUG");
        settings.put("API_LOG_FORMAT", "json");
        return settings;
    }

    /** With the key in each place it may be in, right and wrong. */
    private static void ask(String url) throws Exception {
        String key = MARK + "key-that-is-long-enough-to-be-one";
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String sent : List.of(key, key + "-wrong")) {
                for (String path : List.of("/api/v1/rca/runs", "/metrics", "/overview", "/nothing-here")) {
                    send(client, HttpRequest.newBuilder(URI.create(url + path)).header("X-API-Key", sent));
                    send(client, HttpRequest.newBuilder(URI.create(url + path + "?api_key=" + sent)));
                    send(
                            client,
                            HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + sent));
                }
                send(
                        client,
                        HttpRequest.newBuilder(URI.create(url + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("key=" + sent)));
            }
        }
    }

    private static void send(HttpClient client, HttpRequest.Builder request) throws Exception {
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .doesNotContain(MARK);
    }

    /** What everybody on this machine sees of the program and those it started. */
    private static List<String> processes(Program program) {
        ProcessHandle own = ProcessHandle.of(program.pid()).orElseThrow();
        return Stream.concat(Stream.of(own), own.descendants())
                .map(process -> {
                    try {
                        return Files.readString(
                                Path.of("/proc", String.valueOf(process.pid()), "cmdline"),
                                StandardCharsets.ISO_8859_1);
                    } catch (java.io.IOException e) {
                        return process.info().commandLine().orElse("");
                    }
                })
                .toList();
    }

    private static List<Path> files(Path work) throws Exception {
        var found = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String run(Map<String, String> settings, String... args) {
        var out = new StringWriter();
        RcaCommand.run(Settings.of(settings), new PrintWriter(out), new PrintWriter(out), args);
        return out.toString();
    }
}
