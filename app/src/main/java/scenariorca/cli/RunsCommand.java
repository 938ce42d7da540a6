package scenariorca.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.platform.Json;
import scenariorca.report.Ids;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;

/** {@code rca runs}: lists runs. */
@Command(
        name = "runs",
        description = "List runs, the newest first, and why each failed or was slow.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private RunOptions which = new RunOptions();

    @Option(names = "--limit", defaultValue = "50", description = "Most runs to list (default: 50).")
    private int limit;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (web.isWanted()) {
            RunsReport.Filter filter = terminal.ask(reports -> which.filter(new Ids(reports.search())));
            return WebOption.show(which.query(filter).of("/runs"), terminal);
        }
        Page<RunRow> found = terminal.ask(reports ->
                        reports.runs().answer(which.filter(new Ids(reports.search())), new PageRequest(limit, null)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found.items()) + "\n" : text(found));
        return 0;
    }

    private String text(Page<RunRow> found) {
        Screen screen = terminal.screen();
        if (found.items().isEmpty()) {
            screen.text(Screen.Look.PLAIN, "There is no such run.");
            return screen.lines();
        }
        RunsTable.on(screen, found.items());
        long scenarios =
                found.items().stream().map(RunRow::scenarioId).distinct().count();
        screen.text(
                Screen.Look.PLAIN,
                CellText.count(found.items().size(), "run") + " of " + CellText.count(scenarios, "scenario")
                        + (found.next() == null ? "." : ", and more: --limit lists more."));
        return screen.lines();
    }
}
