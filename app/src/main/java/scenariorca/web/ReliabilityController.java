package scenariorca.web;

import java.util.Comparator;
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
import scenariorca.report.Overview;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PatternHistory;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunsPerDay;
import scenariorca.report.TopCategories;
import scenariorca.report.TopCategory;
import scenariorca.report.TopFailing;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** What fails, how often, and is it getting better? */
@Controller
final class ReliabilityController {
    private static final int PATTERNS = 25;
    private static final int CATEGORIES = 12;
    /** As many as anybody reads; the tables to take away have all. */
    private static final int ROWS = 1_000;

    private final Reports reports;

    ReliabilityController(Reports reports) {
        this.reports = reports;
    }

    /** All the page shows. */
    record ReliabilityPage(
            Filters filters,
            Overview overview,
            RunsPerDay perDay,
            List<TopCategory> categories,
            Page<ErrorPatternRow> patterns,
            Map<String, List<PatternHistory.Day>> trends,
            TopFailing failing,
            String category,
            String severity) {
        /** Kinds that runs failed of, before those that only the log has. */
        private static final Comparator<TopCategory> BY_RUNS = Comparator.comparingLong(TopCategory::runCount)
                .thenComparing(TopCategory::logCount)
                .reversed();

        ReliabilityPage {
            categories = categories.stream().sorted(BY_RUNS).toList();
        }

        /** The answer as a sentence. */
        String headline() {
            Overview.Totals now = overview.now();
            long failed = now.failedRuns() + now.timeoutRuns();
            if (now.runCount() == 0) {
                return filters.none();
            }
            if (failed == 0) {
                return "No run failed in the last " + Show.count(overview.days(), "day") + ".";
            }
            String most = categories.isEmpty() || categories.getFirst().runCount() == 0
                    ? ""
                    : ", most often of kind " + Show.words(categories.getFirst().category());
            return "%s of %s in the last %s failed%s."
                    .formatted(
                            Show.number(failed),
                            Show.count(now.runCount(), "run"),
                            Show.count(overview.days(), "day"),
                            most);
        }

        DayChart chart() {
            return DayChart.success(perDay, filters.among().query());
        }

        /** The runs of these days that failed with a kind of error. */
        String runs(TopCategory category) {
            return new QueryString()
                    .with("error_category", category.category())
                    .with("start_date", perDay.days().getFirst().date())
                    .with(filters.among().query())
                    .of("/runs");
        }

        String failures() {
            return new QueryString()
                    .withAll("outcome", List.of("failed", "timeout"))
                    .with("start_date", perDay.days().getFirst().date())
                    .with(filters.among().query())
                    .of("/runs");
        }

        /** The patterns of a kind of error. */
        String patterns(TopCategory category) {
            return filters.query()
                            .with("category", category.category())
                            .with("severity", severity)
                            .of("/reliability") + "#patterns";
        }

        String pattern(String fingerprint) {
            return Links.pattern(fingerprint) + "?days=" + filters.window().days();
        }

        /** Everything that is asked for. */
        QueryString query() {
            return filters.query().with("category", category).with("severity", severity);
        }

        /** Whether a list is as long as a list here may be, and so perhaps cut off. */
        static boolean isFull(List<?> list) {
            return list.size() == ROWS;
        }

        static String count(List<?> list) {
            return Show.number(list.size()) + (isFull(list) ? " or more" : "");
        }

        long most() {
            return categories.stream().mapToLong(TopCategory::runCount).max().orElse(1);
        }

        Trace trend(ErrorPatternRow pattern) {
            return Trace.of(trends.getOrDefault(pattern.fingerprint(), List.of()), pattern.isNew());
        }

        String more() {
            return query().with("cursor", patterns.next()).of("/reliability") + "#patterns";
        }
    }

    @GetMapping(path = "/reliability", produces = "text/html")
    @ResponseBody
    View reliability(
            @ModelAttribute Filters.Asked asked,
            @RequestParam(name = "category", required = false) @Nullable String category,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
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
            var failing = together.ask(() -> reports.topFailing().answer(window, chosen, ROWS));
            Page<ErrorPatternRow> patterns = answers.take(
                    reports.errorPatterns().answer(filter, new PageRequest(PATTERNS, Filters.given(cursor))));
            List<String> shown =
                    patterns.items().stream().map(ErrorPatternRow::fingerprint).toList();
            Map<String, List<PatternHistory.Day>> trends =
                    answers.take(reports.patternHistory().days(shown, window));
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
                    trends,
                    answers.take(ParallelQueries.answer(failing)),
                    Show.or(category, ""),
                    Show.or(severity, ""));
            return View.of("reliability.jte", "Reliability", Map.of("page", page), answers)
                    .in("reliability")
                    .keeping(filters.kept());
        }
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
