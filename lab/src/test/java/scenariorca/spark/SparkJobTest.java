package scenariorca.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import scenariorca.lake.LakeLine;
import scenariorca.lake.LakeReader;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.RcaException;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.WarehouseReader;

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
            assertThat(LakeFiles.value(folder.resolve("lake"), "select count(*) || ' ' || sum(part_count) from lines"))
                    .isEqualTo(plain.value("select count(*) || ' ' || sum(part_count) from fact_cloudwatch_log"));
            assertThat(LakeFiles.value(folder.resolve("lake"), "select count(distinct fingerprint) from lines"))
                    .isEqualTo(plain.value("select count(distinct error_pattern_key) from fact_cloudwatch_log"));
            theLakeAnswersForRuns(handed, folder.resolve("lake"));
            long before = Long.parseLong(handed.value("select count(*) from etl_chunk"));
            run("second", logs, folder.resolve("lake"), handed);
            assertThat(spark.said("second")).contains("0 objects are new");
            assertThat(handed.load(new LoadRequest.LogsOnly()).rowsWritten()).isZero();
            assertThat(handed.value("select count(*) from etl_chunk")).isEqualTo(Long.toString(before));
        }
    }

    /** Page by page, what the lake has of a run is what the warehouse has, as both have all here. */
    private static void theLakeAnswersForRuns(LoadedWarehouse warehouse, Path lake) {
        try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            var reports = Reports.of(
                    new ReportSession(reader, Clock.fixed(END, ZoneOffset.UTC)),
                    List::of,
                    new LakeReader(lake.toString()));
            String run = warehouse.value("""
                    select run_id from fact_cloudwatch_log where link = 'run' group by 1 order by count(*) desc, 1 limit 1
                    """);
            var ids = new ArrayList<String>();
            String next = null;
            do {
                Page<LakeLine> page = reports.lakeLines()
                        .answer(UUID.fromString(run), new PageRequest(7, next))
                        .content();
                page.items().forEach(line -> ids.add(line.eventId()));
                next = page.next();
            } while (next != null);
            assertThat(ids).hasSizeGreaterThan(7).containsExactlyElementsOf(warehouse.values("""
                    select log.event_id
                    from fact_cloudwatch_log as log
                    inner join fact_scenario_run as run on run.run_id = '%s'
                    where (log.run_id = run.run_id or log.correlation_id = run.correlation_id)
                        and log.log_timestamp >= run.run_started_at - interval '1 hour'
                        and log.log_timestamp <= run.run_ended_at + interval '1 hour'
                    order by log.log_timestamp, log.event_id collate "C"
                    """.formatted(run)));
            assertThatThrownBy(() -> reports.lakeLines().answer(new UUID(1, 1), new PageRequest(7, null)))
                    .isInstanceOf(RcaException.class)
                    .hasMessageContaining("There is no run");
        }
    }

    private static void run(String name, Path logs, Path lake, LoadedWarehouse warehouse) throws InterruptedException {
        Process job = spark.submit(
                name, "local[2]", List.of("--input", logs.toString(), "--lake", lake.toString()), settings(warehouse));
        assertThat(job.waitFor(30, TimeUnit.MINUTES)).isTrue();
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
