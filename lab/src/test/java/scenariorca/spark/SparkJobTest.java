package scenariorca.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.bench.SparkInstallation;
import scenariorca.pipeline.LoadRequest;
import scenariorca.simulator.Profile;

/** The job on a Spark in a process of its own, beside a load on one machine. */
@Tag("system")
final class SparkJobTest {
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");

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
    void it_gives_the_warehouse_that_a_load_on_one_machine_gives() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        try (SourcePlatform platform = SourcePlatform.simulated(Profile.STANDARD, 7, 0.1, END, logs);
                LoadedWarehouse plain = new LoadedWarehouse(platform);
                LoadedWarehouse handed = new LoadedWarehouse(platform)) {
            LogObjects.cut(logs, 40);
            plain.full();
            handed.full();

            plain.load(new LoadRequest.LogsOnly(), LogPlans.files(logs, END).plan());
            run("first", logs, folder.resolve("lake"), handed);
            handed.load(new LoadRequest.LogsOnly());

            assertThat(WarehouseDump.differences(plain, handed)).isEmpty();
            assertThat(handed.verify().isEqual()).isTrue();
            long before = Long.parseLong(handed.value("select count(*) from etl_chunk"));
            run("second", logs, folder.resolve("lake"), handed);
            assertThat(spark.said("second")).contains("0 objects are new");
            assertThat(handed.load(new LoadRequest.LogsOnly()).rowsWritten()).isZero();
            assertThat(handed.value("select count(*) from etl_chunk")).isEqualTo(Long.toString(before));
        }
    }

    private static void run(String name, Path logs, Path lake, LoadedWarehouse warehouse) throws InterruptedException {
        Process job = spark.submit(
                name, "local[2]", List.of("--input", logs.toString(), "--lake", lake.toString()), settings(warehouse));
        assertThat(job.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(job.exitValue()).as(spark.said(name)).isZero();
    }

    private static Map<String, String> settings(LoadedWarehouse warehouse) {
        var settings = new HashMap<String, String>();
        for (String name : List.of("HOST", "PORT", "NAME", "USER", "PASSWORD")) {
            String key = "REPORTING_DB_" + name;
            warehouse.settings().text(key).ifPresent(value -> settings.put(key, value));
        }
        return settings;
    }
}
