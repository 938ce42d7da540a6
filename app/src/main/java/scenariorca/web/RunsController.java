package scenariorca.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import scenariorca.report.RowOrder;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** Which runs were there? */
@Controller
final class RunsController {
    private static final int RUNS = 100;
    /** Environments that logged in this time are offered. */
    private static final int ENVIRONMENT_DAYS = 365;

    private final Reports reports;

    RunsController(Reports reports) {
        this.reports = reports;
    }

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String scenario_id,
            @Nullable String model_id,
            @Nullable String therapeutic_area,
            @Nullable String disease_area,
            @Nullable String environment,
            @Nullable String user_id,
            @Nullable String owner,
            @Nullable List<String> outcome,
            @Nullable String error_category,
            @Nullable String fingerprint,
            @Nullable String problem_id,
            @Nullable String start_date,
            @Nullable String end_date) {
        RunsReport.Filter filter() {
            return new RunsReport.Filter(
                    Filters.uuid("scenario_id", scenario_id),
                    Filters.filter(model_id, therapeutic_area, disease_area, environment),
                    Filters.given(user_id),
                    Filters.given(owner),
                    outcomes(),
                    Filters.given(error_category),
                    Filters.given(fingerprint),
                    Filters.given(problem_id),
                    Period.of(Filters.given(start_date), Filters.given(end_date)));
        }

        List<String> outcomes() {
            return outcome == null
                    ? List.of()
                    : outcome.stream().filter(one -> !one.isBlank()).distinct().toList();
        }

        QueryString query() {
            return new QueryString()
                    .with(fieldless())
                    .withAll("outcome", outcomes())
                    .with("model_id", model_id)
                    .with("therapeutic_area", therapeutic_area)
                    .with("disease_area", disease_area)
                    .with("environment", environment)
                    .with("user_id", user_id)
                    .with("owner", owner)
                    .with("start_date", start_date)
                    .with("end_date", end_date);
        }

        /** What the form has no field for. */
        QueryString fieldless() {
            return new QueryString()
                    .with("scenario_id", scenario_id)
                    .with("error_category", error_category)
                    .with("fingerprint", fingerprint)
                    .with("problem_id", problem_id);
        }

        /** The runs asked for, in words. */
        String words() {
            var text = new StringBuilder();
            text.append(said(" that ", outcomes().stream().map(Asked::ended).collect(Collectors.joining(" or "))));
            text.append(said(" of kind ", Show.words(error_category)));
            text.append(said(" in ", therapeutic_area)).append(said(" in ", disease_area));
            text.append(said(" in environment ", environment));
            text.append(said(" by ", user_id)).append(said(" of scenarios of ", owner));
            boolean isOneDay = start_date != null && start_date.equals(end_date);
            text.append(isOneDay ? said(" on ", start_date) : said(" from ", start_date) + said(" to ", end_date));
            return text.toString();
        }

        private static String ended(String outcome) {
            return switch (outcome) {
                case "success" -> "succeeded";
                case "failed" -> "failed";
                case "timeout" -> "timed out";
                case "in_progress" -> "are in progress";
                case "slow" -> "were slow";
                default -> "ended as " + Show.words(outcome);
            };
        }

        private static String said(String word, @Nullable String value) {
            return Filters.given(value) == null ? "" : word + value;
        }
    }

    /** All the page shows. */
    record RunsPage(Asked asked, Among among, Listing<RunRow> runs, boolean isNewest, Sorting sorting) {
        /** Example: 160 runs that ended as failed or timeout, of 20 scenarios */
        String headline() {
            long scenarios =
                    runs.items().stream().map(RunRow::scenarioId).distinct().count();
            String model = among.models().stream()
                    .filter(among::isModel)
                    .map(one -> " of model " + Show.or(one.modelName(), Show.id(one.modelId())))
                    .findFirst()
                    .orElse("");
            if (runs.items().isEmpty()) {
                return "No run" + model + asked.words();
            }
            String which = model + asked.words();
            Long count = runs.count();
            if (count == null) {
                return isNewest
                        ? "The newest " + Show.number(runs.items().size()) + " runs" + which
                        : "Older runs" + which;
            }
            boolean isWhole = count == runs.items().size();
            return Show.count(count, "run") + which + (isWhole ? ", of " + Show.count(scenarios, "scenario") : "");
        }

        /** What a term of the query that has no field is called. */
        static String named(String term) {
            return switch (term) {
                case "scenario_id" -> "one scenario";
                case "fingerprint" -> "one error pattern";
                case "problem_id" -> "one problem";
                default -> "one kind of error";
            };
        }
    }

    @GetMapping(path = "/runs", produces = "text/html")
    @ResponseBody
    View runs(
            @ModelAttribute Asked asked,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        RunsReport.Filter filter = asked.filter();
        Sorting sorting = ordered.of("/runs", asked.query()).of(Map.of("runs", SortColumns.RUNS));
        RowOrder order = sorting.rows("runs", SortColumns.RUNS, RUNS);
        Listing<RunRow> runs = order == null
                ? Listing.of(
                        answers.take(reports.runs().answer(filter, new PageRequest(RUNS, cursor))),
                        cursor,
                        next -> asked.query().with("cursor", next).of("/runs"))
                : Listing.of(answers.take(reports.runs().answer(filter, order)), sorting, "runs");
        var among = new Among(
                filter.among(),
                answers.take(reports.models().answer()),
                answers.take(reports.environments().answer(new Window(ENVIRONMENT_DAYS))));
        var page = new RunsPage(asked, among, runs, cursor == null, sorting);
        return View.of("runs.jte", page.headline(), Map.of("page", page), answers)
                .in("runs")
                .keeping(among.query().toString());
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
