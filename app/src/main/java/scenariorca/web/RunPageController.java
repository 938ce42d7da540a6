package scenariorca.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.comparison.PatternDelta;
import scenariorca.report.Answer;
import scenariorca.report.Reports;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnosticsReport;
import scenariorca.report.RunPlace;

/** Why did this run fail? */
@Controller
final class RunPageController {
    private final Reports reports;

    RunPageController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/run/{run_id}", produces = "text/html")
    @ResponseBody
    View run(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "severity", required = false) @Nullable List<String> severities,
            @RequestParam(name = "log", required = false) @Nullable String text,
            @RequestParam(name = "log_cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        var asked = LogLines.Asked.of(severities, text, cursor);
        RunPlace place = answers.take(reports.runPlace().answer(runId));
        try (var together = new ParallelQueries()) {
            var explained = together.ask(() -> reports.explanation().answer(runId));
            var diagnosed = together.ask(
                    () -> reports.runDiagnostics().answer(runId, RunDiagnosticsReport.MAX_LOGS, asked.cursor()));
            var computed = together.ask(() -> reports.runNodes().answer(runId));
            var struck = together.ask(() -> reports.problem().ofRun(runId));
            var told = together.ask(() -> reports.runVerdicts().answer(runId));
            var compared = together.ask(() -> logDeltas(place));
            RunDiagnostics diagnostics = answers.take(ParallelQueries.answer(diagnosed));
            var logs = LogLines.of(
                    diagnostics,
                    ParallelQueries.answer(compared).map(answers::take).orElse(List.of()),
                    asked,
                    reports.lakeLines().isThere());
            var page = new RunPage(
                    place,
                    answers.take(ParallelQueries.answer(explained)),
                    diagnostics,
                    answers.take(ParallelQueries.answer(computed)),
                    logs,
                    answers.take(ParallelQueries.answer(told)),
                    answers.take(ParallelQueries.answer(struck)).orElse(null));
            return View.of("run.jte", page.title(), Map.of("page", page), answers)
                    .in("runs");
        }
    }

    /** What differs from the last good run; empty without such a run. */
    private Optional<Answer<List<PatternDelta>>> logDeltas(RunPlace place) {
        if (place.lastGoodRunId() == null || place.outcome().equals("success")) {
            return Optional.empty();
        }
        return Optional.of(reports.runComparison().patternDeltas(place.lastGoodRunId(), place.runId()));
    }
}
