package scenariorca.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import scenariorca.App;
import scenariorca.alerts.AlertChannel;
import scenariorca.alerts.AlertLog;
import scenariorca.alerts.Alerts;
import scenariorca.alerts.AlertsFile;
import scenariorca.cli.ScreenTable.Column;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.WarehouseReader;

/** {@code rca alerts}: lists the channels that messages go to, tries them, and shows what was said. */
@Command(
        name = "alerts",
        description = "List the channels of alerts.yml; try them; show what was said.",
        mixinStandardHelpOptions = true)
final class AlertsCommand implements Callable<Integer> {
    private static final String NONE = "There is no channel: docs/alerts.md shows an alerts.yml.";

    private final Terminal terminal;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean isJson;

    AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A channel in JSON.
     *
     * @param to where it is, without a secret
     * @param sees what its readers may see. Example: all
     */
    record Listed(String name, String type, String to, String sees, AlertLog.State state) {}

    @Override
    public Integer call() {
        List<AlertChannel> channels = AlertsFile.channels(terminal.settings());
        try (App app = App.openFilled(terminal.settings())) {
            var log = new AlertLog(app.warehouse());
            List<Listed> listed = channels.stream()
                    .map(channel -> new Listed(
                            channel.name(),
                            channel.target().type(),
                            channel.target().place(),
                            SeesOptions.text(channel.viewer()),
                            log.state(channel.name())))
                    .toList();
            terminal.out().print(isJson ? Json.writePretty(listed) + "\n" : text(listed));
            return 0;
        }
    }

    @Command(description = "List the channels: the same as without a word.", mixinStandardHelpOptions = true)
    int list() {
        return call();
    }

    @Command(
            description = "Send a message that says it is a test to one channel or all.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(arity = "0..1", paramLabel = "<channel>", description = "Only this one.") @Nullable
                    String name) {
        List<AlertChannel> channels = AlertsFile.channels(terminal.settings()).stream()
                .filter(channel -> name == null || channel.name().equals(name))
                .toList();
        if (channels.isEmpty()) {
            throw new RcaException(
                    ErrorCode.NOT_FOUND, name == null ? NONE : "there is no channel %s in alerts.yml".formatted(name));
        }
        try (App app = App.openFilled(terminal.settings());
                WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), 1)) {
            var place = new Alerts.Place(Serving.pages(terminal.settings()), Clock.systemUTC());
            int failed = 0;
            try (var alerts = new Alerts(app.warehouse(), reader, place)) {
                for (AlertChannel channel : channels) {
                    String why = alerts.test(channel);
                    failed += why == null ? 0 : 1;
                    terminal.out().println(channel.name() + ": " + (why == null ? "taken" : "not taken: " + why));
                }
            }
            return failed == 0 ? 0 : ErrorCode.PROBLEM.exitCode();
        }
    }

    @Command(description = "Show what was said and what waits, the newest first.", mixinStandardHelpOptions = true)
    int log(
            @Option(names = "--channel", paramLabel = "<name>", description = "Only of this one.") @Nullable
                    String channel,
            @Option(names = "--limit", defaultValue = "30", description = "Most messages to show (default: 30).")
                    int limit) {
        if (limit < 1 || limit > 10_000) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--limit must be a whole number from 1 to 10000");
        }
        try (App app = App.openFilled(terminal.settings())) {
            List<AlertLog.Entry> entries = new AlertLog(app.warehouse()).entries(channel, limit);
            terminal.out().print(isJson ? Json.writePretty(entries) + "\n" : said(entries));
            return 0;
        }
    }

    private String text(List<Listed> channels) {
        var screen = terminal.screen();
        if (channels.isEmpty()) {
            screen.text(Screen.Look.PLAIN, NONE);
            return screen.lines();
        }
        var table = new ScreenTable(
                Column.text("channel"),
                Column.whole("type"),
                Column.number("waiting"),
                Column.number("sent"),
                Column.whole("last (UTC)"),
                Column.text("sees"));
        for (Listed channel : channels) {
            AlertLog.State state = channel.state();
            table.row(
                    state.lastFailure() == null ? "" : "last failure: " + state.lastFailure(),
                    channel.name(),
                    channel.type(),
                    CellText.number(state.waitingCount()),
                    CellText.number(state.sentCount()),
                    CellText.minute(state.lastSentAt()),
                    channel.sees());
        }
        table.on(screen);
        return screen.lines();
    }

    private String said(List<AlertLog.Entry> entries) {
        var screen = terminal.screen();
        if (entries.isEmpty()) {
            screen.text(Screen.Look.PLAIN, "Nothing was said yet.");
        }
        for (AlertLog.Entry entry : entries) {
            screen.text(
                    Screen.Look.PLAIN, "%s  %s  %s".formatted(time(entry.createdAt()), entry.channel(), state(entry)));
            screen.indented("  ", Screen.Look.PLAIN, entry.title());
        }
        return screen.lines();
    }

    private static String state(AlertLog.Entry entry) {
        if (entry.sentAt() != null) {
            return "sent " + time(entry.sentAt());
        }
        String why = entry.lastFailure() == null ? "" : ": " + Cells.fit(entry.lastFailure(), 100);
        return (entry.givenUpAt() != null ? "given up" : "waits") + why;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
