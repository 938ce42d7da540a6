package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.JsonText;
import scenariorca.platform.RcaException;
import scenariorca.problems.ProblemActions.Request;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asked as of an earlier load, each answer is the one that was given then. */
final class KnownThenTest {
    private static final Viewer ANALYST = new Viewer(false, List.of(), "user5");
    private static final JsonNode NOT_KNOWN = Json.read("\"not known\"");

    private static final String GROUP = "/forecast/engine";

    private SourcePlatform platform;
    private LoadedWarehouse warehouse;
    private Warehouse opened;
    private WarehouseReader reader;

    /** What was answered at each step, by the version of the warehouse. */
    private final Map<Long, Map<String, JsonNode>> given = new LinkedHashMap<>();

    /** Of six scenarios with six runs each, run 6 of scenario 4, run 5 of 5 and run 4 of 6 failed. */
    @BeforeEach
    void load() {
        platform = SourcePlatform.of(6, 8, 6);
        warehouse = new LoadedWarehouse(platform);
        opened = Warehouse.open(warehouse.settings());
        reader = WarehouseReader.open(opened.address(), 2);
    }

    @AfterEach
    void close() {
        reader.close();
        opened.close();
        warehouse.close();
        platform.close();
    }

    @Test
    void each_answer_as_of_a_load_is_the_one_given_after_it() {
        tellAStory();

        given.forEach((version, answers) ->
                answers.forEach((question, answer) -> assertThat(asked(question, Long.toString(version)))
                        .as("%s as of %d", question, version)
                        .isEqualTo(answer)));
        given.forEach((version, answers) -> questions().stream()
                .filter(question -> !answers.containsKey(question))
                .forEach(question -> assertThat(asked(question, Long.toString(version)))
                        .as("%s as of %d", question, version)
                        .isEqualTo(NOT_KNOWN)));
        assertThat(given.values().stream().map(Map::toString).distinct()).hasSize(given.size());
    }

    @Test
    void a_time_means_the_load_published_last_before_it() {
        tellAStory();

        given.forEach((version, answers) -> {
            String at =
                    warehouse.value("select to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                            + " from etl_run where version = " + version);
            answers.forEach((question, answer) ->
                    assertThat(asked(question, at)).as("%s at %s", question, at).isEqualTo(answer));
        });
    }

    @Test
    void a_load_that_began_before_an_act_and_was_published_after_it_is_not_told_as_of_the_act() {
        warehouse.full();
        warehouse.diagnose();
        String act = warehouse.value("select max(version) from etl_run");
        // The load's rows carry an earlier time than the act's, and a later version.
        warehouse.execute("""
                insert into etl_run (mode, status, version, written_at, ended_at)
                select 'incremental', 'published', max(version) + 1, min(written_at) - interval '1 hour', now()
                from etl_run;
                update view_scenario_audit_trail set loaded_at = (select written_at from etl_run order by version desc nulls last limit 1)
                where audit_key in (select min(audit_key) from view_scenario_audit_trail group by scenario_key)
                """);
        warehouse.execute("delete from past_row");

        long all = events(null).eventCount();

        assertThat(events(act).eventCount()).isEqualTo(all - 1);
    }

    @Test
    void what_is_no_time_has_not_come_or_is_not_kept_is_refused_in_one_line() {
        assertRefused("2026-01-01", "what was known is not kept yet");
        warehouse.full();

        assertRefused("2001-01-01T00:00:00Z", "what was known is kept since 2");
        assertRefused("9000-01-01", "a time that has come");
        assertRefused("999999", "the newest load");
        assertRefused("0", "what was known is kept since 2");
        assertRefused("yesterday", "a day such as 2026-01-31");
        assertRefused("2026-13-41", "a day such as 2026-01-31");
        assertRefused("", "a day such as 2026-01-31");
    }

    @Test
    void a_viewer_is_told_of_earlier_times_no_more_than_of_now() {
        tellAStory();
        String version = Long.toString(given.keySet().iterator().next());

        for (String question : questions()) {
            if (!isAnswered(question, null, ANALYST)) {
                assertThat(isAnswered(question, version, ANALYST)).as(question).isFalse();
            }
        }
        assertThat(questions().stream().filter(question -> isAnswered(question, version, ANALYST)))
                .isNotEmpty()
                .hasSizeLessThan(questions().size());
    }

    /** Lines of a log come late, a problem is resolved and comes back, a run is late, verdicts change, a scenario is renamed. */
    private void tellAStory() {
        warehouse.full();
        note();
        warehouse.diagnose();
        note();
        logsCome();
        note();
        String problem = warehouse.value(
                "select problem_id from dim_problem inner join fact_problem_run using (problem_key) where run_id = md5('run 5 5')::uuid");
        act(problem, new Request("assign", null, "Ann", null, null));
        act(problem, new Request("resolve", "mended", null, null, null));
        note();
        failAgain("again", 4);
        warehouse.incremental();
        note();
        warehouse.diagnose();
        note();
        platform.execute("""
                insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at)
                values (md5('later')::uuid, md5('scenario 4')::uuid, 'success', '2026-01-12 09:44:00+00', 'jdoe', md5('r')::uuid,
                    '2026-01-12 09:46:00+00');
                update fc_scenario set scenario_display_name = 'renamed' where id = md5('scenario 2')::uuid
                """);
        warehouse.full();
        warehouse.diagnose();
        note();
        platform.execute("""
                update fc_scenario_run set run_status = 'success', fail_reason = null
                where id = md5('run 4 6')::uuid;
                update fc_scenario_node_calc set status = 'success', fail_reason = null
                where scenario_run_branch_id in (
                    select id from fc_scenario_run_branch where scenario_run_id = md5('run 4 6')::uuid)
                """);
        warehouse.full();
        warehouse.diagnose();
        note();
        act(problem, new Request("note", "seen again", null, null, null));
        note();
    }

    private void note() {
        long version = Long.parseLong(warehouse.value("select max(version) from etl_run"));
        var answers = new LinkedHashMap<String, JsonNode>();
        for (String question : questions()) {
            answers.put(question, asked(question, null));
            if (!question.startsWith("verdict")) {
                answers.put("analyst " + question, asked("analyst " + question, null));
            }
        }
        given.put(version, answers);
    }

    private List<String> questions() {
        var questions = new ArrayList<String>();
        warehouse
                .values("select scenario_id from dim_scenario where scenario_key > 0 order by 1")
                .forEach(id -> questions.add("trail " + id));
        warehouse.values("select problem_id from dim_problem order by 1").forEach(id -> questions.add("problem " + id));
        warehouse
                .values("select run_id from fact_run_diagnostic where diagnostic_type = 'root_cause' order by 1")
                .forEach(id -> questions.add("verdict " + id));
        return questions;
    }

    private JsonNode asked(String question, String asOf) {
        try {
            return question.startsWith("analyst ")
                    ? ViewerContext.as(
                            ANALYST, () -> asked(reports(ANALYST), question.substring("analyst ".length()), asOf))
                    : asked(reports(Viewer.ALL), question, asOf);
        } catch (RcaException e) {
            assertThat(e.code()).as(question).isEqualTo(ErrorCode.NOT_FOUND);
            return NOT_KNOWN;
        }
    }

    private boolean isAnswered(String question, String asOf, Viewer viewer) {
        try {
            return ViewerContext.as(viewer, () -> asked(reports(viewer), question, asOf)) != null;
        } catch (RcaException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
            return false;
        }
    }

    private Reports reports(Viewer viewer) {
        return Reports.of(
                viewer.seesAll()
                        ? new ReportSession(reader, Clock.systemUTC())
                        : ReportSession.ofGuests(reader, Clock.systemUTC()));
    }

    /** Without what tells that it is of an earlier time. */
    private JsonNode asked(Reports reports, String question, String asOf) {
        String id = question.substring(question.indexOf(' ') + 1);
        PastTime then = PastTime.of(asOf);
        return switch (question.substring(0, question.indexOf(' '))) {
            case "trail" -> json(reports.auditTrail().answer(trail(id, then)).content());
            case "problem" -> json(reports.problem().answer(id, then).content());
            default -> told(then == null ? stored(id) : then(reports, id, then));
        };
    }

    /** Of now, as loads have stored it: the explanation itself is made anew for each who asks. */
    private Told stored(String run) {
        var found = warehouse.values("select diagnostic_details from fact_run_diagnostic"
                + " where diagnostic_type = 'root_cause' and run_id = '" + run + "'");
        return found.isEmpty() ? new Told(null) : new Told(found.getFirst());
    }

    private static Told then(Reports reports, String run, PastTime then) {
        JsonText verdict = reports.pastVerdict()
                .answer(UUID.fromString(run), then)
                .content()
                .verdict();
        return new Told(verdict == null ? null : verdict.text());
    }

    private record Told(@Nullable String verdict) {}

    private static JsonNode told(Told told) {
        return told.verdict() == null ? NOT_KNOWN : Json.read(told.verdict());
    }

    private AuditTrail events(String asOf) {
        return reports(Viewer.ALL)
                .auditTrail()
                .answer(trail(
                        warehouse.value("select coalesce(min(scenario_id::text), '" + UUID.randomUUID()
                                + "') from dim_scenario where scenario_key > 0"),
                        PastTime.of(asOf)))
                .content();
    }

    private static AuditTrailReport.Question trail(String id, PastTime then) {
        return new AuditTrailReport.Question(
                UUID.fromString(id), new Period(null, null), List.of(), AuditTrailReport.PAGE, null, then);
    }

    private static JsonNode json(Object answer) {
        var json = (ObjectNode) Json.read(Json.write(answer));
        json.remove("known_at");
        return json;
    }

    /** What the log says of run 5 of scenario 5, days after it. */
    private void logsCome() {
        String run = warehouse.value("select md5('run 5 5')::uuid");
        Instant at = Instant.parse(platform.value(
                "select to_char(run_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from fc_scenario_run where id = '"
                        + run + "'"));
        var line = new RawLogEvent(
                GROUP,
                "worker",
                "late",
                at.plusSeconds(1),
                at.plusSeconds(2),
                "ERROR run_id=" + run + " Node 6: Node 5: shares sum to 1.5");
        warehouse.load(
                new LoadRequest.LogsOnly(),
                LogPlans.service(new InMemoryLogSource(List.of(line)), at.plus(Duration.ofDays(1)), GROUP)
                        .plan());
        assertThat(warehouse.value("select count(*) from fact_cloudwatch_log where run_id = '" + run + "'"))
                .isEqualTo("1");
        warehouse.diagnose();
    }

    private void act(String problem, Request request) {
        new ProblemCuration(opened).act(problem, request, "user:ann");
    }

    private void assertRefused(String asOf, String message) {
        assertThatThrownBy(() -> events(asOf))
                .isInstanceOfSatisfying(
                        RcaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining(message)
                .hasMessageContaining("as_of")
                .hasMessageNotContaining("\n");
    }

    /** So many days after run 5 of scenario 5 the same happens to the same inputs. */
    private void failAgain(String name, int days) {
        platform.execute("""
                insert into fc_scenario_run (
                    id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
                select
                    md5('%1$s')::uuid, scenario_id, run_status, run_at + interval '%2$d days', run_by,
                    md5('%1$s request')::uuid, run_complete_at + interval '%2$d days', fail_reason
                from fc_scenario_run where id = md5('run 5 5')::uuid;
                insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
                select md5('%1$s ' || id)::uuid, md5('%1$s')::uuid, event_tag
                from fc_scenario_run_branch where scenario_run_id = md5('run 5 5')::uuid;
                insert into fc_scenario_node_calc (
                    id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processing_start_at,
                    processing_end_at, processed, created_at, updated_at, status, fail_reason)
                select
                    md5('%1$s ' || calc.id)::uuid, md5('%1$s ' || calc.scenario_run_branch_id)::uuid,
                    calc.model_node_id, calc.scenario_node_data_id, calc.processing_start_at + interval '%2$d days',
                    calc.processing_end_at + interval '%2$d days', calc.processed, calc.created_at + interval '%2$d days',
                    calc.updated_at + interval '%2$d days', calc.status, calc.fail_reason
                from fc_scenario_node_calc as calc
                inner join fc_scenario_run_branch as branch on branch.id = calc.scenario_run_branch_id
                where branch.scenario_run_id = md5('run 5 5')::uuid
                """.formatted(name, days));
    }
}
