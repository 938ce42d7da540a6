package scenariorca.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.diagnosis.Verdict;
import scenariorca.lake.LakeLine;
import scenariorca.report.Answer;
import scenariorca.report.Freshness;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PastTime;
import scenariorca.report.PastVerdict;
import scenariorca.report.Reports;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnosticsReport;
import scenariorca.report.RunVerdicts;

/** Questions about one run. */
@RestController
@RequestMapping(path = Paths.BASE + "/run/{run_id}", produces = Media.JSON_TYPE)
@Tag(name = "Run", description = "What happened in a run.")
final class RunController {
    private final Reports reports;
    private final Acting acting;

    RunController(Reports reports, Acting acting) {
        this.reports = reports;
        this.acting = acting;
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
     * @param asOf what was said then instead: a time, a day (its end, UTC), or the number of a load; the answer is that
     *     verdict as far as it is kept, and what has changed it since
     * @return the verdict
     */
    @GetMapping("/explanation")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Media.JSON_TYPE, schema = @Schema(oneOf = {Verdict.class, PastVerdict.class})))
    Answer<?> explanation(
            @PathVariable(name = "run_id") UUID runId,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        PastTime then = PastTime.of(asOf);
        return then == null
                ? reports.explanation().answer(runId)
                : reports.pastVerdict().answer(runId, then);
    }

    /**
     * What was said of the run each time the verdict changed, by which rules and what had changed since; and what people said of
     * it.
     *
     * @param runId the run
     * @return the verdicts and the judgements, the newest first
     */
    @GetMapping("/verdicts")
    Answer<RunVerdicts> verdicts(@PathVariable(name = "run_id") UUID runId) {
        return reports.runVerdicts().answer(runId);
    }

    /**
     * What was kept.
     *
     * @param actionId by which it can be taken back. Example: 4f2a91c05d11
     */
    record FeedbackKept(String actionId) {}

    /**
     * Says whether the verdict is right, or which suspect it was; needs the scope edit. It is kept with who and when, told on the
     * run's problem, and evidence for later runs of the same error.
     *
     * @param runId the run
     * @return the act's id
     */
    @PostMapping("/feedback")
    @RequestBody(
            description = "A JSON object or the fields of a form.",
            content = @Content(mediaType = Media.JSON_TYPE, schema = @Schema(implementation = FeedbackBody.class)))
    @ResponseStatus(HttpStatus.CREATED)
    Answer<FeedbackKept> feedback(@PathVariable(name = "run_id") UUID runId, HttpServletRequest request) {
        return new Answer<>(new FeedbackKept(acting.judge(runId, request)), new Freshness(0, null, null, null));
    }

    /**
     * What a person says of a verdict.
     *
     * @param verdict right or wrong
     * @param suspect which suspect it was: its title, its rank, or its class where it is no input; anything else is kept as your
     *     words. What the verdict names when it is right and this is left out
     * @param note what you say
     * @param undo the id of the act to take back, instead of a verdict
     * @param by who says so, on a server without keys only
     */
    record FeedbackBody(
            @Nullable String verdict,
            @Nullable String suspect,
            @Nullable String note,
            @Nullable String undo,
            @Nullable String by) {}

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
