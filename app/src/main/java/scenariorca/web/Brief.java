package scenariorca.web;

import java.util.List;
import scenariorca.report.Overview;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;
import scenariorca.report.TopFailing;

/** What a page says, as Markdown with links, for whoever was not there to see it. */
final class Brief {
    private static final int ROWS = 10;

    private final StringBuilder text = new StringBuilder();

    private Brief(String headline) {
        line("**" + Ticket.plain(headline) + "**");
        line("");
    }

    static String of(OverviewController.OverviewPage page) {
        var brief = new Brief(page.headline());
        brief.totals(page.overview());
        brief.line("- " + link("Overview", page.query().of("/overview")));
        if (!page.failing().scenarios().isEmpty()) {
            brief.heading("What failed most");
            for (TopFailing.FailingScenario one : page.failing().scenarios()) {
                brief.line("- " + link(Show.or(one.scenarioName(), "unnamed"), Links.scenario(one.scenarioId())) + ": "
                        + link(one.failedRuns() + " of " + Show.count(one.runCount(), "run"), page.failures(one)));
            }
        }
        return brief.text.toString();
    }

    static String of(ReliabilityPage page) {
        var brief = new Brief(page.headline());
        brief.totals(page.overview());
        brief.line("- " + link("Reliability", page.query().of("/reliability")));
        brief.problems("Problems that cost most", page.worst());
        return brief.text.toString();
    }

    static String of(ProblemPagesController.ProblemPage page) {
        ProblemRow row = page.row();
        var brief = new Brief(row.sentence());
        if (!page.since().isEmpty()) {
            brief.line("- " + Ticket.plain(page.since()));
        }
        brief.line("- %s, %s of %s by %s"
                .formatted(
                        row.state(),
                        link(Show.count(row.runCount(), "run"), "/runs?problem_id=" + Links.encoded(row.problemId())),
                        Show.count(row.scenarioCount(), "scenario"),
                        row.userCount() == 1 ? "1 person" : Show.number(row.userCount()) + " people"));
        brief.line(
                "- First seen " + Show.time(row.firstSeenAt()) + " UTC, last " + Show.time(row.lastSeenAt()) + " UTC");
        brief.line("- Owner: " + Ticket.plain(Show.or(row.owner(), "nobody")));
        brief.line("- What to do: " + Ticket.plain(page.advice()));
        brief.line("- " + link("Problem " + Show.id(row.problemId()), page.self()));
        brief.heading("Who is affected");
        for (ProblemCard.Scenario one :
                page.card().scenarios().stream().limit(ROWS).toList()) {
            brief.line("- " + link(Show.or(one.scenarioName(), "unnamed"), Links.scenario(one.scenarioId())) + ": "
                    + Show.count(one.runCount(), "run"));
        }
        return brief.text.toString();
    }

    private void totals(Overview overview) {
        Overview.Totals now = overview.now();
        Overview.Totals before = overview.before();
        line("- %s (%s before), %s failed, %s timed out, %s slow"
                .formatted(
                        Show.count(now.runCount(), "run"),
                        Show.number(before.runCount()),
                        Show.number(now.failedRuns()),
                        Show.number(now.timeoutRuns()),
                        Show.number(now.slowRuns())));
        line("- Success rate %s (%s before), failing now: %s"
                .formatted(
                        Show.percent(now.successRate()),
                        Show.percent(before.successRate()),
                        Show.count(now.failingScenarios(), "scenario")));
        line("- Median time to recovery " + Show.seconds(now.medianRecoverySeconds()) + " ("
                + Show.seconds(before.medianRecoverySeconds()) + " before)");
    }

    private void problems(String heading, List<ProblemRow> problems) {
        if (!problems.isEmpty()) {
            heading(heading);
        }
        for (ProblemRow row : problems) {
            line("- " + link(Show.clip(row.sentence(), 160), Links.problem(row.problemId())) + ": " + row.state() + ", "
                    + Show.count(row.recentRunCount(), "run") + " of " + Show.count(row.scenarioCount(), "scenario"));
        }
    }

    private void heading(String heading) {
        line("");
        line("**" + heading + "**");
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String link(String label, String path) {
        return "[" + Ticket.plain(label) + "](" + path + ")";
    }
}
