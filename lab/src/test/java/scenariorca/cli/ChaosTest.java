package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.Program;
import scenariorca.Until;
import scenariorca.pipeline.VerificationReport;

/**
 * A platform lives an hour in a short time while {@code rca etl --follow} loads it, and its database, its log service and
 * the warehouse are stopped, killed and started at random: {@code -Dchaos.seconds=480} makes the hour last longer, with
 * more outages; {@code -Dchaos.seed=…} repeats a run.
 */
@Tag("system")
final class ChaosTest {
    private static final int LIFE_SECONDS = 3_600;
    private static final Pattern HEAP = Pattern.compile("rca_process_heap_bytes ([0-9.E]+)");

    private final int seconds = Integer.getInteger("chaos.seconds", 12);
    private final long seed = Long.getLong("chaos.seed", 20261120);
    private final Random random = new Random(seed);
    private final List<Double> heap = new ArrayList<>();
    private int outages;

    @TempDir
    Path directory;

    @Test
    void whatever_is_stopped_and_started_meanwhile_in_the_end_nothing_is_missing() {
        // Far enough back that it never gets ahead of us, however slow the machine: what is dated in the future is read
        // when
        // that comes. As its time runs so much faster than ours, so must what an outage delays by seconds be looked
        // for.
        Instant end = Instant.now().minus(Duration.ofHours(24));
        try (var platform = new OutagePlatform(directory, seed, 0.1, end)
                        .with("LOG_FIRST_DAYS", "90")
                        .with("LOG_LOOKBACK_MINUTES", "2880")
                        .with("ETL_LOOKBACK_MINUTES", "1440")
                        .alive((double) LIFE_SECONDS / seconds);
                var program = Program.start(directory, platform.settings(), "etl", "--follow", "--status-port", "0")) {
            String url = program.await("status at (http://\\S+)/health");
            Until.isTrue("the first load", Duration.ofSeconds(60), () -> figure(platform, url, "rca_loads_total") > 0);

            long over = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            while (System.nanoTime() < over) {
                outage(platform);
                measure(platform, url);
            }
            platform.die();

            quiet(platform, program, url);
            VerificationReport report = platform.verify();
            assertThat(report.isEqual()).as("seed %d: %s", seed, report).isTrue();
            assertThat(platform.inWarehouse("select sum(part_count) from fact_cloudwatch_log"))
                    .as("log events, seed %d", seed)
                    .isEqualTo(String.valueOf(platform.logs.events()));
            assertThat(platform.inWarehouse(
                            "select count(*) - count(distinct (log_group, event_id)) from fact_cloudwatch_log"))
                    .isEqualTo("0");
            assertThat(platform.verifyAudit().isIntact())
                    .as("history, seed %d", seed)
                    .isTrue();
            assertThat(program.isAlive()).isTrue();
            memoryIsFlat();
            program.askToStop();
            program.awaitEnd(Duration.ofSeconds(30));
            tell(platform, program);
        }
    }

    /** One of the three goes away for a while, in one of its ways, and comes back; then there is peace for a while. */
    private void outage(OutagePlatform platform) {
        outages++;
        switch (random.nextInt(6)) {
            case 0 -> {
                platform.source.stop();
                pause(1_500);
                platform.source.start();
            }
            case 1 -> {
                platform.source.kill();
                pause(1_500);
                platform.source.start();
            }
            case 2 -> {
                platform.warehouse.stop();
                pause(1_500);
                platform.warehouse.start();
            }
            case 3 -> {
                platform.warehouse.kill();
                pause(1_500);
                platform.warehouse.start();
            }
            case 4 -> {
                platform.logs.stop();
                pause(3_000);
                platform.logs.start();
            }
            default -> {
                platform.logs.breakDown();
                pause(3_000);
                platform.logs.start();
            }
        }
        pause(3_000);
    }

    /** Up to so long; where in a load it hits is left to chance. */
    private void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(millis)).toNanos());
    }

    /** Loads that began after the last event: two of them in a row that find nothing new and miss nothing. */
    private static void quiet(OutagePlatform platform, Program program, String url) {
        double before = figure(platform, url, "rca_loads_total\\{result=\"unchanged\"}");
        Until.isTrue(
                "the loads come to rest; " + program.last(),
                Duration.ofSeconds(90),
                () -> figure(platform, url, "rca_loads_total\\{result=\"unchanged\"}") >= before + 2
                        && platform.away(url).isEmpty());
    }

    private void measure(OutagePlatform platform, String url) {
        Matcher matcher = HEAP.matcher(platform.get(url + "/metrics").body());
        if (matcher.find()) {
            heap.add(Double.parseDouble(matcher.group(1)));
        }
    }

    private static double figure(OutagePlatform platform, String url, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + "\\S* ([0-9.E]+)$")
                .matcher(platform.get(url + "/metrics").body());
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    /** What is in use right after collections does not grow from the first half of the run to the second. */
    private void memoryIsFlat() {
        double early = smallest(heap.subList(0, Math.max(1, heap.size() / 2)));
        double late = smallest(heap.subList(heap.size() / 2, heap.size()));
        assertThat(late).as("bytes in use, %s", heap).isLessThan(early * 1.5 + 20e6);
    }

    private static double smallest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private void tell(OutagePlatform platform, Program program) {
        long failed = program.lines().stream()
                .filter(line -> line.contains("load failed"))
                .count();
        long loaded = program.lines().stream()
                .filter(line -> line.contains(" loaded mode="))
                .count();
        System.out.printf(
                Locale.ROOT,
                "chaos: seed %d, %d s, %d outages, %d loads, %d failed, %s runs, %d log events, heap after collections %.0f to %.0f MB%n",
                seed,
                seconds,
                outages,
                loaded,
                failed,
                platform.inWarehouse("select count(*) from fact_scenario_run"),
                platform.logs.events(),
                smallest(heap) / 1e6,
                heap.stream().mapToDouble(Double::doubleValue).max().orElse(0) / 1e6);
    }
}
