package scenariorca.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.Reports;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;

/** Which runs were there? */
@Controller
final class RunsController {
    private static final int RUNS = 100;

    private final Reports reports;

    RunsController(Reports reports) {
        this.reports = reports;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String scenario_id,
            @Nullable String model_id,
            @Nullable String user_id,
            @Nullable String outcome,
            @Nullable String error_category,
            @Nullable String fingerprint,
            @Nullable String start_date,
            @Nullable String end_date) {
        RunsReport.Filter filter() {
            return new RunsReport.Filter(
                    Filters.uuid("scenario_id", scenario_id),
                    Filters.uuid("model_id", model_id),
                    Filters.given(user_id),
                    Filters.given(outcome),
                    Filters.given(error_category),
                    Filters.given(fingerprint),
                    Period.of(Filters.given(start_date), Filters.given(end_date)));
        }

        String query() {
            var text = new StringBuilder();
            String[][] all = {
                {"scenario_id", scenario_id},
                {"model_id", model_id},
                {"user_id", user_id},
                {"outcome", outcome},
                {"error_category", error_category},
                {"fingerprint", fingerprint},
                {"start_date", start_date},
                {"end_date", end_date}
            };
            for (String[] one : all) {
                if (Filters.given(one[1]) != null) {
                    text.append(text.isEmpty() ? "" : "&")
                            .append(one[0])
                            .append('=')
                            .append(Links.encoded(one[1]));
                }
            }
            return text.toString();
        }

        /** The runs asked for, in words. */
        String words() {
            var text = new StringBuilder("Runs");
            text.append(said(" that ended as ", Show.words(outcome)));
            text.append(said(" of ", Show.words(error_category)));
            text.append(said(" by ", user_id));
            boolean isOneDay = start_date != null && start_date.equals(end_date);
            text.append(isOneDay ? said(" on ", start_date) : said(" from ", start_date) + said(" to ", end_date));
            return text.toString();
        }

        private static String said(String word, @Nullable String value) {
            return Filters.given(value) == null ? "" : word + value;
        }
    }

    @GetMapping("/runs")
    @ResponseBody
    View runs(@ModelAttribute Asked asked, @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        Page<RunRow> runs = answers.take(reports.runs().answer(asked.filter(), new PageRequest(RUNS, cursor)));
        return View.of("runs.jte", asked.words(), Map.of("asked", asked, "runs", runs), answers)
                .in("overview");
    }

    @GetMapping(path = "/runs.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<RunRow>> table(
            @ModelAttribute Asked asked, @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(
                        cursor -> reports.runs().answer(asked.filter(), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }
}
