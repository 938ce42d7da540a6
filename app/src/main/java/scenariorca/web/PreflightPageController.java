package scenariorca.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.explanation.TypedInputs;
import scenariorca.preflight.Preflight;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.Reports;

/** Will a run of this scenario fail? */
@Controller
final class PreflightPageController {
    private final Reports reports;

    PreflightPageController(Reports reports) {
        this.reports = reports;
    }

    /** All the page shows. */
    record PreflightPage(Preflight found) {
        /** The answer as a sentence. */
        String headline() {
            String percent = Show.percent(
                    BigDecimal.valueOf(found.failureProbability() * 100).setScale(0, RoundingMode.HALF_UP));
            return found.reasons().isEmpty()
                    ? "A run should work: nothing speaks for a failure."
                    : "A run %s (%s)."
                            .formatted(
                                    found.outlook().startsWith("nothing") ? "should work" : found.outlook(), percent);
        }
    }

    @GetMapping(path = "/scenario/{scenario_id}/preflight", produces = "text/html")
    @ResponseBody
    View preflight(@PathVariable(name = "scenario_id") UUID id) {
        var answers = new Answers();
        var page = new PreflightPage(answers.take(reports.preflight().answer(id, TypedInputs.NONE)));
        return View.of("preflight.jte", "Pre-flight", Map.of("page", page), answers)
                .in("overview");
    }

    @GetMapping(path = "/scenario/{scenario_id}/preflight.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<Preflight.Reason>> reasons(@PathVariable(name = "scenario_id") UUID id) {
        Answer<Preflight> answer = reports.preflight().answer(id, TypedInputs.NONE);
        return new Answer<>(new Page<>(answer.content().reasons(), null), answer.freshness());
    }
}
