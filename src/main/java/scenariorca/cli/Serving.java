package scenariorca.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.App;
import scenariorca.LogAsk;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Schedule;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.WarehouseReader;

/** A server that runs until the process is asked to end, and loads meanwhile if wished. */
final class Serving {
    private static final int DEFAULT_CONNECTIONS = 10;
    private static final int DEFAULT_SCHEDULE_MINUTES = 15;

    private final App app;
    private final Terminal terminal;
    private LogAsk logs = LogAsk.NONE;

    Serving(App app, Terminal terminal) {
        this.app = app;
        this.terminal = terminal;
    }

    /** What its loads read of log events. */
    Serving loading(LogAsk ask) {
        logs = ask;
        return this;
    }

    /** @param ready told the address once the server answers */
    void untilStopped(boolean isLoading, Consumer<String> ready) throws InterruptedException {
        ServerSettings settings = ServerSettings.of(app.settings());
        checkTables(isLoading);
        int connections = app.settings().number("API_DB_CONNECTIONS", DEFAULT_CONNECTIONS, 1, 500);
        var stopped = new CountDownLatch(1);
        app.onShutdown(stopped::countDown);
        Thread loads = isLoading ? follow() : null;
        try (WarehouseReader reader = WarehouseReader.open(app.warehouse().address(), connections);
                RcaServer server = RcaServer.start(settings, reader, Clock.systemUTC())) {
            ready.accept(server.url());
            stopped.await();
        } finally {
            stopLoads(loads);
        }
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
                    "the warehouse at %s lacks %s; run ./rca migrate"
                            .formatted(app.warehouse().address(), String.join(", ", pending)));
        }
    }

    private Thread follow() {
        Pipeline pipeline = app.pipeline(logs);
        int minutes = app.settings().number("ETL_SCHEDULE_MINUTES", DEFAULT_SCHEDULE_MINUTES, 1, 10_080);
        return Thread.ofVirtual()
                .name("rca-loads")
                .start(() -> new Schedule(pipeline, minutes)
                        .follow(terminal.err()::println, summary -> LoadTable.print(summary, terminal.err())));
    }

    private static void stopLoads(@Nullable Thread loads) throws InterruptedException {
        if (loads != null) {
            loads.interrupt();
            loads.join();
        }
    }
}
