package scenariorca.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.access.AccessAdmin;
import scenariorca.alerts.AlertChannel;
import scenariorca.alerts.AlertLog;
import scenariorca.alerts.AlertsFile;
import scenariorca.cloudwatch.CloudWatchCheck;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.server.ServerSettings;
import scenariorca.source.SourceSettings;

/** {@code rca doctor}: looks at the set-up and says what to do. */
@Command(
        name = "doctor",
        description = "Check Java, the databases, permissions, CloudWatch, ports and alerts, and say what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final int JAVA_NEEDED = 25;
    private static final int MOST_OF_REASON = 200;

    private final Terminal terminal;
    private final Examination examination = new Examination();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean isJson;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Settings settings = terminal.settings();
        examination.check("java", () -> {
            int version = Runtime.version().feature();
            Examination.require(
                    version >= JAVA_NEEDED, "Java %d is too old; install a JDK %d".formatted(version, JAVA_NEEDED));
            return "Java " + Runtime.version();
        });
        var warehouse = new WarehouseExamination(examination, settings);
        warehouse.home();
        examination.check("address", () -> {
            ServerSettings server = ServerSettings.of(settings);
            return "rca serve listens on " + server + (server.isReachable() ? "" : ", for this machine only");
        });
        examination.check("port", () -> port(settings));
        examination.check("cloudwatch", () -> CloudWatchCheck.look(settings, Instant.now()));
        try (App app = App.open(settings)) {
            boolean isMigrated = warehouse.look(app.warehouse());
            if (isMigrated) {
                examination.check("who may enter", () -> entrants(settings, app));
                examination.check("alerts", () -> alerts(settings, app));
            }
            new SourceExamination(examination).look(app, isMigrated);
        } catch (RcaException e) {
            examination.check("warehouse", () -> {
                throw e;
            });
            // The source can be looked at all the same, but for what only the warehouse's tables can tell.
            examination.check(
                    "source",
                    () -> SourceExamination.answers(SourceSettings.from(settings)
                            .orElseThrow(() ->
                                    new RcaException(ErrorCode.PROBLEM, "not checked, as there is no warehouse"))));
        }
        print();
        return examination.isFine() ? 0 : 1;
    }

    private static String entrants(Settings settings, App app) {
        ServerSettings server = ServerSettings.of(settings);
        long keys = new AccessAdmin(app.warehouse())
                .list().keys().stream().filter(key -> key.isGood(Instant.now())).count();
        boolean isLocked = keys > 0 || server.apiKey() != null || server.identity() != null;
        Examination.require(
                isLocked || !server.isReachable(),
                "other machines can reach %s, and there is no key, so rca serve will not start: make one with ./rca keys create <name> --all, set API_KEY, or set API_HOST to 127.0.0.1"
                        .formatted(server.host()));
        return isLocked ? "who has a key or may sign in" : "everybody on this machine";
    }

    /** Messages of a channel that does not take them wait without a word anywhere else. */
    private static String alerts(Settings settings, App app) {
        List<AlertChannel> channels = AlertsFile.channels(settings);
        var log = new AlertLog(app.warehouse());
        var failing = new ArrayList<String>();
        for (AlertChannel channel : channels) {
            AlertLog.State state = log.state(channel.name());
            if (state.lastFailure() != null) {
                failing.add("%s does not take %s: %s"
                        .formatted(
                                channel.name(),
                                CellText.count(state.waitingCount(), "message"),
                                Cells.fit(state.lastFailure(), MOST_OF_REASON)));
            }
        }
        Examination.require(
                failing.isEmpty(),
                String.join("; ", failing)
                        + "; mend the channel in alerts.yml or its receiver, then try it with ./rca alerts test");
        return channels.isEmpty()
                ? "no channel is set; docs/alerts.md shows how"
                : CellText.count(channels.size(), "channel") + ", no message is refused";
    }

    private static String port(Settings settings) {
        String host = settings.text("API_HOST", "127.0.0.1");
        int port = settings.number("API_PORT", 8000, 0, 65_535);
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return host + ":" + port + " is free for rca serve";
        } catch (IOException e) {
            if (ServingMark.isHeld(settings.home(), port)) {
                return host + ":" + port + " is where rca serves already";
            }
            throw new RcaException(
                    ErrorCode.PROBLEM,
                    "%s:%d is taken by another %s, or not allowed: set API_PORT to another"
                            .formatted(host, port, isRca(host, port) ? "installation of rca" : "program"),
                    e);
        }
    }

    private static boolean isRca(String host, int port) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/health/live"))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"live\"");
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void print() {
        if (isJson) {
            terminal.out().println(Json.write(examination.findings()));
            return;
        }
        Screen screen = terminal.screen();
        for (Examination.Finding finding : examination.findings()) {
            String head = "%-5s %-20s ".formatted(finding.isFine() ? "ok" : "MEND", finding.check());
            screen.indented(head, Screen.Look.PLAIN, finding.finding());
        }
        terminal.out().print(screen.lines());
    }
}
