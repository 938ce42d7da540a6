package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;
import scenariorca.report.PageRequest;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.report.RunsReport;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;
import tools.jackson.databind.JsonNode;

/** What a person asks in a terminal, answered from the simulated platform. */
final class QuestionsTest {
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");
    private static final String RUN = "f0e00001-0000-4000-8000-000000000001";

    @TempDir
    private static Path logs;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static WarehouseReader reader;
    private static Reports reports;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.simulated(Profile.STANDARD, 42, 0.5, END, logs);
        warehouse = new LoadedWarehouse(platform);
        warehouse.load(new LoadRequest.Full(), LogPlans.files(logs, END).plan());
        warehouse.diagnose();
        reader = WarehouseReader.open(Warehouse.open(warehouse.settings()).address(), 2);
        reports = Reports.of(new ReportSession(reader, Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        reader.close();
        warehouse.close();
        platform.close();
    }

    @Test
    void runs_are_those_the_filters_name() {
        List<String> failed =
                ids(json("runs", "--outcome", "failed", "--outcome", "timeout", "--limit", "1000"), "run_id");

        assertThat(failed)
                .isNotEmpty()
                .isEqualTo(reports
                        .runs()
                        .answer(RunsReport.Filter.of(null, "failed", "timeout"), new PageRequest(1_000, null))
                        .content()
                        .items()
                        .stream()
                        .map(run -> run.runId().toString())
                        .toList());
        String problem =
                json("problems", "--days", "3660").get(0).path("problem_id").asString();
        assertThat(ids(json("runs", "--problem", problem.substring(0, 6), "--limit", "1000"), "problem_id"))
                .isNotEmpty()
                .containsOnly(problem);
        String pattern =
                json("patterns", "--days", "3660").get(0).path("fingerprint").asString();
        assertThat(run("runs", "--pattern", pattern.substring(0, 8)).code()).isZero();
        assertThat(ids(json("runs", "--user", "mwilson"), "run_by"))
                .isNotEmpty()
                .containsOnly("mwilson");
        assertThat(run("runs", "--user", "nobody at all").text()).isEqualTo("There is no such run.\n");
    }

    @Test
    void runs_stand_one_a_line_with_why_they_failed() {
        String text = run("runs", "--outcome", "failed", "--limit", "5").text();

        assertThat(text.lines().filter(line -> line.matches("[0-9a-f]{8}…? .*")))
                .hasSize(5);
        assertThat(text).contains("5 runs of ", "Run failed in Treatment Share").contains("--limit lists more");
        String found = text.lines().skip(1).findFirst().orElseThrow().split(" ")[0];
        assertThat(run("explain", found).code()).as(found).isZero();
    }

    @Test
    void a_scenario_is_a_card_its_runs_and_what_happened_to_it() {
        String id = scenario();
        String shown = run("scenario", id.substring(0, 8)).text();

        assertThat(shown).contains(id, "model", "created", "f0e00001").doesNotContain("what happened");
        String trail = run("scenario", id, "--trail", "--events", "3").text();
        assertThat(trail).contains("what happened", "The newest 3 of ");
        JsonNode told = json("scenario", id, "--event", "input_change", "--events", "1000");
        assertThat(ids(told.path("trail"), "event_type")).isNotEmpty().containsOnly("input_change");
        assertThat(told.path("event_count").asInt())
                .isEqualTo(told.path("trail").size());
        assertThat(run("scenario", "00000000").text()).contains("no scenario has an id that begins with 00000000");
        assertThat(run("scenario", id, "--event", "party").code()).isEqualTo(2);
    }

    @Test
    void a_user_is_figures_sittings_and_actions() {
        String text = run("user", "mwilson", "--days", "3660", "--limit", "7").text();

        assertThat(text).startsWith("mwilson: ").contains("sitting (UTC)", "run forecast", "--limit lists more");
        assertThat(json("user", "mwilson", "--days", "3660")
                        .path("action_count")
                        .asInt())
                .isPositive();
        Outcome nobody = run("user", "no such person");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text()).hasLineCount(1).contains("no such person");
    }

    @Test
    void a_search_finds_by_id_by_words_and_by_a_pasted_line() {
        assertThat(run("search", "f0e00001").text()).contains("f0e00001", "Run of NSCLC EU Base Case");
        assertThat(run("search", "error", "in", "run", RUN, "again").text()).contains("f0e00001");
        assertThat(run("search", "treatment", "share").text()).contains("Treatment Share");
        assertThat(run("search", "zzzzqqqq").text()).isEqualTo("Nothing has this id, name or text.\n");
    }

    @Test
    void ids_of_problems_and_patterns_may_be_cut_but_must_mean_one() {
        String problem =
                json("problems", "--days", "3660").get(0).path("problem_id").asString();
        String pattern =
                json("patterns", "--days", "3660").get(0).path("fingerprint").asString();

        assertThat(run("problems", "show", problem.substring(0, 6)).text())
                .isEqualTo(run("problems", "show", problem).text());
        assertThat(run("patterns", "show", pattern.substring(0, 6)).text())
                .isEqualTo(run("patterns", "show", pattern).text());
        assertThat(run("patterns", "show", "nonsense").text()).contains("There is no error pattern nonsense");
        List<String> all = ids(json("patterns", "--days", "3660", "--limit", "1000"), "fingerprint");
        String shared = all.stream()
                .map(one -> one.substring(0, 1))
                .filter(first ->
                        all.stream().filter(other -> other.startsWith(first)).count() > 1)
                .findFirst()
                .orElseThrow();
        assertThat(run("patterns", "show", shared).text()).contains("several ids begin with " + shared, "more digits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explain f0e00001                                | /run/f0e00001-0000-4000-8000-000000000001
            runs --outcome failed --outcome timeout --owner a&b | /runs?owner=a%26b&outcome=failed&outcome=timeout
            search two words                                | /search?q=two%20words
            user mwilson --days 7                           | /user/mwilson?days=7
            user a/b                                        | /user?user_id=a%2Fb&days=30
            changes --from 2026-11-19T14:00:00Z             | /changes?from=2026-11-19T14%3A00%3A00Z
            """)
    void the_page_of_an_answer_is_told(String command, String page) {
        String[] words = (command + " --web").split(" +");

        assertThat(run(warehouse.settings().with("API_PUBLIC_URL", "https://rca.example.org/"), words)
                        .text())
                .isEqualTo("https://rca.example.org" + page + System.lineSeparator());
    }

    @Test
    void every_page_that_is_told_answers() throws Exception {
        String scenario = scenario().substring(0, 8);
        String problem =
                json("problems", "--days", "3660").get(0).path("problem_id").asString();
        String pattern =
                json("patterns", "--days", "3660").get(0).path("fingerprint").asString();
        var serving = new ServerSettings("127.0.0.1", 0, null, 1_000_000);
        try (RcaServer server = RcaServer.start(serving, reader, Clock.fixed(END, ZoneOffset.UTC));
                HttpClient client = HttpClient.newHttpClient()) {
            Settings here = warehouse.settings().with("API_PUBLIC_URL", server.url());
            for (String command : List.of(
                    "explain f0e00001",
                    "compare f0e00001",
                    "compare " + scenario,
                    "problems show " + problem.substring(0, 6),
                    "patterns show " + pattern.substring(0, 6),
                    "runs --scenario " + scenario + " --pattern " + pattern.substring(0, 6),
                    "runs --from 2026-11-19 --to 2026-11-20 --problem " + problem,
                    "scenario " + scenario,
                    "user mwilson --scenario " + scenario,
                    "search treatment share",
                    "changes --from 2026-11-19T14:00:00Z --kind input_change")) {
                String address =
                        run(here, (command + " --web").split(" ")).text().strip();
                HttpResponse<String> page = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());

                assertThat(page.statusCode()).as(command + " " + address).isEqualTo(200);
            }
        }
    }

    @Test
    void a_page_is_opened_only_where_something_serves_and_there_is_a_display() throws Exception {
        Path opened = logs.resolve("opened");
        Path opener = Files.createDirectory(logs.resolve("bin")).resolve("xdg-open");
        Files.writeString(
                opener, "#!/bin/sh\nprintf '%s' \"$1\" > " + opened + ".part; mv " + opened + ".part " + opened);
        opener.toFile().setExecutable(true);
        Settings blind = warehouse
                .settings()
                .with("RCA_HOME", logs.resolve("home").toString())
                .with("API_PORT", "8123")
                .with("PATH", opener.getParent().toString());
        Settings sighted = blind.with("DISPLAY", ":0");

        assertThat(run(sighted, "search", "x", "--web").text()).contains("nothing serves there now");
        try (var _ = ServingMark.make(blind.home(), 8123)) {
            assertThat(run(blind, "search", "x", "--web").text()).isEqualTo("http://127.0.0.1:8123/search?q=x\n");
            assertThat(opened).doesNotExist();
            assertThat(run(sighted, "search", "y", "--web").text()).isEqualTo("http://127.0.0.1:8123/search?q=y\n");
            Instant deadline = Instant.now().plusSeconds(30);
            while (!Files.exists(opened)) {
                assertThat(Instant.now()).as("the page was never opened").isBefore(deadline);
                Thread.onSpinWait();
            }
            assertThat(opened).hasContent("http://127.0.0.1:8123/search?q=y");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void every_answer_fits_the_terminal(int width) {
        String scenario = scenario();
        for (String command : List.of(
                "runs",
                "search share",
                "scenario " + scenario + " --trail",
                "user mwilson --days 3660",
                "problems --days 3660",
                "patterns --days 3660",
                "changes --from 2026-11-19",
                "release --days 3660",
                "nodes --days 3660",
                "explain " + RUN,
                "explain " + RUN + " --all",
                "compare " + RUN,
                "unlinked --days 3660",
                "preflight " + scenario)) {
            Outcome outcome = run(warehouse.settings().with("COLUMNS", "" + width), command.split(" "));

            assertThat(outcome.code()).as(command + outcome.text()).isZero();
            assertThat(outcome.text().lines())
                    .as(command)
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> Cells.width(line) <= width);
        }
    }

    /** Of the first story's run. */
    private static String scenario() {
        for (JsonNode run : json("runs", "--outcome", "failed", "--limit", "1000")) {
            if (run.path("run_id").asString().equals(RUN)) {
                return run.path("scenario_id").asString();
            }
        }
        throw new AssertionError(RUN + " is no failed run");
    }

    private static List<String> ids(JsonNode rows, String name) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(name).asString())
                .toList();
    }

    private static JsonNode json(String... args) {
        var asked = new ArrayList<>(List.of(args));
        asked.add("--json");
        Outcome outcome = run(asked.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.text()).isZero();
        return Json.read(outcome.text());
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(String... args) {
        return run(warehouse.settings(), args);
    }

    private static Outcome run(Settings settings, String... args) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        return new Outcome(RcaCommand.run(settings, writer, writer, args), text.toString());
    }
}
