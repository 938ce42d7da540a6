package scenariorca.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.PastTime;
import scenariorca.report.Reports;

/** What was known then? */
@Controller
final class PastPagesController {
    private static final int EVENTS = 500;

    private final Reports reports;

    PastPagesController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/run/{run_id}", params = "as_of", produces = "text/html")
    @ResponseBody
    View run(@PathVariable(name = "run_id") UUID runId, @RequestParam(name = "as_of") String asOf) {
        var answers = new Answers();
        var page = new PastRunPage(answers.take(reports.pastVerdict().answer(runId, then(asOf))));
        return View.of("runPast.jte", Show.clip(page.headline(), 60), Map.of("page", page), answers)
                .in("runs");
    }

    @GetMapping(path = "/scenario/{scenario_id}", params = "as_of", produces = "text/html")
    @ResponseBody
    View scenario(
            @PathVariable(name = "scenario_id") UUID id,
            @ModelAttribute ScenarioPage.Asked asked,
            @RequestParam(name = "as_of") String asOf) {
        var answers = new Answers();
        var question = new AuditTrailReport.Question(
                id, asked.period(), asked.eventTypes(), EVENTS, Filters.given(asked.cursor()), then(asOf));
        var page = new PastScenarioPage(answers.take(reports.auditTrail().answer(question)), asked, asOf);
        return View.of("scenarioPast.jte", "What was known of a scenario", Map.of("page", page), answers)
                .in("overview");
    }

    private static PastTime then(String asOf) {
        return Objects.requireNonNull(PastTime.of(asOf));
    }
}
