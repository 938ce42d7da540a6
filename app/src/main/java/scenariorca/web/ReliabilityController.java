package scenariorca.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ErrorPatternsReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.ProblemsReport;
import scenariorca.report.Reports;
import scenariorca.report.RowOrder;
import scenariorca.report.RunFilter;
import scenariorca.report.TopCategories;
import scenariorca.report.TopFailing;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** What fails, how often, and is it getting better? */
@Controller
final class ReliabilityController {
    private static final int PATTERNS = 25;
    private static final int CATEGORIES = 12;
    /** Problems of these days looked through for those that cost most. */
    private static final int PROBLEMS_READ = 200;

    private static final Map<String, Map<String, ? extends Sorting.Sortable>> TABLES = Map.of(
            "problems", SortColumns.PROBLEMS,
            "categories", SortColumns.CATEGORIES,
            "patterns", SortColumns.PATTERNS,
            "nodes", SortColumns.NODES,
            "broken", SortColumns.BROKEN,
            "flaky", SortColumns.FLAKY);
    private final Reports reports;

    ReliabilityController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/reliability", produces = "text/html")
    @ResponseBody
    View reliability(
            @ModelAttribute Filters.Asked asked,
            @RequestParam(name = "category", required = false) @Nullable String category,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        Window window = asked.window();
        RunFilter chosen = asked.filter();
        var filter =
                new ErrorPatternsReport.Filter(window, chosen, Filters.given(category), Filters.given(severity), null);
        try (var together = new ParallelQueries()) {
            var models = together.ask(() -> reports.models().answer());
            var environments = together.ask(() -> reports.environments().answer(window));
            var overview = together.ask(() -> reports.overview().answer(window, chosen));
            var perDay = together.ask(() -> reports.runsPerDay().answer(window, chosen));
            var categories = together.ask(() -> reports.topCategories().answer(window, chosen, CATEGORIES));
            var failing = together.ask(() -> reports.topFailing().answer(window, chosen, ReliabilityPage.ROWS));
            var problems = together.ask(() -> reports.problems()
                    .answer(
                            new ProblemsReport.Filter(window, chosen, List.of(), ProblemsReport.What.ANY),
                            "runs",
                            new PageRequest(PROBLEMS_READ, null)));
            var asking = new ReliabilityPage.Chosen(Show.or(category, ""), Show.or(severity, ""));
            Sorting sorting = ordered.of("/reliability", asked.query().with(asking.query()))
                    .of(TABLES);
            ReliabilityPage.Patterns patterns = patterns(answers, filter, sorting, Filters.given(cursor));
            var filters = new Filters(
                    window,
                    new Among(
                            chosen,
                            answers.take(ParallelQueries.answer(models)),
                            answers.take(ParallelQueries.answer(environments))));
            var page = new ReliabilityPage(
                    filters,
                    answers.take(ParallelQueries.answer(overview)),
                    answers.take(ParallelQueries.answer(perDay)),
                    answers.take(ParallelQueries.answer(categories)).topCategories(),
                    patterns,
                    answers.take(ParallelQueries.answer(failing)),
                    answers.take(ParallelQueries.answer(problems)).items(),
                    asking,
                    sorting);
            return View.of("reliability.jte", "Reliability", Map.of("page", page), answers)
                    .in("reliability")
                    .keeping(filters.kept());
        }
    }

    private ReliabilityPage.Patterns patterns(
            Answers answers, ErrorPatternsReport.Filter filter, Sorting sorting, @Nullable String cursor) {
        RowOrder order = sorting.rows("patterns", SortColumns.PATTERNS, PATTERNS);
        Listing<ErrorPatternRow> rows = order == null
                ? Listing.of(
                        answers.take(reports.errorPatterns().answer(filter, new PageRequest(PATTERNS, cursor))),
                        cursor,
                        next -> sorting.query().but("cursor", next).of("/reliability") + "#patterns")
                : Listing.of(answers.take(reports.errorPatterns().answer(filter, order)), sorting, "patterns");
        List<String> shown =
                rows.items().stream().map(ErrorPatternRow::fingerprint).toList();
        return new ReliabilityPage.Patterns(
                rows, answers.take(reports.patternHistory().days(shown, filter.window())));
    }

    @GetMapping(path = "/reliability/patterns.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ErrorPatternRow>> patterns(
            @ModelAttribute Filters.Asked asked,
            @RequestParam(name = "category", required = false) @Nullable String category,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        var filter = new ErrorPatternsReport.Filter(
                asked.window(), asked.filter(), Filters.given(category), Filters.given(severity), null);
        return new Whole<>(cursor ->
                        reports.errorPatterns().answer(filter, new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    @GetMapping(path = "/reliability/categories.csv", produces = "text/csv")
    @ResponseBody
    Answer<TopCategories> categories(@ModelAttribute Filters.Asked asked) {
        return reports.topCategories().answer(asked.window(), asked.filter(), PageRequest.MAX_LIMIT);
    }

    @GetMapping(path = "/reliability/nodes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<TopFailing.FailingNode>> nodes(@ModelAttribute Filters.Asked asked) {
        return reports.topFailing().nodes(asked.window(), asked.filter());
    }

    @GetMapping(path = "/reliability/broken.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<TopFailing.BrokenScenario>> broken(@ModelAttribute Filters.Asked asked) {
        return reports.topFailing().broken(asked.window(), asked.filter());
    }

    @GetMapping(path = "/reliability/flaky.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<TopFailing.FlakyInput>> flaky(@ModelAttribute Filters.Asked asked) {
        return reports.topFailing().flaky(asked.window(), asked.filter());
    }
}
