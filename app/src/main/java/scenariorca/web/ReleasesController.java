package scenariorca.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.ReleaseRow;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** What was released and published, and what broke with it? */
@Controller
final class ReleasesController {
    private static final String DAYS = "90";
    private static final int RELEASES = 100;
    private static final int PROBLEMS = 1_000;

    private final Reports reports;

    ReleasesController(Reports reports) {
        this.reports = reports;
    }

    /** All the page shows. */
    record ReleasesPage(Window window, String q, Page<ReleaseRow> releases, List<ProblemRow> problems) {
        String headline() {
            long harmful = releases.items().stream()
                    .filter(row -> row.problemCount() > 0)
                    .count();
            return releases.items().isEmpty()
                    ? "No release is known of the last " + Show.count(window.days(), "day") + "."
                    : "%s%s in the last %s; problems came with %s."
                            .formatted(
                                    releases.next() == null ? "" : "The newest ",
                                    Show.count(releases.items().size(), "release"),
                                    Show.count(window.days(), "day"),
                                    harmful == 0 ? "none of them" : Show.number(harmful) + " of them");
        }

        /** The problems that came with a release, as far as the evidence says. */
        List<ProblemRow> cameWith(ReleaseRow release) {
            return problems.stream()
                    .filter(problem -> release.releaseName().equals(problem.release())
                            && release.releasedAt().equals(problem.releasedAt()))
                    .toList();
        }

        QueryString query() {
            return new QueryString().with("days", window.days()).with("q", q);
        }

        /** What changed an hour before and after. */
        static String around(ReleaseRow release) {
            return Hit.around(release.releasedAt());
        }
    }

    @GetMapping(path = "/releases", produces = "text/html")
    @ResponseBody
    View releases(
            @RequestParam(name = "days", defaultValue = DAYS) int days,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        var window = new Window(days);
        Page<ReleaseRow> found = answers.take(
                reports.releases().answer(window, Filters.given(q), new PageRequest(RELEASES, Filters.given(cursor))));
        var filter = new ProblemsReport.Filter(window, RunFilter.ALL, List.of(), ProblemsReport.What.ANY);
        List<ProblemRow> problems = answers.take(
                        reports.problems().answer(filter, null, new PageRequest(PROBLEMS, null)))
                .items();
        var page = new ReleasesPage(window, Show.or(q, ""), found, problems);
        return View.of("releases.jte", "Releases", Map.of("page", page), answers)
                .in("changes");
    }

    @GetMapping(path = "/releases.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ReleaseRow>> table(
            @RequestParam(name = "days", defaultValue = DAYS) int days,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor -> reports.releases()
                        .answer(new Window(days), Filters.given(q), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }
}
