package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.report.Answer;
import scenariorca.report.ChangeRow;
import scenariorca.report.ChangesReport;
import scenariorca.report.News;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;

/** What changed on the platform. */
@RestController
@RequestMapping(Paths.BASE)
@Tag(name = "Changes", description = "What changed in a stretch of time, over all scenarios.")
final class ChangesController {
    private final Reports reports;

    ChangesController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Everything that changed in a stretch of time, the oldest first: edits of inputs and events, lifecycle transitions, releases,
     * publications of models; with the runs that failed after each.
     *
     * @param from first instant, an RFC 3339 time or a UTC day; the beginning of yesterday (UTC) when left out
     * @param to last instant, as {@code from}; none when left out
     * @param kinds only these kinds: input_change, event_change, state_change, release, publication
     * @param userId only what this user changed
     * @param limit most changes on a page
     * @param cursor the {@code next} of the page before
     * @return the changes
     */
    @GetMapping(
            path = "/changes",
            produces = {Media.JSON_TYPE, Media.CSV_TYPE})
    Answer<Page<ChangeRow>> changes(
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "kind", required = false) @Nullable List<String> kinds,
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            @RequestParam(name = "limit", defaultValue = "50") @Min(1) @Max(PageRequest.MAX_LIMIT) int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var filter = new ChangesReport.Filter(Period.between(from, to), kinds == null ? List.of() : kinds, userId);
        return reports.changes().answer(filter, new PageRequest(limit, cursor));
    }

    /**
     * What is new since a time, in numbers: for a page that is open, when it hears (by {@code /live}) that the warehouse has
     * changed.
     *
     * @param since an RFC 3339 time or a UTC day, such as {@code fresh_to} of what is shown
     * @return what is new
     */
    @GetMapping(path = "/news", produces = Media.JSON_TYPE)
    Answer<News> news(@RequestParam(name = "since") String since) {
        return reports.news().answer(since);
    }
}
