package scenariorca.mcp;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.mcp.ReportTool.Argument;
import scenariorca.mcp.ReportTool.Found;
import scenariorca.report.AuditTrailReport;
import scenariorca.report.ChangesReport;
import scenariorca.report.Ids;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.report.ProblemRow;
import scenariorca.report.ProblemsReport;
import scenariorca.report.Reports;
import scenariorca.report.RunFilter;
import scenariorca.report.UserJourneyReport;
import scenariorca.report.Window;

/** Every tool there is. All of them only read. */
final class ReportTools {
    private static final int ROWS = 20;
    private static final Argument RUN = Argument.text("run_id", "Id of a run, or its first four or more digits.")
            .required();
    private static final Argument FROM = Argument.text(
            "from", "First instant: a UTC day such as 2026-01-31, or a time such as 2026-01-31T14:00:00Z.");
    private static final Argument TO = Argument.text("to", "Last instant, as from.");
    private static final Argument DAYS = Argument.number("days", "The last so many UTC days, today included; 30.");
    private static final Argument LIMIT = Argument.number("limit", "Most rows, 1 to 1000; " + ROWS + ".");
    private static final Argument CURSOR = Argument.text("cursor", "The next of the page before.");

    /** In the order in which they are listed. */
    static final List<ReportTool> ALL = List.of(
            new ReportTool(
                    "find",
                    "Find anything",
                    "Finds runs, scenarios, users, nodes, problems, releases and error patterns by an id, a name or words of an"
                            + " error, the likeliest first. Start here when you are given some text or a part of an id.",
                    "PageSearchHit",
                    List.of(
                            Argument.text("q", "An id, a name, or words of an error.")
                                    .required(),
                            LIMIT,
                            CURSOR),
                    ReportTools::find),
            new ReportTool(
                    "explain_run",
                    "Why did a run fail",
                    "Says why a run failed or got slow: class of cause, suspects with probability and evidence, what was cleared,"
                            + " what to put back. Probabilities are calibrated; when no cause is named, say so.",
                    "Verdict",
                    List.of(RUN),
                    ReportTools::explain),
            new ReportTool(
                    "compare_runs",
                    "What differs between two runs",
                    "Lists the inputs, nodes and errors that differ. Give two runs; or one run, which is compared with the last"
                            + " that worked before it; or a scenario: its last working against its first failing run.",
                    "RunComparison",
                    List.of(
                            Argument.text("id", "A run or a scenario.").required(),
                            Argument.text("other_run_id", "The second run; found when left out.")),
                    ReportTools::compare),
            new ReportTool(
                    "list_problems",
                    "What is broken",
                    "Lists problems: one row a cause that makes runs fail or slow, with state, runs, scenarios, people, since when,"
                            + " and the release it came with.",
                    "PageProblemRow",
                    List.of(
                            DAYS,
                            Argument.texts("state", "Only in these states.", ProblemRow.STATES),
                            Argument.text("q", "Only those whose sentence holds this text."),
                            Argument.text("sort", "last_seen, first_seen, runs, scenarios or users."),
                            LIMIT,
                            CURSOR),
                    ReportTools::problems),
            new ReportTool(
                    "get_problem",
                    "One problem",
                    "Says of one problem what is broken, since when, for whom, which inputs did it, its episodes and releases, what"
                            + " mended it before, and what people did about it.",
                    "ProblemCard",
                    List.of(Argument.text("problem_id", "Its id, or the first four or more digits.")
                            .required()),
                    ReportTools::problem),
            new ReportTool(
                    "scenario_history",
                    "What happened to a scenario",
                    "Lists everything that happened to a scenario, oldest first: transitions, edits, runs, user actions.",
                    "AuditTrail",
                    List.of(
                            Argument.text("scenario_id", "The scenario, or the first digits of its id.")
                                    .required(),
                            FROM,
                            TO,
                            Argument.texts("event_type", "Only these kinds.", AuditTrailReport.EVENT_TYPES),
                            LIMIT,
                            CURSOR),
                    ReportTools::history),
            new ReportTool(
                    "user_journey",
                    "What a user did",
                    "Lists what a user did in the last days: actions, sessions, metrics.",
                    "UserJourney",
                    List.of(
                            Argument.text("user_id", "The user's name as the platform writes it.")
                                    .required(),
                            DAYS),
                    ReportTools::journey),
            new ReportTool(
                    "log_lines",
                    "What a run's log says",
                    "Gives the log lines and findings of a run, the oldest first. They are redacted.",
                    "RunDiagnostics",
                    List.of(RUN, LIMIT, CURSOR),
                    ReportTools::logs),
            new ReportTool(
                    "what_changed",
                    "What changed in a stretch of time",
                    "Lists every edit, transition, release and model publication between two times, over all scenarios, by whom,"
                            + " and how many runs failed after each.",
                    "PageChangeRow",
                    List.of(
                            FROM,
                            TO,
                            Argument.texts("kind", "Only these kinds.", ChangesReport.KINDS),
                            Argument.text("user_id", "Only by this user."),
                            LIMIT,
                            CURSOR),
                    ReportTools::changes));

    private ReportTools() {}

    private static Found find(Reports reports, ToolArguments given) {
        var found =
                reports.search().answer(given.requiredText("q"), page(given)).content();
        return new Found(found, ToolText.hits(found));
    }

    private static Found explain(Reports reports, ToolArguments given) {
        UUID run = new Ids(reports.search()).run(given.requiredText("run_id"));
        var verdict = reports.explanation().answer(run).content();
        return new Found(verdict, ToolText.verdict(verdict));
    }

    private static Found compare(Reports reports, ToolArguments given) {
        var ids = new Ids(reports.search());
        @Nullable String other = given.text("other_run_id");
        var question = reports.runComparison()
                .about(ids.runOrScenario(given.requiredText("id")), other == null ? null : ids.run(other));
        var comparison = reports.runComparison().answer(question).content();
        return new Found(comparison, ToolText.comparison(comparison));
    }

    private static Found problems(Reports reports, ToolArguments given) {
        var what = new ProblemsReport.What(null, null, null, null, given.text("q"));
        var filter = new ProblemsReport.Filter(window(given), RunFilter.ALL, given.texts("state"), what);
        var found = reports.problems()
                .answer(filter, given.text("sort"), page(given))
                .content();
        return new Found(found, ToolText.problems(found));
    }

    private static Found problem(Reports reports, ToolArguments given) {
        var card = reports.problem().answer(given.requiredText("problem_id")).content();
        return new Found(card, ToolText.problem(card.problem()));
    }

    private static Found history(Reports reports, ToolArguments given) {
        UUID scenario = new Ids(reports.search()).scenario(given.requiredText("scenario_id"));
        var trail = reports.auditTrail()
                .answer(new AuditTrailReport.Question(
                        scenario,
                        Period.between(given.text("from"), given.text("to")),
                        given.texts("event_type"),
                        given.number("limit", ROWS),
                        given.text("cursor"),
                        null))
                .content();
        return new Found(trail, ToolText.trail(trail));
    }

    private static Found journey(Reports reports, ToolArguments given) {
        var question = new UserJourneyReport.Question(given.requiredText("user_id"), window(given), null);
        var journey = reports.userJourney().answer(question).content();
        return new Found(journey, ToolText.journey(journey));
    }

    private static Found logs(Reports reports, ToolArguments given) {
        UUID run = new Ids(reports.search()).run(given.requiredText("run_id"));
        var found = reports.runDiagnostics()
                .answer(run, given.number("limit", ROWS), given.text("cursor"))
                .content();
        return new Found(found, ToolText.lines(found));
    }

    private static Found changes(Reports reports, ToolArguments given) {
        var filter = new ChangesReport.Filter(
                Period.between(given.text("from"), given.text("to")), given.texts("kind"), given.text("user_id"));
        var found = reports.changes().answer(filter, page(given)).content();
        return new Found(found, ToolText.changes(found));
    }

    private static Window window(ToolArguments given) {
        return new Window(given.number("days", Window.DEFAULT_DAYS));
    }

    private static PageRequest page(ToolArguments given) {
        return new PageRequest(given.number("limit", ROWS), given.text("cursor"));
    }
}
