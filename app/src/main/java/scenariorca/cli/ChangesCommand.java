package scenariorca.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scenariorca.platform.Json;
import scenariorca.report.ChangeRow;
import scenariorca.report.ChangesReport;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Period;
import scenariorca.web.QueryString;

/** {@code rca changes}: what changed on the platform in a stretch of time. */
@Command(
        name = "changes",
        description = "List what changed in a stretch of time, by whom, and the runs that failed after each change.",
        mixinStandardHelpOptions = true)
final class ChangesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from",
            paramLabel = "<time>",
            description = "A UTC day or a time such as 2026-11-20T13:30:00Z (default: the beginning of yesterday).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "<time>", description = "As --from; that day or instant included.")
    private @Nullable String to;

    @Option(
            names = "--kind",
            paramLabel = "<kind>",
            description =
                    "Only input_change, event_change, state_change, release or publication; may be given several times.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--user", paramLabel = "<name>", description = "Only what this user changed.")
    private @Nullable String userId;

    @Option(names = "--limit", defaultValue = "50", description = "Most changes to list (default: 50).")
    private int limit;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (web.isWanted()) {
            return WebOption.show(query().of("/changes"), terminal);
        }
        var filter = new ChangesReport.Filter(Period.between(from, to), kinds, userId);
        Page<ChangeRow> found = terminal.ask(reports -> reports.changes().answer(filter, new PageRequest(limit, null)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found.items()) + "\n" : text(found));
        return 0;
    }

    private QueryString query() {
        return new QueryString()
                .with("from", from)
                .with("to", to)
                .withAll("kind", kinds)
                .with("user_id", userId);
    }

    private String text(Page<ChangeRow> found) {
        var screen = terminal.screen();
        for (ChangeRow row : found.items()) {
            String by = row.changedBy() == null ? "" : " by " + row.changedBy();
            String place = row.scenarioName() == null ? "" : " in " + row.scenarioName();
            screen.text(
                    Screen.Look.PLAIN,
                    row.changedAt().truncatedTo(ChronoUnit.SECONDS) + " "
                            + row.kind().replace('_', ' ') + by + place);
            screen.indented("  ", Screen.Look.PLAIN, row.description());
            if (row.failedRuns() > 0) {
                screen.indented(
                        "  ",
                        Screen.Look.PLAIN,
                        "then failed: %d %s, the first ./rca explain %s"
                                .formatted(
                                        row.failedRuns(),
                                        row.failedRuns() == 1 ? "run" : "runs",
                                        row.firstFailedRunId()));
            }
        }
        screen.text(
                Screen.Look.PLAIN,
                found.items().isEmpty()
                        ? "nothing changed in this time"
                        : found.items().size() + " changes" + (found.next() == null ? "" : "; more with --limit"));
        return screen.lines();
    }
}
