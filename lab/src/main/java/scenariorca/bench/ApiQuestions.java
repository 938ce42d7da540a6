package scenariorca.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import scenariorca.api.Paths;
import scenariorca.bench.ApiQuestion.Example;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ErrorPatternsReport;
import scenariorca.report.NodesReport;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.ReliabilityReport;
import scenariorca.report.Reports;
import scenariorca.report.RunComparisonReport;
import scenariorca.report.RunFilter;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.ScenarioRow;
import scenariorca.report.ScenariosReport;
import scenariorca.report.TopCategoriesReport;
import scenariorca.report.UserJourneyReport;
import scenariorca.report.UserRow;
import scenariorca.report.Window;

/** What is asked of each endpoint: about the things that are in the warehouse at hand. */
final class ApiQuestions {
    /** Different examples of a question, so that not one row alone is measured. */
    private static final int EXAMPLES = 20;

    private static final PageRequest PAGE = new PageRequest(PageRequest.DEFAULT_LIMIT, null);
    private static final Window WINDOW = new Window(Window.DEFAULT_DAYS);
    private static final Period ALWAYS = new Period(null, null);

    private final Reports reports;

    ApiQuestions(Reports reports) {
        this.reports = reports;
    }

    /** @return every endpoint that has something to be asked about; a warehouse without runs leaves most of them out */
    List<ApiQuestion> all() {
        var some = new PageRequest(EXAMPLES, null);
        List<UUID> scenarios = ids(
                reports.scenarios().answer(noScenarioFilter(), some).content().items(), ScenarioRow::scenarioId);
        List<UUID> runs =
                ids(reports.runs().answer(RunsReport.Filter.ALL, some).content().items(), RunRow::runId);
        List<String> users = ids(reports.users().answer(null, some).content().items(), UserRow::userId);
        List<String> patterns = ids(
                reports.errorPatterns()
                        .answer(noPatternFilter(), some)
                        .content()
                        .items(),
                ErrorPatternRow::fingerprint);
        return List.of(
                        about("audit-trail", scenarios, "/scenario/%s/audit-trail", this::auditTrail),
                        about(
                                "state-changes",
                                scenarios,
                                "/scenario/%s/state-changes",
                                id -> reports.stateChanges().answer(id)),
                        about(
                                "run-comparison",
                                scenarios,
                                "/scenario/%s/run-comparison",
                                id -> reports.runComparison().answer(new RunComparisonReport.Question(id, null, null))),
                        about(
                                "error-summary",
                                scenarios,
                                "/scenario/%s/error-summary",
                                id -> reports.errorSummary().answer(id)),
                        about(
                                "diagnostics",
                                runs,
                                "/run/%s/diagnostics",
                                id -> reports.runDiagnostics().answer(id)),
                        about(
                                "journey",
                                users,
                                "/user/%s/journey",
                                id -> reports.userJourney().answer(new UserJourneyReport.Question(id, WINDOW, null))),
                        one(
                                "top-categories",
                                "/errors/top-categories",
                                () -> reports.topCategories().answer(WINDOW, TopCategoriesReport.DEFAULT_LIMIT)),
                        one("scenarios", "/scenarios", () -> reports.scenarios().answer(noScenarioFilter(), PAGE)),
                        one("runs", "/runs", () -> reports.runs().answer(RunsReport.Filter.ALL, PAGE)),
                        one("users", "/users", () -> reports.users().answer(null, PAGE)),
                        one(
                                "nodes",
                                "/nodes",
                                () -> reports.nodes().answer(new NodesReport.Filter(null, null, null), PAGE)),
                        one(
                                "error-patterns",
                                "/errors/patterns",
                                () -> reports.errorPatterns().answer(noPatternFilter(), PAGE)),
                        about(
                                "error-pattern",
                                patterns,
                                "/errors/patterns/%s",
                                id -> reports.errorPattern().answer(id)),
                        one(
                                "reliability-daily",
                                "/reliability/daily",
                                () -> reports.reliability()
                                        .answer(new ReliabilityReport.Filter(WINDOW, null, null, null), PAGE)),
                        about(
                                "search",
                                runs,
                                "/search?q=%s",
                                id -> reports.search().answer(id.toString(), PAGE)),
                        about(
                                "search-words",
                                words(List.of()),
                                "/search?q=%s",
                                text -> reports.search().answer(text, PAGE)),
                        about(
                                "search-slips",
                                words(List.of(1)),
                                "/search?q=%s",
                                text -> reports.search().answer(text, PAGE)))
                .stream()
                .filter(question -> !question.examples().isEmpty())
                .toList();
    }

    /**
     * Names of scenarios with their words the other way round.
     *
     * @param left letters left out of the longest word, by their place
     */
    private List<String> words(List<Integer> left) {
        return reports
                .scenarios()
                .answer(noScenarioFilter(), new PageRequest(EXAMPLES, null))
                .content()
                .items()
                .stream()
                .map(ScenarioRow::scenarioName)
                .filter(name -> name != null)
                .map(name -> reversed(name, left))
                .toList();
    }

    private static String reversed(String name, List<Integer> left) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        String longest =
                words.stream().max(Comparator.comparingInt(String::length)).orElse(name);
        var slipped = new StringBuilder(longest);
        left.stream().filter(at -> at < longest.length()).forEach(slipped::deleteCharAt);
        words.replaceAll(word -> word.equals(longest) ? slipped.toString() : word);
        return String.join(" ", words.reversed());
    }

    private void auditTrail(UUID scenario) {
        reports.auditTrail()
                .answer(new AuditTrailReport.Question(scenario, ALWAYS, List.of(), AuditTrailReport.PAGE, null, null));
    }

    private static ScenariosReport.Filter noScenarioFilter() {
        return new ScenariosReport.Filter(null, null, null, null, null, null);
    }

    private static ErrorPatternsReport.Filter noPatternFilter() {
        return new ErrorPatternsReport.Filter(WINDOW, RunFilter.ALL, null, null, null);
    }

    private static <R, T> List<T> ids(List<R> rows, Function<R, T> id) {
        return rows.stream().map(id).toList();
    }

    private static <T> ApiQuestion about(String name, List<T> ids, String path, Consumer<T> report) {
        return new ApiQuestion(
                name,
                ids.stream()
                        .map(id -> new Example(
                                Paths.BASE + path.formatted(encoded(id.toString())), () -> report.accept(id)))
                        .toList());
    }

    private static ApiQuestion one(String name, String path, Runnable report) {
        return new ApiQuestion(name, List.of(new Example(Paths.BASE + path, report)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
