package scenariorca.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.ErrorPattern;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ErrorPatternsReport;
import scenariorca.report.Overview;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PatternFixes;
import scenariorca.report.PatternHistory;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunsPerDay;
import scenariorca.report.TopCategory;
import scenariorca.report.TopFailing;
import scenariorca.report.Window;

/** What fails, how often, and is it getting better? */
@Controller
final class ReliabilityController {
    private static final int PATTERNS = 25;
    private static final int CATEGORIES = 12;
    /** As many as anybody reads; whatever is counted is listed. */
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
        /** The answer as a sentence. */
        String headline() {
            Overview.Totals now = overview.now();
            long failed = now.failedRuns() + now.timeoutRuns();
            if (failed == 0) {
                return "No run failed in the last " + Show.count(overview.days(), "day") + ".";
            }
            String most = categories.isEmpty()
                    ? ""
                    : ", most often of kind " + Show.words(categories.getFirst().category());
            return "%s of %s in the last %s failed%s."
                    .formatted(
                            Show.number(failed),
                            Show.count(now.runs().finished(), "run"),
                            Show.count(overview.days(), "day"),
                            most);
        }

        DayChart chart() {
            return DayChart.success(perDay, filters.runs());
        }

        /** The same days and model, for a list of runs. */
        String since() {
            String narrow = filters.runs();
            return "start_date=" + perDay.days().getFirst().date() + (narrow.isEmpty() ? "" : "&" + narrow);
        }

        long most() {
            return categories.stream().mapToLong(TopCategory::count).max().orElse(1);
        }

        Trace trend(String fingerprint) {
            return Trace.of(trends.getOrDefault(fingerprint, List.of()));
        }

        String more() {
            return "/reliability?" + filters.query() + "&category=" + Links.encoded(category) + "&severity="
                    + Links.encoded(severity) + "&cursor=" + patterns.next() + "#patterns";
        }
    }

    @GetMapping("/reliability")
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
        try (var together = new Together()) {
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
            var page = new ReliabilityPage(
                    new Filters(
                            window,
                            chosen,
                            answers.take(Together.answer(models)),
                            answers.take(Together.answer(environments))),
                    answers.take(Together.answer(overview)),
                    answers.take(Together.answer(perDay)),
                    answers.take(Together.answer(categories)).topCategories(),
                    patterns,
                    trends,
                    answers.take(Together.answer(failing)),
                    Show.or(category, ""),
                    Show.or(severity, ""));
            return View.of("reliability.jte", "Reliability", Map.of("page", page), answers)
                    .in("reliability");
        }
    }

    /** One error pattern: since when, where, and what made it go away. */
    record PatternPage(ErrorPattern pattern, PatternHistory history, PatternFixes fixes, Window window) {
        String headline() {
            return "%s of %s failed so, first %s, last %s."
                    .formatted(
                            Show.count(pattern.runCount(), "run"),
                            Show.count(pattern.scenarioCount(), "scenario"),
                            Show.time(pattern.firstSeenAt()),
                            Show.time(pattern.lastSeenAt()));
        }

        DayChart chart() {
            return DayChart.pattern(history);
        }
    }

    @GetMapping("/pattern/{fingerprint}")
    @ResponseBody
    View pattern(
            @PathVariable(name = "fingerprint") String fingerprint,
            @RequestParam(name = "days", defaultValue = "90") int days) {
        var answers = new Answers();
        var window = new Window(days);
        ErrorPattern pattern = answers.take(reports.errorPattern().answer(fingerprint));
        var page = new PatternPage(
                pattern,
                answers.take(reports.patternHistory().answer(fingerprint, window)),
                answers.take(reports.patternFixes().answer(fingerprint)),
                window);
        return View.of("pattern.jte", Show.clip(pattern.pattern(), 60), Map.of("page", page), answers)
                .in("reliability");
    }

    @GetMapping(path = "/pattern/{fingerprint}/days.csv", produces = "text/csv")
    @ResponseBody
    Answer<PatternHistory> patternDays(
            @PathVariable(name = "fingerprint") String fingerprint,
            @RequestParam(name = "days", defaultValue = "90") int days) {
        return reports.patternHistory().answer(fingerprint, new Window(days));
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
}
