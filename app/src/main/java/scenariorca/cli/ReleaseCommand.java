package scenariorca.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import scenariorca.App;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.platform.Json;
import scenariorca.problems.ProblemActions;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.ReleaseRow;
import scenariorca.report.Window;

/** {@code rca release}: lists releases and publications, and tells of one. */
@Command(
        name = "release",
        description = "List releases and publications of models; tell of a release.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--days", defaultValue = "90", description = "Releases of the last days (default: 90).")
    private int days;

    @Option(names = "--limit", defaultValue = "50", description = "Most releases to list (default: 50).")
    private int limit;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean isJson;

    ReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Page<ReleaseRow> found = terminal.ask(
                        reports -> reports.releases().answer(new Window(days), null, new PageRequest(limit, null)))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found.items()) + "\n" : text(found));
        return 0;
    }

    @Command(description = "List releases: the same as without a word.", mixinStandardHelpOptions = true)
    int list() {
        return call();
    }

    @Command(description = "Tell of a release of the platform.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "<name>", description = "Its name or version. Example: 2026.47.0.") String name,
            @Option(names = "--service", paramLabel = "<name>", defaultValue = "", description = "What was released.")
                    String service,
            @Option(names = "--environment", paramLabel = "<name>", defaultValue = "", description = "Where.")
                    String environment,
            @Option(names = "--at", paramLabel = "<time>", description = "When, in UTC (default: now).") @Nullable
                    Instant at) {
        var release = new ProblemActions.Told(name, service, environment, at == null ? Instant.now() : at);
        try (App app = App.openFilled(terminal.settings())) {
            String by = "user:" + System.getProperty("user.name", "unknown");
            boolean isNew = new ProblemCuration(app.warehouse()).tell(release, "command", by);
            terminal.out().println(isNew ? "noted " + name : name + " was known already");
            return 0;
        }
    }

    private String text(Page<ReleaseRow> found) {
        var screen = terminal.screen();
        if (found.items().isEmpty()) {
            screen.text(
                    Screen.Look.PLAIN,
                    "No release is known of the last " + days + " days; ./rca release add tells of one.");
            return screen.lines();
        }
        var table = new ScreenTable(
                Column.whole("released (UTC)"),
                Column.text("release"),
                Column.text("of"),
                Column.number("problems"),
                Column.extra("told by"));
        for (ReleaseRow row : found.items()) {
            String model = row.modelName() == null ? "" : "model " + row.modelName();
            table.row(
                    "",
                    CellText.minute(row.releasedAt()),
                    row.releaseName(),
                    row.service() == null ? model : row.service(),
                    CellText.number(row.problemCount()),
                    row.source());
        }
        table.on(screen);
        return screen.lines();
    }
}
