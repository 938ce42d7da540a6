package scenariorca.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.diagnosis.Suspect;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparisonReport;
import scenariorca.report.RunFilter;
import scenariorca.report.RunPlace;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.TopFailing;
import scenariorca.report.Window;

/** What differs between these two runs? */
@Controller
final class CompareController {
    private static final String TWO = "/compare/{a:[0-9a-fA-F-]{36}}...{b:[0-9a-fA-F-]{36}}";
    private static final int RUNS = 100;
    private static final int BROKEN = 12;
    private static final int CHOICE_DAYS = 90;

    private final Reports reports;

    CompareController(Reports reports) {
        this.reports = reports;
    }

    /**
     * From the form that picks two runs, from one run, which is compared with the last that worked before it, or from a
     * scenario whose last working and first failing run are meant. With none of them, the page on which to choose.
     */
    @GetMapping(path = "/compare", produces = "text/html")
    @ResponseBody
    Object chosen(
            @RequestParam(name = "scenario_id", required = false) @Nullable String scenarioId,
            @RequestParam(name = "a", required = false) @Nullable String a,
            @RequestParam(name = "b", required = false) @Nullable String b) {
        UUID before = Filters.uuid("a", a);
        UUID after = Filters.uuid("b", b);
        UUID scenario = Filters.uuid("scenario_id", scenarioId);
        if (before != null && after != null) {
            return to(Links.compare(before, after));
        }
        UUID one = before != null ? before : after != null ? after : scenario;
        if (one == null) {
            return choice("");
        }
        RunComparisonReport.Question question = scenario == null
                ? reports.runComparison().about(one, null)
                : new RunComparisonReport.Question(scenario, before, after);
        RunComparison found = reports.runComparison().answer(question).content();
        return found.runA() == null || found.runB() == null
                ? choice(found.message())
                : to(Links.compare(found.runA().runId(), found.runB().runId()));
    }

    /** @param message why what was asked for cannot be compared; empty when nothing was */
    private View choice(String message) {
        var answers = new Answers();
        List<TopFailing.BrokenScenario> broken = answers.take(
                        reports.topFailing().answer(new Window(CHOICE_DAYS), RunFilter.ALL, BROKEN))
                .broken();
        return View.of("compareChoice.jte", "Compare runs", Map.of("broken", broken, "message", message), answers)
                .in("runs");
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", path).build();
    }

    @GetMapping(path = TWO, produces = "text/html")
    @ResponseBody
    View compare(@PathVariable(name = "a") UUID a, @PathVariable(name = "b") UUID b) {
        var answers = new Answers();
        RunPlace before = answers.take(reports.runPlace().answer(a));
        RunPlace after = answers.take(reports.runPlace().answer(b));
        RunComparison comparison = answers.take(
                reports.runComparison().answer(new RunComparisonReport.Question(after.scenarioId(), a, b)));
        List<Suspect> suspects = after.outcome().equals("in_progress")
                ? List.of()
                : answers.take(reports.explanation().answer(b)).suspects();
        var page = new ComparePage(before, after, comparison, runs(after.scenarioId(), answers), suspects);
        return View.of("compare.jte", "Compare " + Show.id(a) + " with " + Show.id(b), Map.of("page", page), answers)
                .in("runs");
    }

    @GetMapping(path = TWO + "/inputs.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<Differences.Value>> inputs(@PathVariable(name = "a") UUID a, @PathVariable(name = "b") UUID b) {
        return table(a, b, Differences::values);
    }

    @GetMapping(path = TWO + "/nodes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<Differences.Node>> nodes(@PathVariable(name = "a") UUID a, @PathVariable(name = "b") UUID b) {
        return table(a, b, comparison -> Differences.nodes(comparison.nodeDeltas()));
    }

    @GetMapping(path = TWO + "/log.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<Differences.Line>> log(@PathVariable(name = "a") UUID a, @PathVariable(name = "b") UUID b) {
        return table(a, b, Differences::lines);
    }

    private <T> Answer<Page<T>> table(UUID a, UUID b, Function<RunComparison, List<T>> rows) {
        Answer<RunComparison> found = reports.runComparison().whole(question(a, b));
        return new Answer<>(new Page<>(rows.apply(found.content()), null), found.freshness());
    }

    private RunComparisonReport.Question question(UUID a, UUID b) {
        return new RunComparisonReport.Question(
                reports.runPlace().answer(b).content().scenarioId(), a, b);
    }

    private List<RunRow> runs(UUID scenarioId, Answers answers) {
        var ofScenario = RunsReport.Filter.of(scenarioId);
        return answers.take(reports.runs().answer(ofScenario, new PageRequest(RUNS, null)))
                .items();
    }
}
