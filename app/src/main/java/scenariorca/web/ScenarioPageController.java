package scenariorca.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.AuditTrail;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.NodeGrid;
import scenariorca.report.NodeGridReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PastTime;
import scenariorca.report.ProblemsReport;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunsReport;
import scenariorca.report.ScenarioCard;
import scenariorca.report.StateChanges;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** What became of this scenario? */
@Controller
final class ScenarioPageController {
    private static final int RUNS = 50;
    private static final int EVENTS = 500;

    private static final int PROBLEMS = 10;

    private final Reports reports;

    ScenarioPageController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/scenario/{scenario_id}", produces = "text/html")
    @ResponseBody
    View scenario(@PathVariable(name = "scenario_id") UUID id, @ModelAttribute ScenarioPage.Asked asked) {
        var answers = new Answers();
        var question = new NodeGridReport.Question(id, asked.gridRuns(), asked.beforeTime());
        var trail = new AuditTrailReport.Question(
                id, asked.period(), asked.eventTypes(), EVENTS, Filters.given(asked.cursor()), null);
        ScenarioCard card = answers.take(reports.scenarioCard().answer(id));
        try (var together = new ParallelQueries()) {
            var gridded = together.ask(() -> reports.nodeGrid().answer(question));
            var summed = together.ask(() -> reports.errorSummary().answer(id));
            var changed = together.ask(() -> reports.stateChanges().answer(id));
            var listed = together.ask(() -> reports.runs()
                    .answer(RunsReport.Filter.of(id), new PageRequest(RUNS, Filters.given(asked.runs_cursor()))));
            var told = together.ask(() -> reports.auditTrail().answer(trail));
            var broken = together.ask(() -> reports.problems()
                    .answer(
                            new ProblemsReport.Filter(
                                    new Window(Window.MAX_DAYS),
                                    RunFilter.ALL,
                                    ProblemWords.BROKEN,
                                    new ProblemsReport.What(id, null, null, null, null)),
                            null,
                            new PageRequest(PROBLEMS, null)));
            NodeGrid grid = answers.take(ParallelQueries.answer(gridded));
            var page = new ScenarioPage(
                    card,
                    answers.take(ParallelQueries.answer(summed)),
                    answers.take(ParallelQueries.answer(changed)).stateChanges(),
                    grid,
                    GridPicture.of(grid, asked.isWhole()),
                    answers.take(ParallelQueries.answer(listed)),
                    answers.take(ParallelQueries.answer(told)),
                    answers.take(ParallelQueries.answer(broken)).items(),
                    asked);
            return View.of("scenario.jte", page.name(), Map.of("page", page), answers)
                    .in("overview");
        }
    }

    @GetMapping(path = "/scenario/{scenario_id}/grid.csv", produces = "text/csv")
    @ResponseBody
    Answer<NodeGrid> grid(@PathVariable(name = "scenario_id") UUID id, @ModelAttribute ScenarioPage.Asked asked) {
        return reports.nodeGrid().answer(new NodeGridReport.Question(id, asked.gridRuns(), asked.beforeTime()));
    }

    @GetMapping(path = "/scenario/{scenario_id}/audit-trail.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<AuditTrail.Event>> trail(
            @PathVariable(name = "scenario_id") UUID id,
            @ModelAttribute ScenarioPage.Asked asked,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        PastTime then = PastTime.of(Filters.given(asOf));
        return new Whole<>(cursor -> {
                    Answer<AuditTrail> page = reports.auditTrail()
                            .answer(new AuditTrailReport.Question(
                                    id, asked.period(), asked.eventTypes(), AuditTrailReport.PAGE, cursor, then));
                    return new Answer<>(
                            new Page<>(page.content().events(), page.content().next()), page.freshness());
                })
                .read(asked.cursor());
    }

    @GetMapping(path = "/scenario/{scenario_id}/state-changes.csv", produces = "text/csv")
    @ResponseBody
    Answer<StateChanges> changes(@PathVariable(name = "scenario_id") UUID id) {
        return reports.stateChanges().answer(id);
    }
}
