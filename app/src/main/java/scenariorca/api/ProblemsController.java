package scenariorca.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
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
import scenariorca.report.Answer;
import scenariorca.report.Freshness;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PastTime;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.ReleaseRow;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.Window;

/** What is broken, since when, for whom, with which release; and what people do about it. */
@RestController
@RequestMapping(Paths.BASE)
@Tag(name = "Problems", description = "What is broken: one cause, one problem; and the releases they came with.")
final class ProblemsController {
    private static final String LIMIT = "" + PageRequest.DEFAULT_LIMIT;
    private static final String DAYS = "" + Window.DEFAULT_DAYS;

    private final Reports reports;
    private final Acting acting;

    ProblemsController(Reports reports, Acting acting) {
        this.reports = reports;
        this.acting = acting;
    }

    /**
     * The problems that struck runs in the last days.
     *
     * @param days length of the window in whole UTC days, today included
     * @param states only in this state: new, ongoing, resolved, regressed or ignored; may come more than once
     * @param problemClass only of this class: input, model, platform, upstream, fluke or unknown
     * @param owner only those this person looks after
     * @param scenarioId only those that struck this scenario, counted in it
     * @param modelId only those that struck this model, counted in it
     * @param therapeuticArea only those that struck models of this therapeutic area, counted in them
     * @param diseaseArea only those that struck models of this disease area, counted in them
     * @param environment only those that struck runs whose log lines name this environment, counted in them
     * @param fingerprint only those with this root error
     * @param q only those whose id, node or error holds this text, in any case
     * @param sort last_seen, first_seen, runs, scenarios or users; the largest or newest first
     * @param limit most problems on a page
     * @param cursor the {@code next} of the page before
     * @return the problems
     */
    @GetMapping(
            path = "/problems",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<ProblemRow>> problems(
            @RequestParam(name = "days", defaultValue = DAYS) @Min(1) @Max(Window.MAX_DAYS) int days,
            @RequestParam(name = "state", required = false) @Nullable List<String> states,
            @RequestParam(name = "class", required = false) @Nullable String problemClass,
            @RequestParam(name = "owner", required = false) @Nullable String owner,
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId,
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(name = "therapeutic_area", required = false) @Nullable String therapeuticArea,
            @RequestParam(name = "disease_area", required = false) @Nullable String diseaseArea,
            @RequestParam(name = "environment", required = false) @Nullable String environment,
            @RequestParam(name = "fingerprint", required = false) @Nullable String fingerprint,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "sort", required = false) @Nullable String sort,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var what = new ProblemsReport.What(scenarioId, problemClass, owner, fingerprint, q);
        var filter = new ProblemsReport.Filter(
                new Window(days),
                new RunFilter(modelId, therapeuticArea, diseaseArea, environment),
                states == null ? List.of() : states,
                what);
        return reports.problems().answer(filter, sort, new PageRequest(limit, cursor));
    }

    /**
     * One problem: what is broken, since when, for whom, which inputs did it, its episodes and the releases they came with,
     * what mended it before, what people did about it.
     *
     * @param id its id, or the id's first four or more digits; of a merged one the one that is left is told
     * @param asOf what was known then: a time, a day (its end, UTC), or the number of a load; now when left out
     * @return the problem
     */
    @GetMapping(path = "/problems/{id}", produces = Media.JSON_TYPE)
    Answer<ProblemCard> problem(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return reports.problem().answer(id, PastTime.of(asOf));
    }

    /**
     * An act that was kept.
     *
     * @param actionId its id, by which it can be taken back. Example: 4f2a91c05d11
     */
    record ActionKept(String actionId) {}

    /**
     * Acts on a problem; needs the scope edit. Every act is kept with who and when.
     *
     * @param id the problem
     * @return the act's id
     */
    @PostMapping(path = "/problems/{id}/actions", produces = Media.JSON_TYPE)
    @RequestBody(
            description = "A JSON object or the fields of a form.",
            content = @Content(mediaType = Media.JSON_TYPE, schema = @Schema(implementation = ActionBody.class)))
    @ResponseStatus(HttpStatus.CREATED)
    Answer<ActionKept> act(@PathVariable(name = "id") String id, HttpServletRequest request) {
        return kept(new ActionKept(acting.act(id, request)));
    }

    /**
     * What is to be done about a problem.
     *
     * @param action resolve, reopen, ignore, assign, note, merge, verdict_right, verdict_wrong or undo
     * @param note what you say; needed for note
     * @param release for resolve: the release that mends it; failures before it do not speak against you
     * @param owner for assign: who looks after it; nobody when left out
     * @param into for merge: the id of the problem that is left
     * @param suspect for verdict_right and verdict_wrong: which suspect it was
     * @param undo for undo: the id of the act to take back
     * @param until for ignore: a day or time; neither until nor runs ignores it for good
     * @param runs for ignore: until so many more runs are struck
     * @param by who acts, on a server without keys only
     */
    record ActionBody(
            String action,
            @Nullable String note,
            @Nullable String release,
            @Nullable String owner,
            @Nullable String into,
            @Nullable String suspect,
            @Nullable String undo,
            @Nullable String until,
            @Nullable Integer runs,
            @Nullable String by) {}

    /**
     * Releases of the platform and publications of models of the last days, the newest first, and how many problems came with
     * each.
     *
     * @param days length of the window in whole UTC days, today included
     * @param q only those whose name, service or model holds this text, in any case
     * @param limit most releases on a page
     * @param cursor the {@code next} of the page before
     * @return the releases
     */
    @GetMapping(
            path = "/releases",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<ReleaseRow>> releases(
            @RequestParam(name = "days", defaultValue = DAYS) @Min(1) @Max(Window.MAX_DAYS) int days,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", defaultValue = LIMIT) @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.releases().answer(new Window(days), q, new PageRequest(limit, cursor));
    }

    /**
     * What became of a release that was told.
     *
     * @param isNew false when it was known already
     */
    record ReleaseKept(boolean isNew) {}

    /**
     * A release of the platform.
     *
     * @param name its name or version. Example: 2026.47.0
     * @param service what was released. Example: forecast-engine
     * @param environment where. Example: prod
     * @param releasedAt when it was there; now when left out
     */
    record ReleaseBody(
            String name,
            @Nullable String service,
            @Nullable String environment,
            @Nullable String releasedAt) {}

    /**
     * Tells of a release; needs the scope edit. Made for one line of a pipeline.
     *
     * @return whether it was not known
     */
    @PostMapping(path = "/releases", produces = Media.JSON_TYPE)
    @RequestBody(
            description = "A JSON object or the fields of a form.",
            content = @Content(mediaType = Media.JSON_TYPE, schema = @Schema(implementation = ReleaseBody.class)))
    @ResponseStatus(HttpStatus.CREATED)
    Answer<ReleaseKept> release(HttpServletRequest request) {
        return kept(new ReleaseKept(acting.release(request)));
    }

    /** Of no version of the warehouse: nobody keeps it. */
    private static <T> Answer<T> kept(T content) {
        return new Answer<>(content, new Freshness(0, null, null, null));
    }
}
