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
import scenariorca.report.Answer;
import scenariorca.report.ErrorPattern;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ErrorPatternsReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PatternFixes;
import scenariorca.report.ReliabilityReport;
import scenariorca.report.ReliabilityRow;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.TopCategories;
import scenariorca.report.TopCategoriesReport;
import scenariorca.report.Window;

/** Questions about errors and reliability across scenarios. */
@RestController
@RequestMapping(Paths.BASE)
@Tag(name = "Errors", description = "What fails, how often, and how reliable runs are.")
final class ErrorsController {
    private final Reports reports;

    ErrorsController(Reports reports) {
        this.reports = reports;
    }

    /**
     * The kinds of error seen most in the last days, in failed runs and in log lines.
     *
     * @param days length of the window in whole UTC days, today included
     * @param limit most categories wanted
     * @return the categories, the most frequent first
     */
    @GetMapping(
            path = "/errors/top-categories",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<TopCategories> topCategories(
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "limit", defaultValue = "" + TopCategoriesReport.DEFAULT_LIMIT)
                    @Min(1)
                    @Max(PageRequest.MAX_LIMIT)
                    int limit) {
        return reports.topCategories().answer(new Window(days), limit);
    }

    /**
     * The error patterns seen in the last days, those most runs failed with first, those only logged last.
     *
     * @param days length of the window in whole UTC days, today included
     * @param category only this kind of error
     * @param severity only this severity: critical, major, minor or info
     * @param q only patterns that hold this text, in any case
     * @param limit most patterns on a page
     * @param cursor the {@code next} of the page before
     * @return the patterns
     */
    @GetMapping(
            path = "/errors/patterns",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<ErrorPatternRow>> patterns(
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "category", required = false) @Nullable String category,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", defaultValue = "" + PageRequest.DEFAULT_LIMIT)
                    @Min(1)
                    @Max(PageRequest.MAX_LIMIT)
                    int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.errorPatterns()
                .answer(
                        new ErrorPatternsReport.Filter(new Window(days), RunFilter.ALL, category, severity, q),
                        new PageRequest(limit, cursor));
    }

    /**
     * One error pattern: how often it was seen and when, whether it is new or has come back, at which nodes, in which
     * scenarios, for which users.
     *
     * @param fingerprint the pattern; a retired one leads to the one in its place
     * @return the pattern
     */
    @GetMapping(path = "/errors/patterns/{fingerprint}", produces = Media.JSON_TYPE)
    Answer<ErrorPattern> pattern(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.errorPattern().answer(fingerprint);
    }

    /**
     * What was changed when runs that failed with this pattern recovered, over the year up to a month after it was
     * last seen.
     *
     * @param fingerprint the pattern
     * @return the recoveries, and the inputs changed in between, the most frequent first
     */
    @GetMapping(path = "/errors/patterns/{fingerprint}/fixes", produces = Media.JSON_TYPE)
    Answer<PatternFixes> fixes(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.patternFixes().answer(fingerprint);
    }

    /**
     * How reliable the runs of each model were, day by day, the newest day first.
     *
     * @param days length of the window in whole UTC days, today included
     * @param modelId only this model
     * @param therapeuticArea only models of this therapeutic area
     * @param diseaseArea only models of this disease area
     * @param limit most rows on a page
     * @param cursor the {@code next} of the page before
     * @return a row per day and model with a run
     */
    @GetMapping(
            path = "/reliability/daily",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<ReliabilityRow>> reliability(
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "model_id", required = false) @Nullable UUID modelId,
            @RequestParam(name = "therapeutic_area", required = false) @Nullable String therapeuticArea,
            @RequestParam(name = "disease_area", required = false) @Nullable String diseaseArea,
            @RequestParam(name = "limit", defaultValue = "" + PageRequest.DEFAULT_LIMIT)
                    @Min(1)
                    @Max(PageRequest.MAX_LIMIT)
                    int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        return reports.reliability()
                .answer(
                        new ReliabilityReport.Filter(new Window(days), modelId, therapeuticArea, diseaseArea),
                        new PageRequest(limit, cursor));
    }
}
