package scenariorca.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.ChangeRow;
import scenariorca.report.ChangesReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RowOrder;
import scenariorca.report.Whole;

/** What changed at that time? */
@Controller
final class ChangesPageController {
    private static final int ROWS = 200;
    /** What a browser's field for a time sends. */
    private static final int MINUTE_LENGTH = "2026-01-31T14:00".length();

    private final Reports reports;

    ChangesPageController(Reports reports) {
        this.reports = reports;
    }

    /** What is asked for, as it stands in the address; a time without a zone is UTC. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> kind,
            @Nullable String user_id) {
        ChangesReport.Filter filter() {
            return new ChangesReport.Filter(Period.between(time(from), time(to)), kinds(), Filters.given(user_id));
        }

        List<String> kinds() {
            return kind == null
                    ? List.of()
                    : kind.stream().filter(one -> !one.isBlank()).distinct().toList();
        }

        QueryString query() {
            return new QueryString()
                    .with("from", from)
                    .with("to", to)
                    .withAll("kind", kinds())
                    .with("user_id", user_id);
        }

        /** As the field for a time shows it: to the minute, UTC. */
        static String field(@Nullable String text) {
            String time = Show.or(text, "");
            return time.length() >= MINUTE_LENGTH
                    ? time.substring(0, MINUTE_LENGTH)
                    : time.isEmpty() ? "" : time + "T00:00";
        }

        private static @Nullable String time(@Nullable String text) {
            String given = Filters.given(text);
            return given != null && given.length() == MINUTE_LENGTH ? given + ":00Z" : given;
        }
    }

    /** All the page shows. */
    record ChangesPage(Asked asked, Listing<ChangeRow> changes, Sorting sorting) {
        /** The answer as a sentence. */
        String headline() {
            List<ChangeRow> rows = changes.items();
            if (rows.isEmpty()) {
                return "Nothing changed in this time.";
            }
            Long count = changes.count();
            if (count == null || count != rows.size()) {
                return count == null
                        ? "More than " + Show.count(rows.size(), "change") + "."
                        : Show.count(count, "change") + ".";
            }
            long harmful = rows.stream().filter(row -> row.failedRuns() > 0).count();
            String after = harmful == 0 ? "no run failed after " : "runs failed after ";
            String which = rows.size() == 1 ? "it" : harmful == 0 ? "them" : Show.number(harmful) + " of them";
            return "%s; %s%s.".formatted(Show.count(rows.size(), "change"), after, which);
        }

        /** The runs that failed after a change. */
        static String failures(ChangeRow row) {
            return row.scenarioId() == null
                    ? "/run/" + row.firstFailedRunId()
                    : new QueryString()
                            .with("scenario_id", row.scenarioId())
                            .withAll("outcome", List.of("failed", "timeout"))
                            .with("start_date", row.changedAt())
                            .of("/runs");
        }
    }

    @GetMapping(path = "/changes", produces = "text/html")
    @ResponseBody
    View changes(
            @ModelAttribute Asked asked,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        Sorting sorting = ordered.of("/changes", asked.query()).of(Map.of("changes", SortColumns.CHANGES));
        RowOrder order = sorting.rows("changes", SortColumns.CHANGES, ROWS);
        Listing<ChangeRow> changes = order == null
                ? Listing.of(
                        answers.take(reports.changes().answer(asked.filter(), new PageRequest(ROWS, cursor))),
                        cursor,
                        next -> asked.query().with("cursor", next).of("/changes"))
                : Listing.of(answers.take(reports.changes().answer(asked.filter(), order)), sorting, "changes");
        var page = new ChangesPage(asked, changes, sorting);
        return View.of("changes.jte", "Changes", Map.of("page", page), answers).in("changes");
    }

    @GetMapping(path = "/changes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ChangeRow>> table(
            @ModelAttribute Asked asked, @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor ->
                        reports.changes().answer(asked.filter(), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }
}
