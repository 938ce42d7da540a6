package scenariorca.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.Freshness;
import scenariorca.report.Overview;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.SearchHit;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** Where everything begins: the search, and what failed last. */
@Controller
final class StartController {
    private static final int FAILURES = 5;
    /** As far back as newest failures are looked through for those of different problems. */
    private static final int LOOKED_AT = 60;

    private static final int HITS = 50;
    private static final int LATELY_DAYS = 7;
    private static final int PROBLEMS = 30;
    private static final int LOG_GROUPS = 100;
    /** What struck no run for longer is on the page of problems. */
    private static final int BROKEN_DAYS = 14;

    private final Reports reports;
    private final Headlines headlines;

    StartController(Reports reports) {
        this.reports = reports;
        this.headlines = new Headlines(reports);
    }

    @GetMapping(path = "/", produces = "text/html")
    @ResponseBody
    View start() {
        var answers = new Answers();
        var failed = RunsReport.Filter.of(null, "failed", "timeout");
        List<RunRow> failures = answers.take(reports.runs().answer(failed, new PageRequest(LOOKED_AT, null)))
                .items();
        Overview lately = answers.take(reports.overview().answer(new Window(LATELY_DAYS), RunFilter.ALL));
        var open = new ProblemsReport.Filter(
                new Window(BROKEN_DAYS), RunFilter.ALL, ProblemWords.BROKEN, ProblemsReport.What.ANY);
        Page<ProblemRow> broken =
                answers.take(reports.problems().answer(open, "runs", new PageRequest(PROBLEMS, null)));
        var over = new ProblemsReport.Filter(
                new Window(BROKEN_DAYS), RunFilter.ALL, List.of("resolved"), ProblemsReport.What.ANY);
        List<ProblemRow> recovered =
                answers.take(reports.problems().answer(over, null, new PageRequest(PROBLEMS, null))).items().stream()
                        .filter(row -> isToday(row, answers.freshness()))
                        .toList();
        Map<String, Object> page = Map.of(
                "failures",
                headlines.of(newestOfEach(failures), answers),
                "lately",
                lately,
                "broken",
                broken,
                "recovered",
                recovered,
                "days",
                BROKEN_DAYS,
                "logs",
                LogsReach.of(answers.take(reports.logGroups().answer(new PageRequest(LOG_GROUPS, null)))
                        .items()),
                "from",
                firstDay(answers.freshness()));
        return View.of("start.jte", "Scenario RCA", page, answers);
    }

    /** The newest failed run of each problem, and each without one: a problem of many runs leaves room for others. */
    private static List<RunRow> newestOfEach(List<RunRow> failures) {
        Set<String> seen = new HashSet<>();
        return failures.stream()
                .filter(run -> run.problemId() == null || seen.add(run.problemId()))
                .limit(FAILURES)
                .toList();
    }

    /** The first day of those looked at; empty before the first load. */
    private static String firstDay(@Nullable Freshness freshness) {
        return freshness == null || freshness.day() == null
                ? ""
                : freshness.day().minusDays(LATELY_DAYS - 1L).toString();
    }

    /** On the UTC day of the answer. */
    private static boolean isToday(ProblemRow row, @Nullable Freshness freshness) {
        return row.recoveredAt() != null
                && freshness != null
                && freshness.day() != null
                && LocalDate.ofInstant(row.recoveredAt(), ZoneOffset.UTC).equals(freshness.day());
    }

    @GetMapping(path = "/search.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<SearchHit>> hits(
            @RequestParam(name = "q") String q,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor -> reports.search().answer(q.strip(), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    /** A text that names just one thing leads to it; otherwise to the list of what it may mean. */
    @GetMapping(path = "/search", produces = "text/html")
    @ResponseBody
    Object search(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        String text = q.strip();
        if (text.isEmpty()) {
            return redirect("/");
        }
        var found = answers.take(reports.search().answer(text, new PageRequest(HITS, cursor)));
        List<SearchHit> best =
                found.items().stream().filter(hit -> hit.rank() == 1).toList();
        boolean isMended = !found.items().isEmpty() && found.items().getFirst().rank() > SearchHit.MENDED;
        boolean isOne = !isMended
                && (found.items().size() == 1
                        || (best.size() == 1 && (isId(text) || isExactly(text, best.getFirst()))));
        if (isOne && cursor == null) {
            return redirect(Hit.link(best.isEmpty() ? found.items().getFirst() : best.getFirst()));
        }
        Map<String, Object> page = Map.of(
                "text",
                text,
                "isMended",
                isMended,
                "hits",
                found.items().stream().map(Hit::of).toList(),
                "next",
                found.next() == null ? "" : found.next());
        return View.of("search.jte", "Search: " + Show.clip(text, 40), page, answers)
                .searching(text);
    }

    private static boolean isExactly(String text, SearchHit hit) {
        return text.equalsIgnoreCase(hit.id()) || text.equalsIgnoreCase(hit.label());
    }

    private static boolean isId(String text) {
        return text.length() == 36 && text.chars().filter(c -> c == '-').count() == 4;
    }

    private static ResponseEntity<Void> redirect(String path) {
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", path).build();
    }
}
