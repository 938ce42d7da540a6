package scenariorca.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.platform.Json;
import scenariorca.report.RunFilter;
import scenariorca.report.TopFailing.FailingNode;
import scenariorca.report.Window;

/** {@code rca nodes}: at which nodes runs fail, and whether those are broken or flaky. */
@Command(
        name = "nodes",
        description = "List the nodes at which most runs failed: which are broken, and which are flaky.",
        mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--days", defaultValue = "30", description = "Of runs of the last days (default: 30).")
    private int days;

    @Option(names = "--limit", defaultValue = "20", description = "Most nodes to list (default: 20).")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    NodesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<FailingNode> nodes = terminal.ask(
                        reports -> reports.topFailing().answer(new Window(days), RunFilter.ALL, limit))
                .content()
                .nodes();
        terminal.out().print(isJson ? Json.writePretty(nodes) + "\n" : text(nodes));
        return 0;
    }

    private String text(List<FailingNode> nodes) {
        Screen screen = terminal.screen();
        if (nodes.isEmpty()) {
            screen.text(Screen.Look.PLAIN, "No node failed in the last " + CellText.count(days, "day") + ".");
            return screen.lines();
        }
        var table = new ScreenTable(
                Column.text("node"),
                Column.extra("model"),
                Column.number("failed"),
                Column.number("first"),
                Column.number("broken"),
                Column.number("flaky"),
                Column.extra("last (UTC)"));
        for (FailingNode node : nodes) {
            table.row(
                    "",
                    CellText.or(node.nodeName(), "unnamed"),
                    CellText.or(node.modelName()),
                    CellText.number(node.failedCalculations()),
                    CellText.number(node.firstFailedRuns()),
                    CellText.number(node.brokenScenarios()),
                    CellText.number(node.flakyInputs()),
                    CellText.minute(node.lastFailureAt()));
        }
        table.on(screen);
        screen.text(
                Screen.Look.PLAIN,
                "failed: calculations; first: runs in which it failed first; broken: scenarios that fail at it now; flaky: inputs that passed in one run and failed in another.");
        return screen.lines();
    }
}
