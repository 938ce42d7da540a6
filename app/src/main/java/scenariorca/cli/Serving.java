package scenariorca.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.App;
import scenariorca.LogLoadOptions;
import scenariorca.alerts.AlertChannel;
import scenariorca.alerts.Alerts;
import scenariorca.alerts.AlertsFile;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadStatus;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.platform.ChannelHealth;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.server.Services;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.WarehouseReader;

/** A server that runs until the process is asked to end, and loads meanwhile if wished. */
public final class Serving {
    private static final int DEFAULT_CONNECTIONS = 10;
    private static final int FEW = 3;
    /** Before it says that it is ready; it answers already. */
    private static final Duration WARMING = Duration.ofMillis(1_800);

    private static final Logger log = LoggerFactory.getLogger("rca.serve");

    private final App app;
    private final Terminal terminal;
    private LogLoadOptions logs = LogLoadOptions.NONE;
    private Clock clock = Clock.systemUTC();

    public Serving(App app, Terminal terminal) {
        this.app = app;
        this.terminal = terminal;
    }

    /** What its loads read of log events. */
    public Serving loading(LogLoadOptions ask) {
        logs = ask;
        return this;
    }

    /** What time it is for windows such as "the last 30 days". */
    public Serving at(Clock now) {
        clock = now;
        return this;
    }

    /** @param ready told the address once the server answers */
    public void untilStopped(boolean isLoading, Consumer<String> ready) throws InterruptedException {
        ServerSettings settings = ServerSettings.of(app.settings());
        List<AlertChannel> channels = AlertsFile.channels(app.settings());
        checkTables(isLoading);
        int connections = app.settings().number("API_DB_CONNECTIONS", DEFAULT_CONNECTIONS, 1, 500);
        var stopped = new CountDownLatch(1);
        var watch = isLoading ? new LoadStatus(Clock.systemUTC()) : null;
        var health = new ChannelHealth(channels.stream().map(AlertChannel::name).toList());
        try (Loading loading = loading(watch);
                WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), connections);
                RcaServer server = RcaServer.start(
                        settings, reader, clock, new Services(watch, new ProblemCuration(app.warehouse()), health));
                var _ = ServingMark.make(app.settings().home(), server.port());
                var alerts = new Alerts(app.warehouse(), reader, place(server, health))) {
            app.keepAlive();
            app.onShutdown(stopped::countDown);
            if (loading != null) {
                loading.start(new LoadRequest.Incremental(), _ -> {});
            }
            alerts.serve(channels);
            server.warm(WARMING);
            ready.accept(server.url());
            stopped.await();
            log.info("asked to stop: requests under way are answered, a load under way may end");
            if (loading != null) {
                Thread.ofVirtual().name("rca-stop-loads").start(loading::close);
            }
        }
    }

    private Alerts.Place place(RcaServer server, ChannelHealth health) {
        boolean isPublic = app.settings().text("API_PUBLIC_URL").isPresent();
        return new Alerts.Place(isPublic ? pages(app.settings()) : server.url(), Clock.systemUTC(), health);
    }

    /** Where people find the pages, without a slash at its end: {@code API_PUBLIC_URL}, else this machine's. */
    static String pages(Settings settings) {
        return settings.text("API_PUBLIC_URL")
                .orElseGet(() -> "http://127.0.0.1:" + settings.text("API_PORT", "8000"))
                .replaceFirst("/+$", "");
    }

    /** Null when only questions are answered. */
    private @Nullable Loading loading(@Nullable LoadStatus watch) {
        return watch == null ? null : new Loading(app.pipeline(logs), app.settings(), watch);
    }

    /** A missing table would make every answer a failure: better none at all, and say why. */
    private void checkTables(boolean isLoading) {
        var migration = new Migration(app.warehouse());
        if (isLoading) {
            migration.apply();
            return;
        }
        List<String> pending = migration.pending();
        if (!pending.isEmpty()) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "the warehouse at %s lacks %s; run ./rca migrate (serve --etl does it by itself)"
                            .formatted(app.warehouse().address(), few(pending)));
        }
    }

    /** The first few, and how many more: a new warehouse lacks everything. */
    private static String few(List<String> names) {
        String some = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() <= FEW ? some : some + " and " + (names.size() - FEW) + " more";
    }
}
