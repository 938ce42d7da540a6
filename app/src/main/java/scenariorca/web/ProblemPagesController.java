package scenariorca.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.api.Acting;
import scenariorca.report.Answer;
import scenariorca.report.KnownAt;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.PastTime;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.Reports;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;
import scenariorca.report.Whole;

/** What is broken, and what is this problem? */
@Controller
final class ProblemPagesController {
    private static final int PROBLEMS = 100;
    private static final int RUNS = 25;

    private final Reports reports;
    private final Acting acting;

    ProblemPagesController(Reports reports, Acting acting) {
        this.reports = reports;
        this.acting = acting;
    }

    /** What is asked for, as it stands in the address. */
    record AskedProblems(
            @Nullable String scenario_id,
            @Nullable List<String> state,
            @Nullable String problem_class,
            @Nullable String owner,
            @Nullable String q,
            @Nullable String sort) {
        List<String> states() {
            return state == null
                    ? List.of()
                    : state.stream().filter(one -> !one.isBlank()).distinct().toList();
        }

        ProblemsReport.What what() {
            return new ProblemsReport.What(
                    Filters.uuid("scenario_id", scenario_id),
                    Filters.given(problem_class),
                    Filters.given(owner),
                    null,
                    Filters.given(q));
        }

        QueryString query() {
            return new QueryString()
                    .with("scenario_id", Filters.given(scenario_id))
                    .withAll("state", states())
                    .with("problem_class", Filters.given(problem_class))
                    .with("owner", Filters.given(owner))
                    .with("q", Filters.given(q));
        }
    }

    /** All the list shows. */
    record ProblemsPage(AskedProblems asked, Filters filters, Listing<ProblemRow> problems, Sorting sorting) {
        String headline() {
            long broken =
                    problems.items().stream().filter(ProblemWords::isBroken).count();
            if (problems.items().isEmpty()) {
                return "No problem like this struck a run in the last "
                        + Show.count(filters.window().days(), "day") + ".";
            }
            Long count = problems.count();
            boolean isWhole = count != null && count == problems.items().size();
            return "%s%s in the last %s%s."
                    .formatted(
                            Show.count(count == null ? problems.items().size() : count, "problem"),
                            count == null ? " or more" : "",
                            Show.count(filters.window().days(), "day"),
                            isWhole ? ", " + (broken == 0 ? "none" : Show.number(broken)) + " still broken" : "");
        }

        QueryString query() {
            return filters.query().with(asked.query());
        }
    }

    @GetMapping(path = "/problems", produces = "text/html")
    @ResponseBody
    View problems(
            @ModelAttribute Filters.Asked among,
            @ModelAttribute AskedProblems asked,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        var filter = new ProblemsReport.Filter(among.window(), among.filter(), asked.states(), asked.what());
        var filters = new Filters(
                among.window(),
                new Among(
                        among.filter(),
                        answers.take(reports.models().answer()),
                        answers.take(reports.environments().answer(among.window()))));
        Sorting sorting = ordered.of("/problems", filters.query().with(asked.query()))
                .of(Map.of("problems", SortColumns.PROBLEMS));
        var page = new ProblemsPage(asked, filters, listed(answers, filter, sorting, Filters.given(cursor)), sorting);
        return View.of("problems.jte", "Problems", Map.of("page", page), answers)
                .in("problems")
                .keeping(filters.kept());
    }

    /** In the order of a column all are read: they are few, one for each cause, and some columns are put in words here. */
    private Listing<ProblemRow> listed(
            Answers answers, ProblemsReport.Filter filter, Sorting sorting, @Nullable String cursor) {
        if (!sorting.isBy("problems")) {
            return Listing.of(
                    answers.take(reports.problems().answer(filter, null, new PageRequest(PROBLEMS, cursor))),
                    cursor,
                    next -> sorting.query().but("cursor", next).of("/problems"));
        }
        List<ProblemRow> all = answers.take(new Whole<>(from ->
                                reports.problems().answer(filter, null, new PageRequest(PageRequest.MAX_LIMIT, from)))
                        .read(null))
                .items();
        return Listing.of(sorting.page("problems", SortColumns.PROBLEMS, all, PROBLEMS), sorting, "problems");
    }

    @GetMapping(path = "/problems.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ProblemRow>> table(
            @ModelAttribute Filters.Asked among,
            @ModelAttribute AskedProblems asked,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        var filter = new ProblemsReport.Filter(among.window(), among.filter(), asked.states(), asked.what());
        return new Whole<>(cursor -> reports.problems()
                        .answer(filter, Filters.given(asked.sort()), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    /** All the page of one problem shows. */
    record ProblemPage(ProblemCard card, Page<RunRow> runs, Sorting sorting) {
        private static final Map<String, Map<String, ? extends Sorting.Column<?>>> TABLES =
                Map.of("causes", SortColumns.CAUSES, "scenarios", SortColumns.STRUCK);

        ProblemRow row() {
            return card.problem();
        }

        List<ProblemCard.Cause> causes() {
            return sorting.sorted("causes", SortColumns.CAUSES, card.causes());
        }

        List<ProblemCard.Scenario> scenarios() {
            return sorting.sorted("scenarios", SortColumns.STRUCK, card.scenarios());
        }

        String self() {
            return Links.problem(row().problemId());
        }

        DayChart chart() {
            return DayChart.problem(card.days(), row().problemId());
        }

        /** Where a part of it is as CSV, as of the same time. */
        String table(String part) {
            KnownAt known = card.knownAt();
            return new QueryString()
                    .with("as_of", known == null ? null : known.at().toString())
                    .of(self() + "/" + part + ".csv");
        }

        String advice() {
            return ProblemWords.advice(card);
        }

        /** Example: since Monday, 53 min after release 2026.47.0; nothing like it in the 30 days before. */
        String since() {
            for (ProblemCard.Episode episode : card.episodes()) {
                String after = ProblemWords.release(episode.release(), episode.releasedAt(), episode.startedAt());
                if (!after.isEmpty()) {
                    return "First failed %s%s; nothing like it in the 30 days before."
                            .formatted(
                                    after,
                                    episode.releaseService() == null
                                                    || episode.releaseService().isEmpty()
                                            ? ""
                                            : " of " + episode.releaseService());
                }
            }
            return "";
        }
    }

    @GetMapping(path = "/problems/{id}", produces = "text/html")
    @ResponseBody
    Object problem(
            @PathVariable(name = "id") String id,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        var answers = new Answers();
        PastTime then = PastTime.of(Filters.given(asOf));
        ProblemCard card = answers.take(reports.problem().answer(id, then));
        String known = card.problem().problemId();
        if (!known.equals(id)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header("Location", new QueryString().with("as_of", asOf).of(Links.problem(known)))
                    .build();
        }
        Sorting sorting = ordered.of(Links.problem(known), new QueryString().with("as_of", Filters.given(asOf)))
                .of(ProblemPage.TABLES);
        Page<RunRow> runs = answers.take(
                reports.runs().answer(RunsReport.Filter.ofProblem(known), new PageRequest(RUNS, null), then));
        return View.of(
                        "problemCard.jte",
                        Show.clip(card.problem().sentence(), 60),
                        Map.of("page", new ProblemPage(card, runs, sorting)),
                        answers)
                .in("problems");
    }

    @GetMapping(path = "/problems/{id}/days.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ProblemCard.Day>> days(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return part(id, asOf, ProblemCard::days);
    }

    @GetMapping(path = "/problems/{id}/causes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ProblemCard.Cause>> causes(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return part(id, asOf, ProblemCard::causes);
    }

    @GetMapping(path = "/problems/{id}/scenarios.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ProblemCard.Scenario>> scenarios(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return part(id, asOf, ProblemCard::scenarios);
    }

    @GetMapping(path = "/problems/{id}/episodes.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<ProblemCard.Episode>> episodes(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
        return part(id, asOf, ProblemCard::episodes);
    }

    @GetMapping(path = "/problems/{id}/runs.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<RunRow>> runs(
            @PathVariable(name = "id") String id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        PastTime then = PastTime.of(Filters.given(asOf));
        return new Whole<>(cursor -> reports.runs()
                        .answer(RunsReport.Filter.ofProblem(id), new PageRequest(PageRequest.MAX_LIMIT, cursor), then))
                .read(from);
    }

    private <T> Answer<Page<T>> part(String id, @Nullable String asOf, Function<ProblemCard, List<T>> part) {
        Answer<ProblemCard> card = reports.problem().answer(id, PastTime.of(Filters.given(asOf)));
        return new Answer<>(new Page<>(part.apply(card.content()), null), card.freshness());
    }

    /** A form of the page; leads back to it. */
    @PostMapping(path = "/problems/{id}/actions")
    ResponseEntity<Void> act(@PathVariable(name = "id") String id, HttpServletRequest request) {
        acting.act(id, request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", Links.problem(id) + "#activity")
                .build();
    }
}
