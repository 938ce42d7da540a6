package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.report.Answer;
import scenariorca.report.NodeRow;
import scenariorca.report.NodesReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.ScenarioRow;
import scenariorca.report.ScenariosReport;
import scenariorca.report.SearchHit;
import scenariorca.report.UserRow;

/** Lists, for pickers and dashboards, and the search. */
@RestController
@RequestMapping(
        path = Paths.BASE,
        produces = {Media.JSON_TYPE, Media.CSV_TYPE})
@Tag(name = "Lists", description = "Scenarios, runs, users, nodes, and the search over all of them.")
final class ListController {
    private static final String LIMIT = "" + PageRequest.DEFAULT_LIMIT;

    private final Reports reports;

    ListController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Scenarios, the newest first, and how their runs go.
     *
     * @param status only those whose current status is this, in any case
     * @param modelId only those of this model
     * @param createdBy only those this user created
     * @param therapeuticArea only those of models of this therapeutic area
     * @param diseaseArea only those of models of this disease area
     * @param q only those whose name holds this text, in any case
     * @param limit most scenarios on a page
     * @param cursor the {@code next} of the page before
     * @return the scenarios
     */
    @GetMapping("/scenarios")
    Answer<Page<ScenarioRow>> scenarios(
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(name = "created_by", required = false) @Nullable String createdBy,
            @RequestParam(name = "therapeutic_area", required = false) @Nullable String therapeuticArea,
            @RequestParam(name = "disease_area", required = false) @Nullable String diseaseArea,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.scenarios()
                .answer(
                        new ScenariosReport.Filter(status, modelId, createdBy, therapeuticArea, diseaseArea, q),
                        new PageRequest(limit, cursor));
    }

    /**
     * Runs, the newest first.
     *
     * @param scenarioId only those of this scenario
     * @param modelId only those of this model
     * @param therapeuticArea only those of models of this therapeutic area
     * @param diseaseArea only those of models of this disease area
     * @param environment only those whose log lines name this environment
     * @param userId only those this user started
     * @param owner only those of scenarios this user created
     * @param outcomes only those that ended so: success, failed, timeout, in_progress or unknown; or slow, however they ended; may
     *     come more than once
     * @param errorCategory only those that ended with this kind of error
     * @param fingerprint only those that failed with this error pattern, or of which a calculation did
     * @param problemId only those this problem struck
     * @param startDate only those started on or after this day or time, UTC
     * @param endDate only those started on or before this day or time, UTC
     * @param limit most runs on a page
     * @param cursor the {@code next} of the page before
     * @return the runs
     */
    @GetMapping("/runs")
    Answer<Page<RunRow>> runs(
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId,
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(name = "therapeutic_area", required = false) @Nullable String therapeuticArea,
            @RequestParam(name = "disease_area", required = false) @Nullable String diseaseArea,
            @RequestParam(name = "environment", required = false) @Nullable String environment,
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            @RequestParam(name = "owner", required = false) @Nullable String owner,
            @RequestParam(name = "outcome", required = false) @Nullable List<String> outcomes,
            @RequestParam(name = "error_category", required = false) @Nullable String errorCategory,
            @RequestParam(name = "fingerprint", required = false) @Nullable String fingerprint,
            @RequestParam(name = "problem_id", required = false) @Nullable String problemId,
            @RequestParam(name = "start_date", required = false) @Nullable String startDate,
            @RequestParam(name = "end_date", required = false) @Nullable String endDate,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.runs()
                .answer(
                        new RunsReport.Filter(
                                scenarioId,
                                new RunFilter(modelId, therapeuticArea, diseaseArea, environment),
                                userId,
                                owner,
                                outcomes == null ? List.of() : outcomes,
                                errorCategory,
                                fingerprint,
                                problemId,
                                Period.of(startDate, endDate)),
                        new PageRequest(limit, cursor));
    }

    /**
     * Users, by name.
     *
     * @param q only those whose name holds this text, in any case
     * @param limit most users on a page
     * @param cursor the {@code next} of the page before
     * @return the users
     */
    @GetMapping("/users")
    Answer<Page<UserRow>> users(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.users().answer(q, new PageRequest(limit, cursor));
    }

    /**
     * Nodes, by name.
     *
     * @param modelId only those of this model
     * @param nodeType only those of this type
     * @param q only those whose name holds this text, in any case
     * @param limit most nodes on a page
     * @param cursor the {@code next} of the page before
     * @return the nodes
     */
    @GetMapping("/nodes")
    Answer<Page<NodeRow>> nodes(
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(name = "node_type", required = false) @Nullable String nodeType,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.nodes().answer(new NodesReport.Filter(modelId, nodeType, q), new PageRequest(limit, cursor));
    }

    /**
     * Whatever has this id or name: a run, scenario, node, model, input version or request by its id or the id's first four
     * or more digits; a scenario, user, node, model, error pattern or failed run by part of its name or error text.
     *
     * @param q the id, name or text
     * @param limit most hits on a page
     * @param cursor the {@code next} of the page before
     * @return what was found, the best hits first
     */
    @GetMapping("/search")
    Answer<Page<SearchHit>> search(
            @RequestParam(name = "q") String q,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.search().answer(q, new PageRequest(limit, cursor));
    }
}
