package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.report.Answer;
import scenariorca.report.AuditTrail;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.ErrorSummary;
import scenariorca.report.PastTime;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparisonReport;
import scenariorca.report.StateChanges;

/** Questions about one scenario. */
@RestController
@RequestMapping(Paths.BASE + "/scenario/{scenario_id}")
@Tag(name = "Scenario", description = "What happened to a scenario, and how its runs went.")
final class ScenarioController {
    private final Reports reports;

    ScenarioController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Everything that happened to a scenario, oldest first: lifecycle transitions, input and event changes, runs, other
     * actions.
     *
     * @param scenarioId the scenario
     * @param startDate first day or time wanted, UTC; a day begins at midnight
     * @param endDate last day or time wanted, UTC; a day ends at midnight
     * @param eventTypes only events of these types; may be repeated. Of state_change, input_change, event_change,
     *     run_started, run_completed, user_action
     * @param limit most events on a page
     * @param cursor the {@code next} of the page before
     * @param asOf what was known then: a time, a day (its end, UTC), or the number of a load; now when left out
     * @return the events
     */
    @GetMapping(
            path = "/audit-trail",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<AuditTrail> auditTrail(
            @PathVariable(name = "scenario_id") UUID scenarioId,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            @RequestParam(name = "event_types", required = false) @Nullable List<String> eventTypes,
            @RequestParam(name = "limit", defaultValue = "" + AuditTrailReport.PAGE) @Min(1) @Max(AuditTrailReport.PAGE)
                    int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return reports.auditTrail()
                .answer(new AuditTrailReport.Question(
                        scenarioId,
                        Period.of(startDate, endDate),
                        eventTypes == null ? List.of() : eventTypes,
                        limit,
                        cursor,
                        PastTime.of(asOf)));
    }

    /**
     * Every lifecycle transition of a scenario ever seen, oldest first, also those the source has overwritten since.
     *
     * @param scenarioId the scenario
     * @return the transitions
     */
    @GetMapping(
            path = "/state-changes",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<StateChanges> stateChanges(@PathVariable(name = "scenario_id") UUID scenarioId) {
        return reports.stateChanges().answer(scenarioId);
    }

    /**
     * What differs between two runs of a scenario. With both ids left out: between the last run that worked and the first
     * that failed after it, at the newest failure streak. With one left out, its counterpart is found: the last success
     * before b, or the first failure after a.
     *
     * @param scenarioId the scenario
     * @param runA the baseline
     * @param runB the run compared with it
     * @return both runs, and for each node whose input differs what differs
     */
    @GetMapping(path = "/run-comparison", produces = Media.JSON_TYPE)
    Answer<RunComparison> runComparison(
            @PathVariable(name = "scenario_id") UUID scenarioId,
            @RequestParam(name = "run_a_id", required = false) @Nullable UUID runA,
            @RequestParam(name = "run_b_id", required = false) @Nullable UUID runB) {
        return reports.runComparison().answer(new RunComparisonReport.Question(scenarioId, runA, runB));
    }

    /**
     * How the runs of a scenario went: counts, success rate, kinds of error.
     *
     * @param scenarioId the scenario
     * @return the counts
     */
    @GetMapping(path = "/error-summary", produces = Media.JSON_TYPE)
    Answer<ErrorSummary> errorSummary(@PathVariable(name = "scenario_id") UUID scenarioId) {
        return reports.errorSummary().answer(scenarioId);
    }
}
