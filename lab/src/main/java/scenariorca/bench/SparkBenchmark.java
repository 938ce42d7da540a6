package scenariorca.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scenariorca.cloudwatch.FolderLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/** Measures the job on clusters of one worker and more, beside the load of the same objects on this machine. */
public final class SparkBenchmark {
    private static final String TARGET = "bench_spark";
    private static final int DAYS = 2;
    private static final int EVENTS_PER_OBJECT = 50_000;
    private static final int MIN_OBJECTS = 8;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Path sources;
    private final Consumer<String> progress;

    /** @param sources the folder of this project, built */
    public SparkBenchmark(Settings settings, EmbeddedPostgres server, Path sources, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.sources = sources;
        this.progress = progress;
    }

    /** Measures with as many workers as each number says. */
    public SparkFigures run(int events, List<Integer> workers) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("rca-bench-spark");
        SparkInstallation spark = SparkInstallation.layOut(sources, home);
        try {
            Path logs = home.resolve("logs");
            Instant from = Instant.parse("2026-11-18T00:00:00Z");
            LogBucket.write(logs, events, Math.max(MIN_OBJECTS, events / EVENTS_PER_OBJECT), from, DAYS);
            double plain = plain(logs, from.plus(Duration.ofDays(DAYS)));
            say("one machine: %,.0f lines/s", events / plain);
            var runs = new ArrayList<SparkFigures.Run>();
            Path lake = home.resolve("lake");
            for (int count : workers) {
                lake = home.resolve("lake" + count);
                runs.add(job(spark, count, logs, lake));
                say("%d workers: %.1f s", count, runs.getLast().seconds());
            }
            return new SparkFigures(
                    events, Runtime.getRuntime().availableProcessors(), plain, runs, bytes(lake) / (double) events);
        } finally {
            server.dropDatabase(TARGET);
            spark.remove();
        }
    }

    private SparkFigures.Run job(SparkInstallation spark, int workers, Path logs, Path lake)
            throws IOException, InterruptedException {
        String name = "job" + workers;
        try (Warehouse warehouse = FreshWarehouse.make(server, TARGET);
                SparkCluster cluster = SparkCluster.start(spark, workers)) {
            long start = System.nanoTime();
            Process process = spark.submit(
                    name,
                    cluster.address(),
                    List.of("--input", logs.toString(), "--lake", lake.toString()),
                    warehouse.address().settings("REPORTING_DB"));
            cluster.await(
                    "the job", () -> !process.isAlive() || !spark.said(name).isEmpty());
            double begun = (System.nanoTime() - start) / 1e9;
            if (process.waitFor() != 0) {
                throw new RcaException(ErrorCode.PROBLEM, "the job failed: " + spark.said(name));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long taking = System.nanoTime();
            pipeline(warehouse).run(new LoadRequest.LogsOnly(), _ -> {});
            return new SparkFigures.Run(workers, seconds, begun, (System.nanoTime() - taking) / 1e9);
        }
    }

    private double plain(Path logs, Instant now) {
        try (Warehouse warehouse = FreshWarehouse.make(server, TARGET)) {
            long start = System.nanoTime();
            var source = new FolderLogSource(logs, null);
            var plan = new LogPlan(
                    source,
                    source.groups().stream()
                            .map(group -> new LogPlan.Group(group, null))
                            .toList(),
                    true,
                    null,
                    DAYS,
                    Duration.ZERO,
                    0,
                    Integer.MAX_VALUE,
                    LogSelection.ALL,
                    Redactor.standard(false),
                    Clock.fixed(now, ZoneOffset.UTC));
            pipeline(warehouse).withLogs(plan).run(new LoadRequest.LogsOnly(), _ -> {});
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private Pipeline pipeline(Warehouse warehouse) {
        return new Pipeline(
                warehouse,
                () -> {
                    throw new RcaException(ErrorCode.CONFIGURATION, "a load of logs alone has no source");
                },
                settings);
    }

    private static long bytes(Path lake) throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void say(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
    }
}
