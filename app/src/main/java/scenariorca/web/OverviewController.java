package scenariorca.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.Overview;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.RecentRuns;
import scenariorca.report.Reports;
import scenariorca.report.RowOrder;
import scenariorca.report.RunFilter;
import scenariorca.report.RunsPerDay;
import scenariorca.report.ScenarioRow;
import scenariorca.report.ScenariosReport;
import scenariorca.report.TopFailing;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** How do runs go? */
@Controller
final class OverviewController {
    private static final int SCENARIOS = 50;
    private static final int FAILING = 8;
    private static final int SPARK = 20;

    private final Reports reports;

    OverviewController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Which scenarios are listed.
     *
     * @param status empty for any
     * @param q part of the name; empty for any
     * @param statuses what may be chosen
     */
    record Chosen(String status, String q, List<String> statuses) {
        QueryString query() {
            return new QueryString().with("status", status).with("q", q);
        }
    }

    /** All the page shows. */
    record OverviewPage(
            Filters filters,
            Overview overview,
            RunsPerDay perDay,
            TopFailing failing,
            Listing<ScenarioRow> scenarios,
            RecentRuns recent,
            Chosen chosen,
            Sorting sorting) {
        /** The answer as a sentence. */
        String headline() {
            Overview.Totals now = overview.now();
            if (now.runCount() == 0) {
                return filters.none();
            }
            if (now.successRate() == null) {
                return "None of " + Show.count(now.runCount(), "run") + " has finished yet.";
            }
            return "%s of %s in the last %s succeeded, %s%s."
                    .formatted(
                            Show.number(now.successfulRuns()),
                            Show.count(now.runCount(), "run"),
                            Show.count(overview.days(), "day"),
                            Show.percent(now.successRate()),
                            Trend.than(now.successRate(), overview.before().successRate()));
        }

        DayChart chart() {
            return DayChart.runs(perDay, filters.among().query());
        }

        /** Everything that is asked for. */
        QueryString query() {
            return filters.query().with(asked());
        }

        /** Which scenarios are asked for. */
        QueryString asked() {
            return chosen.query();
        }

        List<TopFailing.FailingScenario> worst() {
            return sorting.sorted("failing", SortColumns.FAILING, failing.scenarios());
        }

        /** The slow runs that are counted here. */
        String slow() {
            return new QueryString()
                    .with("outcome", "slow")
                    .with("start_date", perDay.days().getFirst().date())
                    .with(filters.among().query())
                    .of("/runs");
        }

        /** The failed runs of a scenario that are counted here. */
        String failures(TopFailing.FailingScenario scenario) {
            return new QueryString()
                    .withAll("outcome", List.of("failed", "timeout"))
                    .with("scenario_id", scenario.scenarioId())
                    .with("start_date", perDay.days().getFirst().date())
                    .with("environment", filters.among().filter().environment())
                    .of("/runs");
        }
    }

    @GetMapping(path = "/overview", produces = "text/html")
    @ResponseBody
    View overview(
            @ModelAttribute Filters.Asked asked,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        Window window = asked.window();
        RunFilter filter = asked.filter();
        try (var together = new ParallelQueries()) {
            var models = together.ask(() -> reports.models().answer());
            var environments = together.ask(() -> reports.environments().answer(window));
            var figures = together.ask(() -> reports.overview().answer(window, filter));
            var perDay = together.ask(() -> reports.runsPerDay().answer(window, filter));
            var failing = together.ask(() -> reports.topFailing().answer(window, filter, FAILING));
            Chosen chosen = new Chosen(
                    Show.or(status, ""),
                    Show.or(q, ""),
                    answers.take(reports.scenarios().statuses()));
            Sorting sorting = ordered.of("/overview", asked.query().with(chosen.query()))
                    .of(Map.of("failing", SortColumns.FAILING, "scenarios", SortColumns.SCENARIOS));
            Listing<ScenarioRow> scenarios = scenarios(answers, scenarios(filter, status, q), sorting, cursor);
            List<UUID> shown =
                    scenarios.items().stream().map(ScenarioRow::scenarioId).toList();
            RecentRuns recent = answers.take(reports.recentRuns().answer(shown, SPARK));
            var among = new Among(
                    filter,
                    answers.take(ParallelQueries.answer(models)),
                    answers.take(ParallelQueries.answer(environments)));
            var page = new OverviewPage(
                    new Filters(window, among),
                    answers.take(ParallelQueries.answer(figures)),
                    answers.take(ParallelQueries.answer(perDay)),
                    answers.take(ParallelQueries.answer(failing)),
                    scenarios,
                    recent,
                    chosen,
                    sorting);
            return View.of("overview.jte", "Scenario overview", Map.of("page", page), answers)
                    .in("overview")
                    .keeping(page.filters().kept());
        }
    }

    private Listing<ScenarioRow> scenarios(
            Answers answers, ScenariosReport.Filter filter, Sorting sorting, @Nullable String cursor) {
        RowOrder order = sorting.rows("scenarios", SortColumns.SCENARIOS, SCENARIOS);
        if (order != null) {
            return Listing.of(answers.take(reports.scenarios().answer(filter, order)), sorting, "scenarios");
        }
        Page<ScenarioRow> page = answers.take(reports.scenarios().answer(filter, new PageRequest(SCENARIOS, cursor)));
        return Listing.of(
                page, cursor, next -> sorting.query().but("cursor", next).of("/overview") + "#scenarios");
    }

    private static ScenariosReport.Filter scenarios(RunFilter among, @Nullable String status, @Nullable String q) {
        return new ScenariosReport.Filter(
                Filters.given(status),
                among.modelId(),
                null,
                among.therapeuticArea(),
                among.diseaseArea(),
                Filters.given(q));
    }

    @GetMapping(path = "/overview/days.csv", produces = "text/csv")
    @ResponseBody
    Answer<RunsPerDay> days(@ModelAttribute Filters.Asked asked) {
        return reports.runsPerDay().answer(asked.window(), asked.filter());
    }

    @GetMapping(path = "/overview/failing.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<TopFailing.FailingScenario>> failing(@ModelAttribute Filters.Asked asked) {
        return reports.topFailing().scenarios(asked.window(), asked.filter());
    }

    @GetMapping(path = "/overview/scenarios.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ScenarioRow>> scenarios(
            @ModelAttribute Filters.Asked asked,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        var filter = scenarios(asked.filter(), status, q);
        return new Whole<>(cursor -> reports.scenarios().answer(filter, new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }
}
