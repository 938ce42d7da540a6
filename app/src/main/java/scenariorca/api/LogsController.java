package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.report.Answer;
import scenariorca.report.LogGroup;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.UnlinkedLogs;
import scenariorca.report.UnlinkedLogsReport;
import scenariorca.report.Window;

/** Questions about the log lines themselves: how complete they are, and which have no owner. */
@RestController
@RequestMapping(
        path = Paths.BASE,
        produces = {Media.JSON_TYPE, Media.CSV_TYPE})
@Tag(name = "Logs", description = "How complete the logs are, and which lines belong to nothing we know.")
final class LogsController {
    private static final String LIMIT = "" + PageRequest.DEFAULT_LIMIT;

    private final Reports reports;

    LogsController(Reports reports) {
        this.reports = reports;
    }

    /**
     * How far each log group is read, and how late its events arrive, by name.
     *
     * @param limit most log groups on a page
     * @param cursor the {@code next} of the page before
     * @return the log groups
     */
    @GetMapping("/logs/groups")
    Answer<Page<LogGroup>> groups(
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.logGroups().answer(new PageRequest(limit, cursor));
    }

    /**
     * The log lines that belong to no run, action or scenario we know, with the reason, the newest first. Only who sees every
     * scenario sees those that name none.
     *
     * @param days length of the window in whole UTC days, today included
     * @param severity only lines of this severity: DEBUG, INFO, WARN, ERROR, FATAL or UNKNOWN; ERRORS for ERROR and FATAL, ALL
     *     for all
     * @param reason only lines not linked for this reason: unparsed, no_id, unknown_run, unknown_request, unknown_scenario or
     *     only_node
     * @param logGroup only lines of this log group
     * @param limit most lines on a page
     * @param cursor the {@code next} of the page before
     * @return the lines, and how many there are
     */
    @GetMapping("/logs/unlinked")
    Answer<UnlinkedLogs> unlinked(
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "severity", defaultValue = "ERRORS") String severity,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "log_group", required = false) @Nullable String logGroup,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.unlinkedLogs()
                .answer(
                        new UnlinkedLogsReport.Filter(new Window(days), severity, reason, logGroup),
                        new PageRequest(limit, cursor));
    }
}
