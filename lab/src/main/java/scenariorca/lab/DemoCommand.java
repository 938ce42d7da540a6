package scenariorca.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.LogLoadOptions;
import scenariorca.cli.Serving;
import scenariorca.cli.Terminal;
import scenariorca.cli.Ticker;
import scenariorca.cloudwatch.LogOptions;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.LogCounts;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.simulator.Stories;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;

/** {@code rca demo}: from nothing to a served, loaded product with five stories to solve. */
@Command(
        name = "demo",
        description = "Simulate a forecasting platform, load it, and serve the result.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** From the end of a load to the start of the next, while the platform goes on. */
    private static final String LIVE_SCHEDULE_SECONDS = "10";

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "<n>", description = "Listen on this port instead of API_PORT (8000).")
    private @Nullable Integer port;

    @Option(
            names = "--profile",
            defaultValue = "standard",
            description = "${COMPLETION-CANDIDATES} (default: standard)")
    private Profile profile = Profile.STANDARD;

    @Option(names = "--seed", defaultValue = "42", description = "Another seed, other scenarios (default: 42).")
    private long seed;

    @Option(
            names = "--end",
            paramLabel = "<time>",
            description =
                    "Simulate up to this time, such as 2026-11-20T18:00:00Z, and serve as if it were then (default: now).")
    private @Nullable Instant end;

    @Option(names = "--fresh", description = "Start over: drop what an earlier demo made.")
    private boolean isFresh;

    @Option(names = "--no-serve", description = "Stop when everything is loaded.")
    private boolean isLoadOnly;

    @Option(
            names = "--live",
            description =
                    "Begin anew, and let the platform go on: pages move, alerts arrive in an inbox that is a page.")
    private boolean isLive;

    @Option(
            names = "--speed",
            defaultValue = "20",
            description = "With --live: how many times faster than life (default: 20).")
    private double speed;

    private @Nullable GoingOn platform;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        for (String name : List.of("SOURCE_DB_HOST", "REPORTING_DB_HOST")) {
            if (terminal.settings().text(name).isPresent()) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        name + " is set, and the demo brings its own databases; take it out of .env, or run the demo in"
                                + " another clone");
            }
        }
        if (isLive && (end != null || isLoadOnly || !(speed > 0 && speed <= 1_000))) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--live goes on from now: it takes neither --end nor --no-serve, and a --speed above 0 up to 1000");
        }
        Settings settings =
                port == null ? terminal.settings() : terminal.settings().with("API_PORT", Integer.toString(port));
        if (!isLoadOnly) {
            checkPort(ServerSettings.of(settings));
        }
        return isLive ? live(settings) : serve(settings, null);
    }

    /** With an inbox for alerts, and loads every few seconds. */
    private int live(Settings settings) throws InterruptedException {
        try (var inbox = AlertInbox.start()) {
            Path channels = inbox.channelFile(settings.home().resolve("demo"));
            return serve(
                    settings.with("ALERTS_FILE", channels.toString())
                            .with("ETL_SCHEDULE_SECONDS", LIVE_SCHEDULE_SECONDS),
                    inbox);
        } finally {
            if (platform != null) {
                platform.close();
            }
        }
    }

    private int serve(Settings settings, @Nullable AlertInbox inbox) throws InterruptedException {
        try (App app = App.open(settings)) {
            Instant last = prepare(app);
            if (isLoadOnly) {
                diagnose(app);
                tell(last, null);
                return 0;
            }
            Clock clock = Clock.systemUTC();
            if (end != null) {
                clock = Clock.offset(clock, Duration.between(clock.instant(), end));
            }
            // Every answer is there already; storing the causes of all runs need not be waited for.
            new Serving(app, terminal).at(clock).loading(logs(app)).untilStopped(isLive, url -> {
                tell(last, url);
                if (inbox != null) {
                    terminal.out().println("Alerts arrive at " + inbox.url() + "; " + url + "/?live moves by itself.");
                    terminal.out().flush();
                }
                Thread.ofVirtual().name("rca-diagnosis").start(() -> diagnoseMeanwhile(app));
            });
            return 0;
        }
    }

    /** Said before a minute is spent on what could not be served. */
    private static void checkPort(ServerSettings settings) {
        try (var free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "cannot listen on %s: another program does, perhaps another demo; stop it, or give another --port"
                            .formatted(settings),
                    e);
        }
    }

    /** Makes sure that a simulated platform is there and loaded, and returns the time of its last event. */
    private Instant prepare(App app) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
        DemoState wanted = DemoState.of(profile, seed, end == null ? now : end);
        Path directory = app.settings().home().resolve("demo");
        EmbeddedPostgres server = app.warehouse().embedded().orElseThrow();
        DemoState found = DemoState.read(directory);
        if (!isFresh
                && !isLive
                && found != null
                && found.isSameAs(wanted, end != null)
                && server.hasDatabase(App.SIMULATED_SOURCE)) {
            say("using the platform simulated earlier, up to %s (--fresh makes a new one)".formatted(found.end()));
            load(app, new LoadRequest.Incremental());
            return found.end();
        }
        simulate(app, server, directory, wanted);
        load(app, new LoadRequest.Full());
        wanted.write(directory);
        return wanted.end();
    }

    private void simulate(App app, EmbeddedPostgres server, Path directory, DemoState wanted) {
        say("simulating a forecasting platform: profile %s, seed %d".formatted(wanted.profile(), seed));
        DemoState.delete(directory);
        server.dropDatabase(App.SIMULATED_SOURCE);
        server.dropDatabase(app.warehouse().address().database());
        server.createDatabase(App.SIMULATED_SOURCE);
        server.createDatabase(app.warehouse().address().database());
        DatabaseAddress address = server.address(App.SIMULATED_SOURCE);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var target = new SimulationTarget(
                address.url(),
                address.properties("rca-demo"),
                true,
                true,
                directory.resolve("logs"),
                directory.resolve("truth.jsonl"));
        var request = new SimulationRequest(profile, seed, 1, wanted.end());
        if (isLive) {
            platform = GoingOn.start(request, target, speed, this::say);
        } else {
            Simulation.run(request, target, new Ticker(terminal.err())::say);
        }
    }

    private void load(App app, LoadRequest request) {
        new Migration(app.warehouse()).apply();
        LoadSummary summary = app.pipeline(logs(app)).run(request, new Ticker(terminal.err())::say);
        LogCounts counted = summary.logs();
        say("loaded %,d rows and log events into the warehouse in %.1f s, %,d of them log events"
                .formatted(summary.rowsRead(), summary.seconds(), counted == null ? 0 : counted.eventsRead()));
    }

    private static LogLoadOptions logs(App app) {
        Path logs = app.settings().home().resolve("demo").resolve("logs");
        return new LogLoadOptions(new LogOptions(logs, null, List.of(), null), null, null);
    }

    /** Stopped in the middle, the next load goes on. */
    private void diagnoseMeanwhile(App app) {
        try {
            diagnose(app);
        } catch (RcaException e) {
            say("causes are not stored yet: " + e.getMessage());
        }
    }

    private void diagnose(App app) {
        long start = System.nanoTime();
        int explained = app.pipeline().diagnose(new Ticker(terminal.err())::say);
        if (explained > 0) {
            say("explained %,d failed or slow runs in %.1f s".formatted(explained, (System.nanoTime() - start) / 1e9));
        }
    }

    private void tell(Instant end, @Nullable String url) {
        if (url != null) {
            terminal.out().println();
            terminal.out().println("Serving at " + url + "  (documentation: " + url + "/docs)");
            terminal.out()
                    .println("Key: "
                            + (terminal.settings().text("API_KEY").isPresent()
                                    ? "the API_KEY you set, as header X-API-Key"
                                    : "none needed on this machine (API_KEY is not set)"));
        }
        if (profile == Profile.STANDARD) {
            terminal.out().println();
            Stories.endingAt(end).all().forEach(story -> DemoStory.print(story, url, terminal.out()));
        }
        terminal.out().println(url == null ? "Loaded. ./rca serve answers." : "Ctrl-C stops.");
        terminal.out().flush();
    }

    private void say(String line) {
        terminal.err().println(line);
    }
}
