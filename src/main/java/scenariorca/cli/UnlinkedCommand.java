package scenariorca.cli;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.platform.Json;
import scenariorca.report.UnlinkedLogs;
import scenariorca.report.UnlinkedLogsReport;
import scenariorca.report.Window;

/** {@code rca unlinked}: lists the log lines that belong to nothing we know, with the reason. */
@Command(
        name = "unlinked",
        description = "List error lines that belong to no run, action or scenario, with the reason.",
        mixinStandardHelpOptions = true)
final class UnlinkedCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--days", defaultValue = "30", description = "Lines of the last days (default: 30).")
    private int days;

    @Option(names = "--limit", defaultValue = "20", description = "Most lines to list (default: 20).")
    private int limit;

    @Option(names = "--all", description = "Lines of every severity, not errors alone.")
    private boolean isAll;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    UnlinkedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var lines = isAll ? UnlinkedLogsReport.Lines.ALL : UnlinkedLogsReport.Lines.ERRORS;
        UnlinkedLogs found = terminal.ask(reports -> reports.unlinkedLogs().answer(new Window(days), lines, limit))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found) + "\n" : text(found));
        return 0;
    }

    private String text(UnlinkedLogs found) {
        var screen = new Screen(false);
        for (UnlinkedLogs.Line line : found.lines()) {
            String head =
                    line.timestamp().truncatedTo(ChronoUnit.SECONDS) + " " + line.severity() + " " + line.logGroup();
            screen.text(Screen.Look.PLAIN, head);
            screen.indented("  why:  ", Screen.Look.PLAIN, line.reason());
            screen.indented("  says: ", Screen.Look.PLAIN, line.message());
        }
        screen.text(
                Screen.Look.PLAIN,
                String.format(
                        Locale.ROOT,
                        "%,d %s of the last %d days not linked, %,d listed; %s",
                        found.count(),
                        isAll ? "lines" : "error lines",
                        found.windowDays(),
                        found.lines().size(),
                        complete(found)));
        return screen.lines();
    }

    private static String complete(UnlinkedLogs found) {
        @Nullable Object until = found.logsCompleteTo();
        return until == null ? "no log events are loaded" : "logs are complete to " + until;
    }
}
