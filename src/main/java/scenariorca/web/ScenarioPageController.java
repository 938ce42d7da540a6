package scenariorca.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.AuditTrail;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.Check;
import scenariorca.report.NodeGrid;
import scenariorca.report.NodeGridReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunsReport;
import scenariorca.report.ScenarioCard;
import scenariorca.report.StateChanges;

/** What became of this scenario? */
@Controller
final class ScenarioPageController {
    private static final int RUNS = 50;
    private static final int EVENTS = 500;
    private static final String GRID_RUNS = "60";

    private final Reports reports;

    ScenarioPageController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/scenario/{scenario_id}")
    @ResponseBody
    View scenario(
            @PathVariable(name = "scenario_id") UUID id,
            @RequestParam(name = "event_types", required = false) @Nullable List<String> types,
            @RequestParam(name = "start_date", required = false) @Nullable String start,
            @RequestParam(name = "end_date", required = false) @Nullable String end,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "runs_cursor", required = false) @Nullable String runsCursor,
            @RequestParam(name = "nodes", required = false) @Nullable String nodes,
            @RequestParam(name = "runs", defaultValue = GRID_RUNS) int gridRuns,
            @RequestParam(name = "before", required = false) @Nullable String before) {
        var answers = new Answers();
        boolean isWhole = "all".equals(nodes);
        var question = new NodeGridReport.Question(id, gridRuns, instant("before", before));
        var trail = new AuditTrailReport.Question(
                id,
                Period.of(Filters.given(start), Filters.given(end)),
                types == null ? List.of() : types,
                EVENTS,
                Filters.given(cursor));
        ScenarioCard card = answers.take(reports.scenarioCard().answer(id));
        try (var together = new Together()) {
            var gridded = together.ask(() -> reports.nodeGrid().answer(question));
            var summed = together.ask(() -> reports.errorSummary().answer(id));
            var changed = together.ask(() -> reports.stateChanges().answer(id));
            var listed = together.ask(
                    () -> reports.runs().answer(ofScenario(id), new PageRequest(RUNS, Filters.given(runsCursor))));
            var told = together.ask(() -> reports.auditTrail().answer(trail));
            NodeGrid grid = answers.take(Together.answer(gridded));
            var page = new ScenarioPage(
                    card,
                    answers.take(Together.answer(summed)),
                    answers.take(Together.answer(changed)).stateChanges(),
                    grid,
                    GridPicture.of(grid, isWhole),
                    answers.take(Together.answer(listed)),
                    answers.take(Together.answer(told)),
                    new ScenarioPage.Asked(
                            trail.eventTypes(), Show.or(start, ""), Show.or(end, ""), isWhole, gridRuns));
            return View.of("scenario.jte", page.name(), Map.of("page", page), answers)
                    .in("overview");
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        String given = Filters.given(text);
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException e) {
            throw Check.invalid(name, "an RFC 3339 time such as 2026-01-31T10:15:00Z", String.valueOf(given));
        }
    }

    private static RunsReport.Filter ofScenario(UUID id) {
        return new RunsReport.Filter(id, null, null, null, null, null, new Period(null, null));
    }

    @GetMapping(path = "/scenario/{scenario_id}/grid.csv", produces = "text/csv")
    @ResponseBody
    Answer<NodeGrid> grid(
            @PathVariable(name = "scenario_id") UUID id,
            @RequestParam(name = "runs", defaultValue = GRID_RUNS) int gridRuns,
            @RequestParam(name = "before", required = false) @Nullable String before) {
        return reports.nodeGrid().answer(new NodeGridReport.Question(id, gridRuns, instant("before", before)));
    }

    @GetMapping(path = "/scenario/{scenario_id}/audit-trail.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<AuditTrail.Event>> trail(
            @PathVariable(name = "scenario_id") UUID id,
            @RequestParam(name = "event_types", required = false) @Nullable List<String> types,
            @RequestParam(name = "start_date", required = false) @Nullable String start,
            @RequestParam(name = "end_date", required = false) @Nullable String end,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        var period = Period.of(Filters.given(start), Filters.given(end));
        List<String> wanted = types == null ? List.of() : types;
        return new Whole<>(cursor -> {
                    Answer<AuditTrail> page = reports.auditTrail()
                            .answer(new AuditTrailReport.Question(id, period, wanted, AuditTrailReport.PAGE, cursor));
                    return new Answer<>(
                            new Page<>(page.content().events(), page.content().next()), page.freshness());
                })
                .read(from);
    }

    @GetMapping(path = "/scenario/{scenario_id}/state-changes.csv", produces = "text/csv")
    @ResponseBody
    Answer<StateChanges> changes(@PathVariable(name = "scenario_id") UUID id) {
        return reports.stateChanges().answer(id);
    }
}
