package scenariorca.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Overview;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.SearchHit;
import scenariorca.report.Window;

/** Where everything begins: the search, and what failed last. */
@Controller
final class StartController {
    private static final int FAILURES = 8;
    private static final int HITS = 50;
    private static final int LATELY_DAYS = 7;

    private final Reports reports;
    private final Headlines headlines;

    StartController(Reports reports) {
        this.reports = reports;
        this.headlines = new Headlines(reports);
    }

    @GetMapping("/")
    @ResponseBody
    View start() {
        var answers = new Answers();
        List<RunRow> failures = Stream.of("failed", "timeout")
                .flatMap(outcome ->
                        answers
                                .take(reports.runs().answer(ended(outcome), new PageRequest(FAILURES, null)))
                                .items()
                                .stream())
                .sorted(Comparator.comparing(RunRow::startedAt).reversed().thenComparing(RunRow::runId))
                .limit(FAILURES)
                .toList();
        Overview lately = answers.take(reports.overview().answer(new Window(LATELY_DAYS), RunFilter.ALL));
        Map<String, Object> page = Map.of("failures", headlines.of(failures, answers), "lately", lately);
        return View.of("start.jte", "Scenario RCA", page, answers);
    }

    private static RunsReport.Filter ended(String outcome) {
        return new RunsReport.Filter(null, null, null, outcome, null, null, new Period(null, null));
    }

    /** A text that names just one thing leads to it; otherwise to the list of what it may mean. */
    @GetMapping("/search")
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
        boolean isOne = found.items().size() == 1 || (best.size() == 1 && isId(text));
        if (isOne && cursor == null) {
            return redirect(Hit.link(best.isEmpty() ? found.items().getFirst() : best.getFirst()));
        }
        Map<String, Object> page = Map.of(
                "text",
                text,
                "hits",
                found.items().stream().map(Hit::of).toList(),
                "next",
                found.next() == null ? "" : found.next());
        return View.of("search.jte", "Search: " + Show.clip(text, 40), page, answers)
                .searching(text);
    }

    private static boolean isId(String text) {
        return text.length() == 36 && text.chars().filter(c -> c == '-').count() == 4;
    }

    private static ResponseEntity<Void> redirect(String path) {
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", path).build();
    }
}
