package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Json;

/** Log lines nobody owns, and the patterns of all, as a person reads them. */
final class UnlinkedCommandTest {
    private static final String GROUP = "/forecast/engine";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String STRANGER = "5f1e2d3c-1234-4abc-9def-0123456789ab";

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(1, 3, 2);
        warehouse = new LoadedWarehouse(platform);
        String run = platform.value("select id from fc_scenario_run order by id limit 1");
        var events = List.of(
                event("mine", 9, "ERROR: run_id=" + run + " lost"),
                event("stranger", 8, "ERROR: run_id=" + STRANGER + " lost"),
                event(
                        "nobody",
                        7,
                        "2026-03-10 11:00:00 ERROR c.f.Metrics - push failed " + "again and again ".repeat(12)),
                event("calm", 6, "2026-03-10 11:00:00 INFO c.f.Metrics - pushed"));
        warehouse.load(
                new LoadRequest.Full(),
                LogPlans.service(new InMemoryLogSource(events), NOW, GROUP).plan());
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    private static RawLogEvent event(String id, int minutesAgo, String message) {
        return new RawLogEvent(GROUP, "engine-1", id, NOW.minusSeconds(minutesAgo * 60L), null, message);
    }

    @Test
    void error_lines_without_an_owner_are_listed_with_the_reason() {
        String said = run("unlinked");

        assertThat(said)
                .contains("why:  run " + STRANGER + " is not in the warehouse", "why:  names no id")
                .contains("2 error lines of the last 30 days not linked, 2 listed; logs are complete to")
                .doesNotContain("pushed");
        assertThat(said.indexOf("push failed")).as("the newest first").isLessThan(said.indexOf(STRANGER));
    }

    @Test
    void lines_of_every_severity_can_be_asked_for_and_counted_beyond_the_list() {
        var answer = Json.read(run("unlinked", "--all", "--limit", "1", "--json"));

        assertThat(answer.path("count").asInt()).isEqualTo(3);
        assertThat(answer.path("lines").size()).isEqualTo(1);
        assertThat(answer.path("lines").get(0).path("message").asString()).isEqualTo("pushed");
    }

    @Test
    void lines_of_one_reason_and_of_one_group_can_be_asked_for() {
        assertThat(run("unlinked", "--reason", "unknown_run"))
                .contains(STRANGER)
                .doesNotContain("push failed")
                .contains("  " + GROUP + ": complete to ");
        assertThat(run("unlinked", "--log-group", "/forecast/api")).contains("0 error lines");
        assertThat(run("unlinked", "--reason", "bad luck")).contains("reason must be one of unparsed, no_id");
    }

    @Test
    void unlinked_lines_and_patterns_fit_a_terminal_of_80_columns() {
        assertThat(run("unlinked", "--all").lines()).allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
        assertThat(run("patterns").lines())
                .allMatch(line -> line.length() <= Screen.USUAL_WIDTH)
                .anyMatch(line -> line.contains("again and again"));
    }

    @Test
    void a_search_in_logs_needs_days_and_cloudwatch_itself() {
        assertThat(run("etl", "--cloudwatch-insights", "x", "--log-group", "/x"))
                .contains("needs --cloudwatch-days");
        assertThat(run("etl", "--cloudwatch-insights", "x", "--cloudwatch-days", "1", "--log-files", "/tmp"))
                .contains("cannot go with --mock-cloudwatch or --log-files");
        assertThat(run("etl", "--cloudwatch-insights", " ", "--cloudwatch-days", "1", "--log-group", "/x"))
                .contains("none of them empty");
    }

    private static String run(String... arguments) {
        var out = new StringWriter();
        RcaCommand.run(warehouse.settings(), new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
