package scenariorca.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.bench.LogBucket;
import scenariorca.bench.SparkCluster;
import scenariorca.bench.SparkInstallation;
import scenariorca.pipeline.LoadRequest;

/**
 * A standalone cluster of two workers, one of which dies with its executor in the middle of the job. With
 * {@code -Dcluster.events=5000000} it has more to do.
 */
@Tag("system")
final class SparkClusterTest {
    private static final int EVENTS = Integer.getInteger("cluster.events", 60_000);
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final String CONSISTENT = "select count(*) = count(distinct event_id) from ";

    @TempDir
    Path folder;

    private static SparkInstallation spark;

    @BeforeAll
    static void layOut() throws IOException {
        spark = SparkInstallation.layOut(Path.of("").toAbsolutePath(), Files.createTempDirectory("rca-spark"));
    }

    @AfterAll
    static void remove() throws IOException {
        spark.remove();
    }

    @Test
    void a_worker_that_dies_with_its_executor_costs_time_and_nothing_else() throws Exception {
        Path logs = folder.resolve("logs");
        Path lake = folder.resolve("lake");
        LogBucket.write(logs, EVENTS, Math.max(24, EVENTS / 50_000), FROM, 2);
        try (SourcePlatform platform = SourcePlatform.empty();
                LoadedWarehouse warehouse = new LoadedWarehouse(platform);
                SparkCluster cluster = SparkCluster.start(spark, 2)) {
            Process job = submit("killed", cluster, logs, lake, warehouse);
            cluster.await("the first pass", () -> spark.said("killed").contains("objects hold"));
            cluster.await(
                    "work of the first worker", () -> !cluster.executors(0).isEmpty());
            cluster.kill(0);
            assertThat(job.waitFor(2, TimeUnit.HOURS)).isTrue();

            assertThat(job.exitValue()).as(spark.said("killed")).isZero();
            String all = Integer.toString(EVENTS);
            assertThat(LakeFiles.value(lake, "select count(*) from lines")).isEqualTo(all);
            assertThat(LakeFiles.value(lake, CONSISTENT + "lines")).isEqualTo("true");
            warehouse.load(new LoadRequest.LogsOnly());
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log"))
                    .isEqualTo(all);
            assertThat(warehouse.value(CONSISTENT + "fact_cloudwatch_log")).isEqualTo("t");
            assertThat(warehouse.value("select sum(line_count) from agg_lake_hour"))
                    .isEqualTo(all);
            assertThat(warehouse.value("select sum(line_count) + sum(left_out_count) from agg_log_hour"))
                    .isEqualTo(all);

            List<String> before = files(lake);
            Process again = submit("again", cluster, logs, lake, warehouse);
            assertThat(again.waitFor(30, TimeUnit.MINUTES)).isTrue();
            assertThat(spark.said("again")).contains("0 objects are new");
            assertThat(files(lake)).isEqualTo(before);
            assertThat(warehouse.load(new LoadRequest.LogsOnly()).rowsWritten()).isZero();
        }
    }

    private static Process submit(String name, SparkCluster cluster, Path logs, Path lake, LoadedWarehouse warehouse) {
        var settings = new TreeMap<String, String>();
        for (String key : List.of("HOST", "PORT", "NAME", "USER", "PASSWORD")) {
            warehouse
                    .settings()
                    .text("REPORTING_DB_" + key)
                    .ifPresent(value -> settings.put("REPORTING_DB_" + key, value));
        }
        return spark.submit(
                name, cluster.address(), List.of("--input", logs.toString(), "--lake", lake.toString()), settings);
    }

    private static List<String> files(Path lake) throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> lake.relativize(file) + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }
}
