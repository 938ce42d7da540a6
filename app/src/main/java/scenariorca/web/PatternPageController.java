package scenariorca.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.ErrorPattern;
import scenariorca.report.Page;
import scenariorca.report.PatternFixes;
import scenariorca.report.PatternHistory;
import scenariorca.report.Reports;
import scenariorca.report.Window;

/** Since when, where and to whom does this error happen, and what made it go away? */
@Controller
final class PatternPageController {
    private static final String DAYS = "90";

    private final Reports reports;

    PatternPageController(Reports reports) {
        this.reports = reports;
    }

    /** One error pattern: since when, where, and what made it go away. */
    record PatternPage(
            ErrorPattern pattern, PatternHistory history, PatternFixes fixes, Window window, Sorting sorting) {
        private static final Map<String, Map<String, ? extends Sorting.Column<?>>> TABLES =
                Map.of("scenarios", SortColumns.CARRYING, "nodes", SortColumns.SAYING, "users", SortColumns.USERS);

        List<ErrorPattern.AffectedScenario> scenarios() {
            return sorting.sorted("scenarios", SortColumns.CARRYING, pattern.scenarios());
        }

        List<ErrorPattern.FailingNode> nodes() {
            return sorting.sorted("nodes", SortColumns.SAYING, pattern.topNodes());
        }

        List<ErrorPattern.AffectedUser> users() {
            return sorting.sorted("users", SortColumns.USERS, pattern.users());
        }

        /** Example: 32 runs of 9 scenarios failed so. */
        String said() {
            return isCause()
                    ? "%s of %s failed so."
                            .formatted(
                                    Show.count(pattern.failedRunCount(), "run"),
                                    Show.count(pattern.failedScenarioCount(), "scenario"))
                    : pattern.runCount() == 0
                            ? "No run failed so; it was only logged."
                            : "No run failed so; %s of %s logged it."
                                    .formatted(
                                            Show.count(pattern.runCount(), "run"),
                                            Show.count(pattern.scenarioCount(), "scenario"));
        }

        /** Runs of the days looked at. */
        long inWindow() {
            return history.days().stream()
                    .mapToLong(PatternHistory.Day::runCount)
                    .sum();
        }

        /** Whether runs or their calculations failed with it; otherwise it is only a kind of log line. */
        boolean isCause() {
            return pattern.failedRunCount() > 0;
        }

        DayChart chart() {
            return DayChart.pattern(history);
        }
    }

    @GetMapping(path = "/pattern/{fingerprint}", produces = "text/html")
    @ResponseBody
    View pattern(
            @PathVariable(name = "fingerprint") String fingerprint,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "days", defaultValue = DAYS) int days) {
        var answers = new Answers();
        var window = new Window(days);
        ErrorPattern pattern = answers.take(reports.errorPattern().answer(fingerprint));
        var page = new PatternPage(
                pattern,
                answers.take(reports.patternHistory().answer(pattern.fingerprint(), window)),
                answers.take(reports.patternFixes().answer(pattern.fingerprint())),
                window,
                ordered.of(Links.pattern(pattern.fingerprint()), new QueryString().with("days", days))
                        .of(PatternPage.TABLES));
        return View.of("pattern.jte", Show.clip(pattern.pattern(), 60), Map.of("page", page), answers)
                .in("reliability");
    }

    @GetMapping(path = "/pattern/{fingerprint}/days.csv", produces = "text/csv")
    @ResponseBody
    Answer<PatternHistory> patternDays(
            @PathVariable(name = "fingerprint") String fingerprint,
            @RequestParam(name = "days", defaultValue = DAYS) int days) {
        return reports.patternHistory().answer(fingerprint, new Window(days));
    }

    @GetMapping(path = "/pattern/{fingerprint}/scenarios.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ErrorPattern.AffectedScenario>> scenarios(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.errorPattern().scenarios(fingerprint);
    }

    @GetMapping(path = "/pattern/{fingerprint}/nodes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ErrorPattern.FailingNode>> nodes(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.errorPattern().nodes(fingerprint);
    }

    @GetMapping(path = "/pattern/{fingerprint}/runs.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<PatternHistory.Run>> runs(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.patternHistory().runs(fingerprint);
    }

    @GetMapping(path = "/pattern/{fingerprint}/users.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ErrorPattern.AffectedUser>> users(@PathVariable(name = "fingerprint") String fingerprint) {
        return reports.errorPattern().users(fingerprint);
    }
}
