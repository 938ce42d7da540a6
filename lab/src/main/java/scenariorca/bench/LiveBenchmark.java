package scenariorca.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadStatus;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Schedule;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * How long it takes from a failed run in the source to its verdict on a page that hears of news, while a simulated platform
 * goes on; and what pages cost that hear of nothing. The time begins when a look at the source, five times a second, first
 * shows the run, and ends when its page, asked for on the news, has come.
 */
public final class LiveBenchmark {
    private static final String SOURCE = "bench_live_source";
    private static final String TARGET = "bench_live_target";
    private static final double SCALE = 0.3;
    private static final int CONNECTIONS = 8;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Consumer<String> progress;
    /** When a failed run was first seen in the source, on the clock of {@link System#nanoTime}; told ones are taken out. */
    private final Map<UUID, Long> waiting = new ConcurrentHashMap<>();

    private final Set<UUID> seen = new HashSet<>();
    private final Latencies latencies = new Latencies();

    /**
     * What to measure.
     *
     * @param length of each part
     * @param every from the end of a load to the start of the next
     * @param speed how many times faster than life the platform goes on
     * @param pages that hear of nothing
     */
    public record Course(Duration length, Duration every, double speed, int pages) {}

    public LiveBenchmark(Settings settings, EmbeddedPostgres server, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    public LiveFigures run(Course course) {
        List.of(SOURCE, TARGET).forEach(name -> {
            server.dropDatabase(name);
            server.createDatabase(name);
        });
        var isStopped = new AtomicBoolean();
        try {
            Thread platform = platform(course, isStopped);
            try (Warehouse warehouse = FreshWarehouse.make(server, TARGET);
                    WarehouseReader reader = WarehouseReader.open(warehouse.address(), CONNECTIONS)) {
                return measure(course, warehouse, reader, () -> stop(isStopped, platform));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "stopped while measuring", e);
        } finally {
            isStopped.set(true);
            List.of(SOURCE, TARGET).forEach(server::dropDatabase);
        }
    }

    private LiveFigures measure(Course course, Warehouse warehouse, WarehouseReader reader, Runnable stopPlatform)
            throws InterruptedException {
        Pipeline pipeline = pipeline(warehouse);
        pipeline.run(new LoadRequest.Full(), _ -> {});
        pipeline.diagnose(_ -> {});
        progress.accept("loaded what there was; the platform goes on for "
                + course.length().toSeconds() + " s");
        var schedule = new Schedule(pipeline, course.every(), new LoadStatus(Clock.systemUTC()), Clock.systemUTC());
        try (RcaServer rca =
                RcaServer.start(new ServerSettings("127.0.0.1", 0, null, 8_000_000), reader, Clock.systemUTC())) {
            look(false);
            Thread loads = Thread.ofVirtual().start(() -> schedule.follow(new LoadRequest.Incremental(), _ -> {}));
            try (var page = ListeningPage.open(rca.url(), () -> told(rca.url()))) {
                long end = System.nanoTime() + course.length().toNanos();
                while (System.nanoTime() < end) {
                    look(true);
                    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                }
                stopPlatform.run();
                // what has failed by now is still to come
                long last = System.nanoTime() + course.every().multipliedBy(3).toNanos();
                while (!waiting.isEmpty() && System.nanoTime() < last) {
                    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                }
            }
            schedule.stop();
            loads.join();
            progress.accept("nothing happens now: first without pages, then with " + course.pages());
            double without = share(course.length());
            var pages = new ArrayList<ListeningPage>();
            for (int page = 0; page < course.pages(); page++) {
                pages.add(ListeningPage.open(rca.url(), () -> {}));
            }
            double with = share(course.length());
            pages.forEach(ListeningPage::close);
            synchronized (latencies) {
                return LiveFigures.of(latencies, waiting.size(), course.pages(), Math.max(0, with - without));
            }
        }
    }

    /** The page hears of a version: it asks for the runs it waits for. */
    private void told(String url) {
        for (Map.Entry<UUID, Long> run : List.copyOf(waiting.entrySet())) {
            if (ListeningPage.shows(url + "/run/" + run.getKey())) {
                long took = System.nanoTime() - run.getValue();
                waiting.remove(run.getKey());
                synchronized (latencies) {
                    latencies.add(took);
                }
            }
        }
    }

    private void look(boolean isNew) {
        DatabaseAddress address = server.address(SOURCE);
        try (Connection connection = DriverManager.getConnection(address.url(), address.properties("rca-bench"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SqlFile.read("bench/live_failed_runs.sql"))) {
            long now = System.nanoTime();
            while (rows.next()) {
                UUID run = rows.getObject(1, UUID.class);
                if (seen.add(run) && isNew) {
                    waiting.put(run, now);
                }
            }
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.UNREACHABLE, "the simulated platform does not answer", e);
        }
    }

    /** Share of a core that this program, pages included, takes for a while. */
    private static double share(Duration length) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        TimeUnit.SECONDS.sleep(2);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(length.toMillis());
        return (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - start);
    }

    private Thread platform(Course course, AtomicBoolean isStopped) throws InterruptedException {
        DatabaseAddress address = server.address(SOURCE);
        var target = new SimulationTarget(address.url(), address.properties("rca-bench"), true, true, null, null);
        var request =
                new SimulationRequest(Profile.STANDARD, 42, SCALE, Instant.now().truncatedTo(ChronoUnit.MINUTES));
        var isFilled = new CountDownLatch(1);
        var live = new Simulation.Live(course.speed(), isStopped::get, Clock.systemUTC(), _ -> isFilled.countDown());
        Thread thread = Thread.ofPlatform().daemon().name("bench-platform").start(() -> {
            try {
                Simulation.run(request, target, _ -> {}, live);
            } finally {
                isFilled.countDown();
            }
        });
        isFilled.await();
        return thread;
    }

    private static void stop(AtomicBoolean isStopped, Thread platform) {
        isStopped.set(true);
        try {
            platform.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Pipeline pipeline(Warehouse warehouse) {
        DatabaseAddress source = server.address(SOURCE);
        return new Pipeline(
                warehouse,
                () -> SourceDatabase.open(new SourceSettings(source, SourceSettings.FORECASTING, Duration.ofHours(1))),
                settings);
    }
}
