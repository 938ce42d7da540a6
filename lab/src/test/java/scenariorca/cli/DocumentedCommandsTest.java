package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.Golden;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.Program;
import scenariorca.SourcePlatform;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Settings;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * What README and tutorial tell people to type works, and prints what they say it prints. In a {@code console} block the
 * lines after a command are its output, a line of three dots standing for any lines; with {@code -Dgolden.update=true} the
 * tutorial's outputs are written anew.
 */
@Tag("system")
final class DocumentedCommandsTest {
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");
    private static final String RUN = "f0e00001-0000-4000-8000-000000000001";
    /** The documents make keys, which lock the server. */
    private static final String KEY = "key of the documents";

    private static final String ANY = "...";
    /** Commands that stay until they are asked to end. */
    private static final Pattern STAYING = Pattern.compile("(demo|serve)\\b.*");

    private static final List<String> SETTINGS = List.of(
            "SOURCE_DB_HOST",
            "SOURCE_DB_PORT",
            "SOURCE_DB_NAME",
            "SOURCE_DB_USER",
            "SOURCE_DB_PASSWORD",
            "REPORTING_DB_HOST",
            "REPORTING_DB_PORT",
            "REPORTING_DB_NAME",
            "REPORTING_DB_USER",
            "REPORTING_DB_PASSWORD");
    private static final Set<String> STAYED = new HashSet<>();

    @TempDir
    private static Path home;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static WarehouseReader reader;
    private static RcaServer server;
    private static Settings settings;

    @BeforeAll
    static void load() throws IOException {
        Path logs = Files.createDirectory(home.resolve("logs"));
        platform = SourcePlatform.simulated(Profile.STANDARD, 42, 1, END, logs);
        warehouse = new LoadedWarehouse(platform);
        warehouse.load(new LoadRequest.Full(), LogPlans.files(logs, END).plan());
        warehouse.diagnose();
        settings = warehouse.settings().with("RCA_HOME", home.toString());
        reader = WarehouseReader.open(Warehouse.open(settings).address(), 4);
        server = RcaServer.start(
                new ServerSettings("127.0.0.1", 0, KEY, 1_000_000), reader, Clock.fixed(END, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        server.close();
        reader.close();
        warehouse.close();
        platform.close();
    }

    @ParameterizedTest
    // The demo of README goes on with that of the tutorial.
    @ValueSource(
            strings = {
                "docs/tutorial.md",
                "README.md",
                "docs/alerts.md",
                "docs/audit.md",
                "docs/roles/support.md",
                "docs/roles/team-lead.md",
                "docs/roles/analyst.md",
                "docs/roles/operator.md",
                "docs/roles/assistant.md"
            })
    void every_command_works(String document) throws IOException {
        for (Block block : blocks(document, "sh")) {
            for (String line : block.lines()) {
                String command = line.replaceAll("\\s+# .*", "").strip();
                if (command.startsWith("curl")) {
                    assertThat(asked(command)).as(command).isNotEmpty();
                } else if (command.contains("./rca")) {
                    check(command.substring(command.indexOf("./rca") + "./rca".length())
                            .strip());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md"})
    void every_output_is_the_real_one(String document) throws IOException {
        String text = Files.readString(Path.of(document));
        String updated = text;
        for (Block block : blocks(document, "console")) {
            var real = new ArrayList<String>();
            for (Shown shown : block.commands()) {
                List<String> output = output(shown.command());
                if (!Golden.isUpdating() || shown.isInPart()) {
                    assertThat(matches(shown.output(), output))
                            .as("%s: %s prints%n%s", document, shown.command(), String.join("\n", output))
                            .isTrue();
                    output = shown.output();
                }
                real.add("$ " + shown.command());
                real.addAll(output);
            }
            updated = updated.replace(String.join("\n", block.lines()), String.join("\n", real));
        }
        if (Golden.isUpdating()) {
            Files.writeString(Path.of(document), updated);
        }
    }

    /** A block of a document. */
    private record Block(List<String> lines) {
        List<Shown> commands() {
            var commands = new ArrayList<Shown>();
            for (String line : lines) {
                if (line.startsWith("$ ")) {
                    commands.add(new Shown(line.substring(2), new ArrayList<>()));
                } else {
                    commands.getLast().output().add(line);
                }
            }
            return commands;
        }
    }

    /** A command and the output shown under it. */
    private record Shown(String command, List<String> output) {
        boolean isInPart() {
            return output.stream().anyMatch(line -> line.strip().equals(ANY));
        }
    }

    private static List<Block> blocks(String document, String language) throws IOException {
        var blocks = new ArrayList<Block>();
        List<String> block = null;
        for (String line : Files.readAllLines(Path.of(document))) {
            if (block == null && line.equals("```" + language)) {
                block = new ArrayList<>();
            } else if (block != null && line.equals("```")) {
                blocks.add(new Block(block));
                block = null;
            } else if (block != null) {
                block.add(line);
            }
        }
        assertThat(blocks).as("%s blocks of %s", language, document).isNotEmpty();
        return blocks;
    }

    private static void check(String arguments) {
        if (arguments.equals("test")) {
            return; // this very test is run by it
        }
        if (STAYING.matcher(arguments).matches()) {
            if (STAYED.add(arguments)) {
                stays(arguments);
            }
            return;
        }
        Ran ran = run(arguments);
        assertThat(ran.exit()).as("./rca %s: %s", arguments, ran.err()).isIn(0, 1);
    }

    /** As a process of its own, until it answers and shows a run; then it is asked to end. */
    private static void stays(String arguments) {
        var environment = new HashMap<String, String>();
        if (!arguments.startsWith("demo")) {
            SETTINGS.forEach(name -> settings.text(name).ifPresent(value -> environment.put(name, value)));
        }
        environment.put("RCA_HOME", home.resolve("staying").toString());
        environment.put("API_PORT", "0");
        environment.put("API_KEY", KEY);
        environment.put("API_ACCESS_LOG", "1");
        try (Program program = Program.start(home, environment, arguments.split(" +"))) {
            String url = program.await("Serving at (http://\\S+)");
            assertThat(ask(url + "/run/f0e00001-0000-4000-8000-000000000001").body())
                    .as(arguments)
                    .contains("Treatment Share");
            program.await("access cid=\\S+ subject=key:API_KEY from=127.0.0.1 (GET /run/\\S+ 200) ");
            program.askToStop();
            assertThat(program.awaitEnd(Duration.ofSeconds(60)))
                    .as(program.last())
                    .isEqualTo(143);
        }
    }

    private static HttpResponse<String> ask(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("X-API-Key", KEY)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Ran(int exit, String out, String err) {}

    /** What it writes is written beside the test's other files. */
    private static Ran run(String typed) {
        String arguments = typed.replaceAll("--out (?!/)(\\S+)", "--out " + home + "/$1");
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                RcaCommand.run(settings, new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" +"));
        return new Ran(exit, out.toString(), err.toString());
    }

    private static List<String> output(String command) {
        String text = command.startsWith("curl")
                ? asked(command)
                : run(command.substring("./rca ".length())).out();
        return text.strip()
                .replaceAll("sha256\\s+[0-9a-f]{16}", "sha256 ...")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static String asked(String command) {
        String address = command.replaceAll("\"", "").replaceAll(".*(http://\\S+(?: \\S+)*)$", "$1");
        String path = address.replace("http://127.0.0.1:8000", "");
        return ask("http://127.0.0.1:" + server.port() + path).body();
    }

    /** Whether the lines are these, three dots being any. */
    private static boolean matches(List<String> shown, List<String> real) {
        var pattern = new StringBuilder();
        for (String line : shown) {
            pattern.append(line.strip().equals(ANY) ? "(?:.*\n)*?" : Pattern.quote(line.stripTrailing()) + "\n");
        }
        return Pattern.matches(pattern.toString(), String.join("\n", real) + "\n");
    }
}
