package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.Golden;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;
import scenariorca.report.ChangeRow;
import scenariorca.report.ChangesReport;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.report.RunComparisonReport;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;
import tools.jackson.databind.node.ObjectNode;

/** The five stories, from the simulated platform through the load to what a person reads. */
final class DemoStoriesTest {
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

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
        reader = WarehouseReader.open(Warehouse.open(warehouse.settings()).address(), 2);
        reports = Reports.of(new ReportSession(reader, Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        reader.close();
        warehouse.close();
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_story_is_told_as_it_is_known(int story) {
        Verdict verdict = explain(story);

        String text = VerdictText.of(verdict, false, new Screen(Screen.USUAL_WIDTH, false));
        assertThat(text.lines()).allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
        Golden.check("stories/" + story + ".txt", text.replaceAll("sha256\\s+[0-9a-f]{16}", "sha256 ..."));
        Golden.check(
                "stories/" + story + ".json",
                Json.writePretty(timeless(verdict))
                        .replaceAll("\"log_key\" : \\d+", "\"log_key\" : 0")
                        .replaceAll("\"log_keys\" : \\[ \\d[^]]*]", "\"log_keys\" : [ 0 ]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_story_is_told_again_from_its_bundle_without_a_warehouse(int story) throws IOException {
        UUID run = run(story);
        Path bundle = Files.write(
                logs.resolve("bundle.zip"),
                reports.evidenceBundle().answer(run).content().zip());
        var out = new StringWriter();
        var err = new StringWriter();

        int exit = RcaCommand.run(
                Settings.of(Map.of("RCA_HOME", "/nowhere")),
                new PrintWriter(out),
                new PrintWriter(err),
                "explain",
                "--json",
                "--from",
                bundle.toString());

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(Json.writePretty(reports.explanation().answer(run).content()));
    }

    @Test
    void the_first_story_names_node_key_values_who_and_when() {
        Verdict verdict = explain(1);

        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.INPUT);
        assertThat(verdict.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.nodeName()).isEqualTo("Treatment Share");
            assertThat(cause.input()).isEqualTo("market_share");
            assertThat(cause.changedBy()).isEqualTo("mwilson");
        });
        assertThat(verdict.headline()).contains("0.1 to 0.90", "13 minutes before");
    }

    @Test
    void what_changed_before_the_first_story_is_the_edit_and_the_run_that_failed_after_it() {
        Verdict verdict = explain(1);
        Instant started = verdict.subject().startedAt();
        var period = new Period(started.minus(Duration.ofMinutes(20)), started.plus(Duration.ofSeconds(1)));

        List<ChangeRow> found = reports.changes()
                .answer(new ChangesReport.Filter(period, List.of(), null), new PageRequest(1_000, null))
                .content()
                .items();

        assertThat(found)
                .isSortedAccordingTo(Comparator.comparing(ChangeRow::changedAt))
                .filteredOn(row -> row.failedRuns() > 0)
                .anySatisfy(row -> {
                    assertThat(row.kind()).isEqualTo("input_change");
                    assertThat(row.changedBy()).isEqualTo("mwilson");
                    assertThat(row.description()).contains("Treatment Share: market_share 0.1 -> 0.9");
                    assertThat(row.firstFailedRunId())
                            .hasToString(verdict.subject().runId().toString());
                });
    }

    @Test
    void the_scenario_that_disappeared_was_withdrawn() {
        assertThat(explain(2).subject().lifecycle())
                .contains("submitted", "withdrawn 5 minutes later by the same user");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void what_hits_many_scenarios_is_not_blamed_on_an_input(int story) {
        Verdict verdict = explain(story);

        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.PLATFORM);
        assertThat(verdict.headline()).contains("the platform");
        assertThat(verdict.suspects().getFirst().verdictClass()).isEqualTo(VerdictClass.PLATFORM);
        assertThat(verdict.remedy().putBack().inputs()).isEmpty();
    }

    @Test
    void the_slow_run_tells_since_when_and_where() {
        Verdict verdict = explain(5);

        assertThat(verdict.about()).isEqualTo(Verdict.About.SLOWNESS);
        assertThat(verdict.subject().slowDown()).isNotNull();
        assertThat(verdict.subject().slowDown().nodes()).isNotEmpty();
        assertThat(verdict.headline()).contains("times the usual", "slow since 2026-11-13");
        assertThat(verdict.causes()).extracting(Suspect::verdictClass).doesNotContain(VerdictClass.INPUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void the_runs_of_a_story_are_compared_on_a_screenful(int story) {
        RunComparisonReport report = reports.runComparison();
        var question = report.about(run(story), null);

        String text = ComparisonText.of(report.whole(question).content(), "", new Screen(Screen.USUAL_WIDTH, false));

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(36).allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
        Golden.check("stories/" + story + "-compared.txt", text);
        assertThat(report.answer(question).content().nodeDeltas()).isNotEmpty();
    }

    @Test
    void the_same_run_is_explained_alike_byte_for_byte_every_time() {
        for (int story : List.of(1, 3, 5)) {
            String first = Json.write(explain(story));
            for (int time = 0; time < 7; time++) { // often enough that kept plans come into play
                assertThat(Json.write(explain(story))).isEqualTo(first);
            }
        }
    }

    private static Verdict explain(int story) {
        return reports.explanation().answer(run(story)).content();
    }

    private static UUID run(int story) {
        return UUID.fromString("f0e0000" + story + "-0000-4000-8000-000000000001");
    }

    /** Without what tells when this test ran. Keys of log events depend on which of two groups was read first. */
    private static ObjectNode timeless(Verdict verdict) {
        ObjectNode json = Json.mapper().valueToTree(verdict);
        ((ObjectNode) json.get("completeness")).remove("source_complete_to");
        json.remove("evidence_hash");
        return json;
    }
}
