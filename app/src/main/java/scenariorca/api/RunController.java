package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.diagnosis.Verdict;
import scenariorca.lake.LakeLine;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnosticsReport;

/** Questions about one run. */
@RestController
@RequestMapping(path = Paths.BASE + "/run/{run_id}", produces = Media.JSON_TYPE)
@Tag(name = "Run", description = "What happened in a run.")
final class RunController {
    private final Reports reports;

    RunController(Reports reports) {
        this.reports = reports;
    }

    /**
     * All that is known about a run: findings, log events, the inputs exactly as it used them, the nodes that failed.
     *
     * @param runId the run
     * @param logLimit most log events wanted
     * @param logCursor the {@code next_logs} of the answer before, for the log events after it
     * @return the run and what is known about it
     */
    @GetMapping("/diagnostics")
    Answer<RunDiagnostics> diagnostics(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "log_limit", defaultValue = "" + RunDiagnosticsReport.MAX_LOGS)
                    @Min(1)
                    @Max(RunDiagnosticsReport.MAX_LOGS)
                    int logLimit,
            @RequestParam(name = "log_cursor", required = false) @Nullable String logCursor) {
        return reports.runDiagnostics().answer(runId, logLimit, logCursor);
    }

    /**
     * What the run logged, by the lake of the job on the cluster: lines that the warehouse does not keep, too, in the order of
     * time.
     *
     * @param runId the run
     * @param limit most lines on a page
     * @param cursor the {@code next} of the page before
     * @return the lines
     */
    @GetMapping(
            path = "/lake",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<LakeLine>> lake(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "limit", defaultValue = "" + PageRequest.MAX_LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT)
                    int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.lakeLines().answer(runId, new PageRequest(limit, cursor));
    }

    /**
     * Why the run failed, or took so long: the verdict with its evidence, the suspects ranked, the innocent cleared with a
     * reason each. A cause is named only on evidence; otherwise the class is unknown, and what would decide it is told.
     *
     * @param runId the run
     * @return the verdict
     */
    @GetMapping("/explanation")
    Answer<Verdict> explanation(@PathVariable(name = "run_id") UUID runId) {
        return reports.explanation().answer(runId);
    }

    /**
     * The verdict with everything it was made of: the evidence, the log lines, the inputs of both runs, a hash of each file and
     * the versions. <code>./rca explain --from</code> makes the same verdict of it without a warehouse.
     *
     * @param runId the run
     * @return a zip of JSON files
     */
    @GetMapping(path = "/evidence-bundle", produces = Media.ZIP_TYPE)
    Answer<byte[]> evidenceBundle(@PathVariable(name = "run_id") UUID runId) {
        Answer<EvidenceBundle> found = reports.evidenceBundle().answer(runId);
        return new Answer<>(found.content().zip(), found.freshness());
    }
}
