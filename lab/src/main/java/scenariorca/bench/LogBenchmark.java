package scenariorca.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Progress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/**
 * Measures loads of log events into a scratch database of the embedded server, into an empty table and into the filled one,
 * beside the bare COPY of the very rows they wrote, and a question about them.
 */
public final class LogBenchmark {
    private static final String TARGET = "bench_logs";
    private static final int DAYS = 10;
    private static final int SPEED_EVENTS = 40_000;
    private static final int QUESTIONS = 300;
    private static final int WARM_UP_EVENTS = 100_000;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final int events;
    private final Consumer<String> progress;
    private Progress steps = _ -> {};

    public LogBenchmark(Settings settings, EmbeddedPostgres server, int events, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.events = events;
        this.progress = progress;
    }

    /** Tells how long each step of the measured loads takes, too. */
    public LogBenchmark tellingSteps() {
        steps = progress::accept;
        return this;
    }

    /** Runs all of it and removes the scratch database. */
    public LogFigures run() {
        Instant now = Instant.now();
        Instant from = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1L));
        var source = new SyntheticLogSource(events, from, DAYS - 1);
        LogSpeed speed = LogSpeed.of(source, Math.min(events, SPEED_EVENTS));
        progress.accept("measured redaction, parsing and patterns");
        try {
            try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
                load(warehouse, new SyntheticLogSource(Math.min(events, WARM_UP_EVENTS), from, DAYS - 1), now);
            }
            try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
                return measure(warehouse, source, speed, now);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.explain("the embedded server", server.address(TARGET), e);
        } finally {
            server.dropDatabase(TARGET);
        }
    }

    private LogFigures measure(Warehouse warehouse, SyntheticLogSource source, LogSpeed speed, Instant now)
            throws SQLException {
        var firstHeap = new HeapPeak();
        double seconds = load(warehouse, source, now);
        long firstPeak = firstHeap.stop();
        say("first load: %,d events in %.1f s", events, seconds);
        CategoryQuestions questions = CategoryQuestions.ask(warehouse, Math.clamp(events / 10, 1, QUESTIONS));
        int further = Math.max(1, events / 2);
        var laterHeap = new HeapPeak();
        double laterSeconds = load(warehouse, source.further(further, DAYS - 1), now);
        long laterPeak = laterHeap.stop();
        say("later load: %,d further events in %.1f s", further, laterSeconds);
        LogCopyLimits limits = LogCopyLimits.measure(warehouse, source.firstFurtherId());
        say(
                "bare copy: %.1f s and %.1f s, %.1f s without indexes and days",
                limits.firstSeconds(), limits.laterSeconds(), limits.bareSeconds());
        return LogFigures.of(
                speed,
                new LogFigures.Load(events, events / seconds, events / limits.firstSeconds()),
                new LogFigures.Load(further, further / laterSeconds, further / limits.laterSeconds()),
                events / limits.bareSeconds(),
                Math.max(firstPeak, laterPeak),
                questions);
    }

    private void say(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
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
        pipeline.run(new LoadRequest.LogsOnly(), steps);
        return (System.nanoTime() - start) / 1e9;
    }

    private static scenariorca.source.SourceDatabase noSource() {
        throw new RcaException(ErrorCode.CONFIGURATION, "a load of logs alone has no source");
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
