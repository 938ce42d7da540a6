package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.Json;
import scenariorca.platform.SqlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** No report reads a whole fact to answer about a part of it, with the values and the settings it really has. */
final class QueryPlanTest {
    private static final ReportDatabase DATABASE = large();
    private static final UUID SCENARIO = uuidOf("scenario7");
    private static final UUID RUN = uuidOf("run9606");

    private final List<Statement> statements = new ArrayList<>();
    private final Reports reports = Reports.of(new ReportSession(
            DATABASE.reader().tracedBy((file, sql, values) -> statements.add(new Statement(file, sql, values))),
            Clock.systemUTC()));

    private record Statement(String file, String sql, List<@Nullable Object> values) {}

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void a_question_about_one_scenario_reads_by_index() {
        reports.auditTrail()
                .answer(new AuditTrailReport.Question(
                        SCENARIO, Period.of("2025-01-01", null), List.of("run_started"), 10, null, null));
        String next = reports.auditTrail()
                .answer(new AuditTrailReport.Question(SCENARIO, new Period(null, null), List.of(), 10, null, null))
                .content()
                .next();
        reports.auditTrail()
                .answer(new AuditTrailReport.Question(SCENARIO, new Period(null, null), List.of(), 10, next, null));
        reports.stateChanges().answer(SCENARIO);
        reports.scenarioCard().answer(SCENARIO);
        reports.recentRuns().answer(List.of(SCENARIO), 20);
        String before = String.valueOf(reports.nodeGrid()
                .answer(new NodeGridReport.Question(SCENARIO, 3, null))
                .content()
                .before());
        reports.nodeGrid().answer(new NodeGridReport.Question(SCENARIO, 3, java.time.Instant.parse(before)));
        reports.errorSummary().answer(SCENARIO);
        RunComparison comparison = reports.runComparison()
                .answer(new RunComparisonReport.Question(SCENARIO, null, null))
                .content();
        reports.runComparison()
                .answer(new RunComparisonReport.Question(
                        SCENARIO, null, comparison.runB().runId()));
        reports.runComparison()
                .answer(new RunComparisonReport.Question(
                        SCENARIO, comparison.runA().runId(), null));

        assertThat(next).isNotNull();
        assertThat(comparison.changedNodes()).isNotEmpty();
        noWholeFactIsRead();
    }

    @Test
    void a_question_about_one_run_reads_by_index() {
        RunDiagnostics found = reports.runDiagnostics().answer(RUN).content();

        reports.runPlace().answer(RUN);
        reports.runNodes().answer(RUN);
        reports.verdictLines().answer(List.of(RUN));
        reports.runComparison().patternDeltas(RUN, uuidOf("run9206"));

        assertThat(found.nodeFailures()).hasSize(2);
        assertThat(found.cloudwatchLogs()).hasSize(4);
        assertThat(found.inputSnapshot()).hasSize(25);
        noWholeFactIsRead();
    }

    @Test
    void a_verdict_on_a_run_reads_by_index() {
        Verdict verdict = reports.explanation().answer(RUN).content();

        assertThat(verdict.suspects()).isNotEmpty();
        assertThat(statements).hasSizeGreaterThan(15);
        noWholeFactIsRead();
    }

    @Test
    void a_question_about_one_user_or_some_days_reads_by_index() {
        reports.userJourney().answer(new UserJourneyReport.Question("user7", new Window(30), null));
        var question = new UserJourneyReport.Question("user7", new Window(30), null);
        reports.userJourney().outline(question, 200, 1);
        String next = reports.userJourney()
                .actions(question, new PageRequest(2, null))
                .content()
                .next();
        reports.userJourney().actions(question, new PageRequest(2, next));
        reports.topCategories().answer(new Window(30), 10);
        reports.environments().answer(new Window(30));
        reports.runsPerDay().answer(new Window(30), RunFilter.ALL);
        reports.reliability()
                .answer(new ReliabilityReport.Filter(new Window(30), null, null, null), new PageRequest(50, null));

        noWholeFactIsRead();
    }

    /** What counts the runs of a window reads the window, by index where it is short. */
    @Test
    void the_figures_of_a_few_days_read_these_days_only() {
        var narrow = new RunFilter(uuidOf("model1"), null, null, "prod");
        for (RunFilter filter : List.of(RunFilter.ALL, narrow)) {
            reports.overview().answer(new Window(2), filter);
            reports.topFailing().answer(new Window(2), filter, 10);
            reports.topCategories().answer(new Window(2), filter, 10);
            reports.runsPerDay().answer(new Window(2), filter);
            reports.errorPatterns()
                    .answer(
                            new ErrorPatternsReport.Filter(new Window(2), filter, null, null, null),
                            new PageRequest(25, null));
        }

        noWholeFactIsRead();
    }

    /** Of the lines, only those with a pattern are looked at, which are few. */
    @Test
    void the_error_lines_of_some_models_are_found_without_reading_all_lines() {
        var area = new RunFilter(null, "Oncology", null, null);
        reports.topCategories().answer(new Window(730), area, 10);
        reports.errorPatterns()
                .answer(
                        new ErrorPatternsReport.Filter(new Window(730), area, null, null, null),
                        new PageRequest(25, null));

        assertThat(statements)
                .hasSizeGreaterThan(1)
                .allSatisfy(statement -> assertThat(wholeFacts(statement))
                        .as(statement.file())
                        .noneMatch(name -> name.startsWith("fact_cloudwatch_log")));
    }

    @Test
    void a_question_about_an_error_pattern_or_a_node_reads_by_index() {
        String fingerprint = reports.errorPatterns()
                .answer(
                        new ErrorPatternsReport.Filter(new Window(365), RunFilter.ALL, null, null, null),
                        new PageRequest(1, null))
                .content()
                .items()
                .getFirst()
                .fingerprint();
        var node = reports.runNodes().answer(RUN).content().calculations().getFirst();
        statements.clear();
        reports.patternHistory().answer(fingerprint, new Window(90));
        reports.patternHistory().days(List.of(fingerprint), new Window(30));
        reports.nodeHistory().answer(node.nodeId());

        noWholeFactIsRead();
    }

    @Test
    void a_list_of_runs_reads_by_index_on_every_page_and_with_every_narrow_filter() {
        var all = RunsReport.Filter.ALL;
        var narrow = new RunFilter(uuidOf("model1"), null, null, "prod");
        String next =
                reports.runs().answer(all, new PageRequest(50, null)).content().next();
        reports.runs().answer(all, new PageRequest(50, next));
        reports.runs().answer(RunsReport.Filter.of(SCENARIO, "failed"), new PageRequest(50, null));
        reports.runs()
                .answer(
                        new RunsReport.Filter(
                                null, narrow, null, null, List.of(), null, null, null, Period.of("2026-01-01", null)),
                        new PageRequest(50, null));
        reports.scenarios()
                .answer(new ScenariosReport.Filter(null, null, null, null, null, null), new PageRequest(50, null));

        noWholeFactIsRead();
    }

    @Test
    void a_search_for_an_id_reads_by_index() {
        for (String text : List.of(RUN.toString(), uuidOf("request9606").toString(), "abcd12")) {
            reports.search().answer(text, new PageRequest(50, null));
        }
        statements.removeIf(statement -> statement.file().endsWith("search_text.sql"));

        noWholeFactIsRead();
    }

    @Test
    void the_check_itself_notices_a_whole_fact_being_read() {
        reports.search().answer("must be at most", new PageRequest(50, null));

        assertThat(statements)
                .hasSize(1)
                .allMatch(statement -> wholeFacts(statement).contains("fact_scenario_run"));
    }

    /** Neither with the values at hand nor, where the plan is kept, with values nobody knows yet. */
    private void noWholeFactIsRead() {
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            assertThat(wholeFacts(statement)).as(statement.file()).isEmpty();
            if (!SqlFile.read(statement.file()).contains("-- plan: anew")) {
                assertThat(wholeFacts(genericPlan(statement)))
                        .as(statement.file() + ", whose plan is kept; say \"-- plan: anew\" if it must not be")
                        .isEmpty();
            }
        });
    }

    /** The facts a statement reads whole; daily reliability and people's acts are as small as dimensions, and no problem is known here. */
    private static List<String> wholeFacts(Statement statement) {
        return wholeFacts(plan(statement));
    }

    private static List<String> wholeFacts(JsonNode plan) {
        // A part behind a condition on the viewer alone is not run for one who sees all.
        plan.findParents("One-Time Filter").forEach(part -> ((ObjectNode) part).remove("Plans"));
        return plan.findParents("Node Type").stream()
                .filter(node -> node.get("Node Type").stringValue().equals("Seq Scan"))
                .map(node -> node.get("Relation Name").stringValue())
                .filter(name -> name.matches("(fact|view)_(?!reliability_daily$|problem_action$|problem_run$).*"))
                .toList();
    }

    /** The plan with the same settings and the values bound, as the report had it. */
    private static JsonNode plan(Statement statement) {
        try (Connection connection = DATABASE.reader().connect();
                PreparedStatement explain = connection.prepareStatement("explain (format json) " + statement.sql())) {
            for (int index = 0; index < statement.values().size(); index++) {
                Object value = statement.values().get(index);
                if (value instanceof String[] texts) {
                    explain.setArray(index + 1, connection.createArrayOf("text", texts));
                } else {
                    explain.setObject(index + 1, value);
                }
            }
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                return Json.read(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(statement.file(), e);
        }
    }

    /** The plan for values nobody knows yet. */
    private static JsonNode genericPlan(Statement statement) {
        var sql = new StringBuilder();
        int parameter = 0;
        boolean isText = false;
        for (char letter : statement.sql().replaceAll("(?m)^\\s*--.*$", "").toCharArray()) {
            isText ^= letter == '\'';
            sql.append(letter == '?' && !isText ? "$" + ++parameter : String.valueOf(letter));
        }
        try (Connection connection = DATABASE.reader().connect();
                var explain = connection.createStatement()) {
            explain.execute("set plan_cache_mode = force_generic_plan");
            explain.execute("prepare question as " + sql);
            String values = parameter == 0 ? "" : "(null" + ", null".repeat(parameter - 1) + ")";
            ResultSet rows = explain.executeQuery("explain (format json) execute question" + values);
            rows.next();
            return Json.read(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(statement.file() + ": " + e.getMessage(), e);
        }
    }

    private static ReportDatabase large() {
        ReportDatabase database = ReportDatabase.empty("plans");
        database.execute(SqlFile.read("bench/warehouse.sql"));
        return database;
    }

    /** As the rows' ids are made: the MD5 of a name. */
    private static UUID uuidOf(String name) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5")
                    .digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var bytes = java.nio.ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
