package scenariorca.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import scenariorca.App;
import scenariorca.LogLoadOptions;
import scenariorca.TestDatabase;
import scenariorca.cloudwatch.LogOptions;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Settings;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.simulator.Stories;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.WarehouseReader;

/**
 * What {@code rca demo} serves, smaller: a simulated platform with all five stories and its logs, loaded, explained and
 * served. Made once for all tests, stopped with the test program.
 */
final class DemoSite {
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
    private static final double SCALE = 0.15;
    private static final long CACHE_BYTES = 64_000_000;
    private static final int CONNECTIONS = 6;

    private DemoSite() {}

    /** Without a slash at its end. */
    static String url() {
        return Served.SERVER.url();
    }

    static Stories.Story story(int number) {
        return Stories.endingAt(END).all().get(number - 1);
    }

    /** The one number that a statement gives of the warehouse. */
    static long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The one value that a statement gives of the warehouse. */
    static String text(String sql) {
        Served.SERVER.url();
        return Served.DATABASE.value(sql);
    }

    /** Made when first asked for; what it does with threads is outside, as they would wait for this class. */
    private static final class Served {
        static final TestDatabase DATABASE = TestDatabase.create("demo");
        static final RcaServer SERVER = serve(DATABASE);
    }

    private static RcaServer serve(TestDatabase database) {
        WarehouseReader reader = load(database);
        RcaServer server = RcaServer.start(
                new ServerSettings("127.0.0.1", 0, null, CACHE_BYTES), reader, Clock.fixed(END, ZoneOffset.UTC));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            reader.close();
        }));
        return server;
    }

    private static WarehouseReader load(TestDatabase database) {
        try (TestDatabase platform = TestDatabase.create("platform")) {
            Path logs = Files.createTempDirectory(Path.of("target"), "demo-logs");
            Simulation.run(
                    new SimulationRequest(Profile.STANDARD, 42, SCALE, END),
                    new SimulationTarget(
                            platform.address().url(), platform.address().properties("test"), true, true, logs, null),
                    line -> {});
            var settings = new HashMap<>(database.address().settings("REPORTING_DB"));
            settings.putAll(platform.address().settings("SOURCE_DB"));
            try (App app = App.open(Settings.of(settings))) {
                new Migration(app.warehouse()).apply();
                app.pipeline(new LogLoadOptions(new LogOptions(logs, null, List.of(), null), null, null))
                        .run(new LoadRequest.Full(), line -> {});
                app.pipeline().diagnose(line -> {});
                return WarehouseReader.open(app.warehouse().address(), CONNECTIONS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
