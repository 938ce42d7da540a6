package scenariorca.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.Check;
import scenariorca.report.JourneyOutline;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.RowOrder;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourney.UserSession;
import scenariorca.report.UserJourneyReport;
import scenariorca.report.UserRow;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** What did this user do? */
@Controller
final class JourneyController {
    private static final String DAYS = "" + Window.DEFAULT_DAYS;
    private static final int USERS = 100;

    private final Reports reports;

    JourneyController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/users", produces = "text/html")
    @ResponseBody
    View users(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @ModelAttribute Filters.Ordered ordered,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var answers = new Answers();
        var query = new QueryString().with("q", q);
        Sorting sorting = ordered.of("/users", query).of(Map.of("users", SortColumns.PEOPLE));
        RowOrder order = sorting.rows("users", SortColumns.PEOPLE, USERS);
        String from = Filters.given(cursor);
        Listing<UserRow> users = order == null
                ? Listing.of(
                        answers.take(reports.users().answer(Filters.given(q), new PageRequest(USERS, from))),
                        from,
                        next -> query.but("cursor", next).of("/users"))
                : Listing.of(answers.take(reports.users().answer(Filters.given(q), order)), sorting, "users");
        return View.of(
                        "users.jte",
                        "User journeys",
                        Map.of("users", users, "q", Show.or(q, ""), "sorting", sorting),
                        answers)
                .in("users");
    }

    @GetMapping(path = "/users.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<UserRow>> table(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        return new Whole<>(cursor ->
                        reports.users().answer(Filters.given(q), new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    @GetMapping(
            path = {"/user", "/user/{user_id}"},
            produces = "text/html")
    @ResponseBody
    View journey(
            @PathVariable(name = "user_id", required = false) @Nullable String named,
            @RequestParam(name = "user_id", required = false) @Nullable String asked,
            @RequestParam(name = "days", defaultValue = DAYS) int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable String scenarioId,
            @ModelAttribute Filters.Ordered ordered) {
        var answers = new Answers();
        String userId = user(named, asked);
        var question =
                new UserJourneyReport.Question(userId, new Window(days), Filters.uuid("scenario_id", scenarioId));
        Sorting sorting = ordered.of(JourneyPage.path(userId), JourneyPage.asked(question))
                .of(Map.of("actions", SortColumns.ACTIONS, "sessions", SortColumns.SESSIONS));
        RowOrder order = sorting.rows("actions", SortColumns.ACTIONS, JourneyPage.ACTIONS);
        JourneyOutline journey = answers.take(
                reports.userJourney().outline(question, JourneyPage.ACTIONS, order == null ? ordered.number() : 1));
        Listing<UserAction> inOrder = order == null
                ? null
                : Listing.of(answers.take(reports.userJourney().actions(question, order)), sorting, "actions");
        var page = new JourneyPage(journey, question, inOrder, sorting);
        return View.of("journey.jte", "Journey of " + userId, Map.of("page", page), answers)
                .in("users");
    }

    @GetMapping(
            path = {"/user.actions.csv", "/user/{user_id}/actions.csv"},
            produces = "text/csv")
    @ResponseBody
    Answer<Page<UserAction>> actions(
            @PathVariable(name = "user_id", required = false) @Nullable String named,
            @RequestParam(name = "user_id", required = false) @Nullable String asked,
            @RequestParam(name = "days", defaultValue = DAYS) int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable String scenarioId,
            @RequestParam(name = "cursor", required = false) @Nullable String from) {
        String userId = user(named, asked);
        var question =
                new UserJourneyReport.Question(userId, new Window(days), Filters.uuid("scenario_id", scenarioId));
        return new Whole<>(cursor ->
                        reports.userJourney().actions(question, new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(from);
    }

    @GetMapping(
            path = {"/user.sessions.csv", "/user/{user_id}/sessions.csv"},
            produces = "text/csv")
    @ResponseBody
    Answer<Page<UserSession>> sessions(
            @PathVariable(name = "user_id", required = false) @Nullable String named,
            @RequestParam(name = "user_id", required = false) @Nullable String asked,
            @RequestParam(name = "days", defaultValue = DAYS) int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable String scenarioId) {
        return reports.userJourney()
                .sessions(new UserJourneyReport.Question(
                        user(named, asked), new Window(days), Filters.uuid("scenario_id", scenarioId)));
    }

    /** Named in the path or, where a path cannot carry the name, in the query. */
    private static String user(@Nullable String named, @Nullable String asked) {
        String user = named == null ? asked : named;
        if (user == null) {
            throw Check.invalid("user_id", "the name of a user", "");
        }
        return user;
    }
}
