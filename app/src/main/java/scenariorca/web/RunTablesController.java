package scenariorca.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.diagnosis.Verdict;
import scenariorca.lake.LakeLine;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnostics.Diagnostic;
import scenariorca.report.RunDiagnostics.LogEvent;
import scenariorca.report.RunDiagnostics.NodeFailure;
import scenariorca.report.RunDiagnostics.UsedInput;
import scenariorca.report.RunDiagnosticsReport;
import scenariorca.report.RunNodes;
import scenariorca.report.Whole;

/** The tables of a run's page, and all of its evidence, to take away. */
@Controller
@RequestMapping(path = "/run/{run_id}", produces = "text/csv")
final class RunTablesController {
    private final Reports reports;

    RunTablesController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/suspects.csv")
    @ResponseBody
    Answer<Page<RunTables.SuspectRow>> suspects(@PathVariable(name = "run_id") UUID runId) {
        Answer<Verdict> found = reports.explanation().answer(runId);
        return new Answer<>(RunTables.suspects(found.content()), found.freshness());
    }

    @GetMapping("/cleared.csv")
    @ResponseBody
    Answer<Page<RunTables.ClearedRow>> cleared(@PathVariable(name = "run_id") UUID runId) {
        Answer<Verdict> found = reports.explanation().answer(runId);
        return new Answer<>(RunTables.cleared(found.content()), found.freshness());
    }

    @GetMapping("/graph.csv")
    @ResponseBody
    Answer<Page<RunNodes.Edge>> graph(@PathVariable(name = "run_id") UUID runId) {
        Answer<RunNodes> found = reports.runNodes().answer(runId);
        return new Answer<>(new Page<>(found.content().edges(), null), found.freshness());
    }

    @GetMapping("/nodes.csv")
    @ResponseBody
    Answer<RunNodes> nodes(@PathVariable(name = "run_id") UUID runId) {
        return reports.runNodes().answer(runId);
    }

    @GetMapping("/failures.csv")
    @ResponseBody
    Answer<Page<NodeFailure>> failures(@PathVariable(name = "run_id") UUID runId) {
        return table(runId, RunDiagnostics::nodeFailures);
    }

    @GetMapping("/findings.csv")
    @ResponseBody
    Answer<Page<Diagnostic>> findings(@PathVariable(name = "run_id") UUID runId) {
        return table(runId, RunDiagnostics::diagnostics);
    }

    @GetMapping("/inputs.csv")
    @ResponseBody
    Answer<Page<UsedInput>> inputs(@PathVariable(name = "run_id") UUID runId) {
        return table(runId, RunDiagnostics::inputSnapshot);
    }

    @GetMapping("/log.csv")
    @ResponseBody
    Answer<Page<LogEvent>> log(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor -> {
                    Answer<RunDiagnostics> found =
                            reports.runDiagnostics().answer(runId, RunDiagnosticsReport.MAX_LOGS, cursor);
                    return new Answer<>(
                            new Page<>(
                                    found.content().cloudwatchLogs(),
                                    found.content().nextLogs()),
                            found.freshness());
                })
                .read(from);
    }

    @GetMapping(path = "/evidence-bundle.zip", produces = "application/zip")
    @ResponseBody
    Answer<byte[]> evidenceBundle(@PathVariable(name = "run_id") UUID runId) {
        Answer<EvidenceBundle> found = reports.evidenceBundle().answer(runId);
        return new Answer<>(found.content().zip(), found.freshness());
    }

    /** All lines of the run, those that only the lake has included. */
    @GetMapping("/lake.csv")
    @ResponseBody
    Answer<Page<LakeLine>> lake(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor -> reports.lakeLines().answer(runId, new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    private <T> Answer<Page<T>> table(UUID runId, java.util.function.Function<RunDiagnostics, List<T>> rows) {
        Answer<RunDiagnostics> found = reports.runDiagnostics().answer(runId, 1, null);
        return new Answer<>(new Page<>(rows.apply(found.content()), null), found.freshness());
    }
}
