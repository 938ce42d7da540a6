package scenariorca;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.cloudwatch.LogSources;
import scenariorca.cloudwatch.OpenLogSource;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/** The object graph of the product, wired by hand from the settings. Opening it starts the embedded server, if that is used. */
public final class App implements AutoCloseable {
    /** The database in the embedded server that a simulated platform fills. */
    public static final String SIMULATED_SOURCE = "forecast_platform";

    private static final Logger log = LoggerFactory.getLogger("rca.embedded");
    private static final int LOOK_SECONDS = 2;

    private final Settings settings;
    private final Warehouse warehouse;
    private final Thread hook;
    private final AtomicReference<@Nullable Runnable> shutdown = new AtomicReference<>();
    private final AtomicBoolean isClosing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Lets go of the log sources opened. */
    private final List<Runnable> logs = new CopyOnWriteArrayList<>();

    private App(Settings settings, Warehouse warehouse) {
        this.settings = settings;
        this.warehouse = warehouse;
        this.hook = new Thread(this::shutDown, "rca-shutdown");
    }

    public static App open(Settings settings) {
        return open(settings, Warehouse.open(settings));
    }

    /** The same for who only reads. @throws RcaException CONFIGURATION when there is nothing to read; nothing is left behind */
    public static App openFilled(Settings settings) {
        return open(settings, Warehouse.openFilled(settings));
    }

    private static App open(Settings settings, Warehouse warehouse) {
        var app = new App(settings, warehouse);
        Runtime.getRuntime().addShutdownHook(app.hook);
        return app;
    }

    /**
     * What to do when the process is asked to end (Ctrl-C): by default the databases are closed at once. A server gives
     * something gentler that makes its owner close the app in the end; the process waits for that.
     */
    public void onShutdown(Runnable gently) {
        shutdown.set(gently);
    }

    /** From now on the embedded server, if that is used, is started again should it die. */
    public void keepAlive() {
        if (warehouse.embedded().isEmpty()) {
            return;
        }
        Thread.ofVirtual().name("rca-keeper").start(() -> {
            while (!isClosing.get()) {
                try {
                    TimeUnit.SECONDS.sleep(LOOK_SECONDS);
                    warehouse.revive();
                } catch (RcaException e) {
                    log.error("{}", e.getMessage());
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void shutDown() {
        Runnable gently = shutdown.get();
        if (gently == null) {
            close();
            return;
        }
        gently.run();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Settings settings() {
        return settings;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    /** A pipeline that reads what the settings say, log events included where they name groups. */
    public Pipeline pipeline() {
        return pipeline(LogLoadOptions.NONE);
    }

    /** A pipeline that reads no log events, whatever the settings say. */
    public Pipeline pipelineWithoutLogs() {
        return new Pipeline(warehouse, () -> SourceDatabase.open(source()), settings);
    }

    /** A pipeline that reads what the settings and the command line say. */
    public Pipeline pipeline(LogLoadOptions ask) {
        Pipeline tables = pipelineWithoutLogs();
        Optional<OpenLogSource> watched = LogSources.from(settings, ask.options());
        watched.ifPresent(found -> logs.add(found::close));
        if (watched.isEmpty() && ask.isLogsWanted()) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "there is no log group to read: set CLOUDWATCH_LOG_GROUPS in .env, or give --log-group or --mock-cloudwatch");
        }
        return watched.map(found -> tables.withLogs(LogSettings.plan(settings, found, ask)))
                .orElse(tables);
    }

    /**
     * Where the source is: the one that is set, else the simulated platform in the embedded server.
     *
     * @throws RcaException CONFIGURATION when there is neither
     */
    public SourceSettings source() {
        return SourceSettings.from(settings)
                .or(this::simulated)
                .orElseThrow(
                        () -> new RcaException(
                                ErrorCode.CONFIGURATION,
                                "there is no source: set SOURCE_DB_HOST, SOURCE_DB_NAME and SOURCE_DB_USER in .env, or run ./rca demo"));
    }

    private Optional<SourceSettings> simulated() {
        Optional<EmbeddedPostgres> server = warehouse.embedded();
        return server.filter(found -> found.hasDatabase(SIMULATED_SOURCE)).map(found -> {
            DatabaseAddress address = found.address(SIMULATED_SOURCE);
            return new SourceSettings(address, SourceSettings.FORECASTING, SourceSettings.timeout(settings));
        });
    }

    /** Closing it again does nothing. */
    @Override
    public void close() {
        if (isClosing.getAndSet(true)) {
            return;
        }
        try {
            logs.forEach(Runnable::run);
            warehouse.close();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook is what closes us, or waits for us
        } finally {
            closed.countDown();
        }
    }
}
