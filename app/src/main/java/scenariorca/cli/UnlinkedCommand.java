package scenariorca.cli;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.platform.Json;
import scenariorca.report.LogGroup;
import scenariorca.report.PageRequest;
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

    @Option(
            names = "--reason",
            paramLabel = "<kind>",
            description =
                    "Only for this reason: unparsed, no_id, unknown_run, unknown_request, unknown_scenario, only_node.")
    private @Nullable String reason;

    @Option(names = "--log-group", paramLabel = "<name>", description = "Only lines of this log group.")
    private @Nullable String logGroup;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    UnlinkedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var filter = new UnlinkedLogsReport.Filter(new Window(days), isAll ? "ALL" : "ERRORS", reason, logGroup);
        UnlinkedLogs found = terminal.ask(
                        reports -> reports.unlinkedLogs().answer(filter, new PageRequest(limit, null)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found) + "\n" : text(found));
        return 0;
    }

    private String text(UnlinkedLogs found) {
        var screen = terminal.screen();
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
                        found.daysAnalyzed(),
                        found.lines().size(),
                        complete(found)));
        for (LogGroup group : found.logGroups()) {
            screen.indented("  ", Screen.Look.PLAIN, complete(group));
        }
        return screen.lines();
    }

    private static String complete(UnlinkedLogs found) {
        if (found.logGroups().isEmpty()) {
            return "no log events are loaded";
        }
        return found.logsCompleteTo() == null
                ? "not all logs could be read"
                : "logs are complete to " + found.logsCompleteTo();
    }

    private static String complete(LogGroup group) {
        String until = group.completeTo() == null ? "never read" : "complete to " + group.completeTo();
        String lag = group.lagP99Seconds() == null
                ? ""
                : String.format(Locale.ROOT, ", 99 %% of its events come within %,.0f s", group.lagP99Seconds());
        return group.logGroup() + ": " + until + lag;
    }
}
