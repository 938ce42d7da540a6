package scenariorca.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.LogSelection;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.report.Inquiry;
import scenariorca.report.Reports;
import scenariorca.report.Window;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Measures the load of log events into a scratch database of the embedded server, beside the bare COPY of the very rows it
 * wrote, and a question about them.
 */
public final class LogBenchmark {
    private static final String TARGET = "bench_logs";
    private static final int DAYS = 10;
    private static final int SPEED_EVENTS = 40_000;
    private static final int QUESTIONS = 300;
    private static final int LONGEST_WINDOW = 90;
    private static final int MOST_CATEGORIES = 14;
    private static final int WARM_UP_EVENTS = 100_000;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final int events;
    private final Consumer<String> progress;

    public LogBenchmark(Settings settings, EmbeddedPostgres server, int events, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.events = events;
        this.progress = progress;
    }

    /** Runs all of it and removes the scratch database. */
    public LogFigures run() {
        Instant now = Instant.now();
        Instant from = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1L));
        var source = new SyntheticLogSource(events, from, DAYS - 1);
        LogSpeed speed = LogSpeed.of(source, Math.min(events, SPEED_EVENTS));
        progress.accept("measured redaction, parsing and patterns");
        try {
            try (Warehouse warehouse = fresh()) {
                load(warehouse, new SyntheticLogSource(WARM_UP_EVENTS, from, DAYS - 1), now);
            }
            try (Warehouse warehouse = fresh()) {
                var heap = new HeapPeak();
                double seconds = load(warehouse, source, now);
                long peak = heap.stop();
                progress.accept("whole path: %,d events in %.1f s".formatted(events, seconds));
                Latencies questions = questions(warehouse);
                double[] limits = limits(warehouse);
                progress.accept(
                        "bare copy: %.1f s with indexes and days, %.1f s without".formatted(limits[0], limits[1]));
                return new LogFigures(
                        events,
                        speed.parse(),
                        speed.redact(),
                        speed.pattern(),
                        events / seconds,
                        events / limits[0],
                        events / limits[1],
                        limits[0] / seconds,
                        peak,
                        questions.millis(0.5),
                        questions.millis(0.95));
            }
        } catch (SQLException e) {
            throw DatabaseFailure.explain("the embedded server", server.address(TARGET), e);
        } finally {
            server.dropDatabase(TARGET);
        }
    }

    private double load(Warehouse warehouse, SyntheticLogSource source, Instant now) {
        var plan = new LogPlan(
                source,
                List.of(new LogPlan.Group(SyntheticLogSource.GROUP, null)),
                true,
                null,
                DAYS,
                Duration.ofHours(2),
                0,
                Integer.MAX_VALUE,
                LogSelection.ALL,
                Redactor.standard(false),
                Clock.fixed(now, ZoneOffset.UTC));
        Pipeline pipeline = new Pipeline(warehouse, LogBenchmark::noSource, settings).withLogs(plan);
        long start = System.nanoTime();
        pipeline.run(new LoadRequest.LogsOnly(), _ -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    private static scenariorca.source.SourceDatabase noSource() {
        throw new RcaException(ErrorCode.CONFIGURATION, "a load of logs alone has no source");
    }

    /** Each question with another window and another number of categories; nothing between it and the database remembers. */
    private static Latencies questions(Warehouse warehouse) {
        var latencies = new Latencies();
        try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            Reports reports = Reports.of(new Inquiry(reader, Clock.systemUTC()));
            for (int question = -QUESTIONS / 10; question < QUESTIONS; question++) {
                long start = System.nanoTime();
                reports.topCategories()
                        .answer(
                                new Window(1 + Math.floorMod(question, LONGEST_WINDOW)),
                                1 + Math.floorMod(question, MOST_CATEGORIES));
                if (question >= 0) {
                    latencies.add(System.nanoTime() - start);
                }
            }
        }
        return latencies;
    }

    /**
     * Seconds of the bare COPY of the rows loaded, finished, from a file of the very rows: into their own table, emptied but with
     * its days, indexes and keys, and into one without any. The first is what a load is measured against: a load also has to
     * fetch, join, redact and read the lines, find their patterns, tell known from new, link and count.
     */
    private static double[] limits(Warehouse warehouse) throws SQLException {
        Path file = null;
        try (Connection connection = warehouse.connect("rca-bench");
                var statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            file = Files.createTempFile("rca-bench-logs", ".copy");
            String columns = SqlFile.read("bench/log_columns.sql").strip();
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy (select " + columns + " from fact_cloudwatch_log) to stdout", out);
            }
            statement.execute(SqlFile.read("bench/log_limit.sql"));
            return new double[] {
                seconds(copy, "fact_cloudwatch_log (" + columns + ")", file),
                seconds(copy, "bench_bare (" + columns + ")", file)
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static double seconds(CopyManager copy, String target, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long start = System.nanoTime();
            copy.copyIn("copy " + target + " from stdin", in, 1 << 16);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Warehouse fresh() {
        server.dropDatabase(TARGET);
        server.createDatabase(TARGET);
        DatabaseAddress address = server.address(TARGET);
        Warehouse warehouse = Warehouse.open(Settings.of(Map.of(
                "REPORTING_DB_HOST", address.host(),
                "REPORTING_DB_PORT", String.valueOf(address.port()),
                "REPORTING_DB_NAME", address.database(),
                "REPORTING_DB_USER", address.user(),
                "REPORTING_DB_PASSWORD", address.password())));
        new Migration(warehouse).apply();
        return warehouse;
    }

    /** Watches how much heap is in use. */
    private static final class HeapPeak {
        private static final long INTERVAL_NANOS = 50_000_000L;

        private final AtomicBoolean isOver = new AtomicBoolean();
        private final Thread thread;
        private volatile long bytes;

        HeapPeak() {
            thread = Thread.ofPlatform().daemon().start(this::watch);
        }

        private void watch() {
            Runtime runtime = Runtime.getRuntime();
            while (!isOver.get()) {
                bytes = Math.max(bytes, runtime.totalMemory() - runtime.freeMemory());
                java.util.concurrent.locks.LockSupport.parkNanos(INTERVAL_NANOS);
            }
        }

        /** Megabytes. */
        long stop() {
            isOver.set(true);
            return bytes >> 20;
        }
    }
}
