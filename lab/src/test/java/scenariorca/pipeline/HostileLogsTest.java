package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.platform.Json;

/** A log file as an enemy would write it. With {@code -Dhostile.lines=1000000} it is as long as the promise. */
final class HostileLogsTest {
    private static final int LINES = Integer.getInteger("hostile.lines", 3_000);
    private static final int LINES_PER_HUGE_ONE = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void every_line_is_accounted_for() throws IOException {
        write();
        try (SourcePlatform platform = SourcePlatform.empty();
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            LogPlan plan = LogPlans.files(folder, NOW).plan();
            long start = System.nanoTime();
            LogCounts logs = warehouse.load(new LoadRequest.LogsOnly(), plan).logs();
            System.out.printf("%s in %.1f s%n", logs, (System.nanoTime() - start) / 1e9);

            assertThat(logs).isNotNull();
            assertThat(logs.eventsRead()).isGreaterThanOrEqualTo(LINES);
            assertThat(logs.linesWritten() + logs.leftOut() + logs.joined() + logs.duplicates() + logs.beforeWindow())
                    .isEqualTo(logs.eventsRead());
            assertThat(warehouse.value("select count(*) from fact_cloudwatch_log"))
                    .isEqualTo(String.valueOf(logs.linesWritten()));
            assertThat(warehouse.value("select sum(line_count) from agg_log_hour"))
                    .isEqualTo(String.valueOf(logs.linesWritten()));
            assertThat(logs.unparsed()).isPositive();
            assertThat(logs.duplicates()).isPositive();
            assertThat(warehouse.value("select max(length(message)) <= 32768 from fact_cloudwatch_log"))
                    .isEqualTo("t");
            LoadSummary again = warehouse.load(new LoadRequest.LogsOnly(), plan);
            assertThat(again.rowsWritten()).as("%s", again.tables()).isZero();
        }
    }

    private void write() throws IOException {
        var random = new Random(99);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("hostile.jsonl"), StandardCharsets.UTF_8)) {
            for (int line = 0; line < LINES; line++) {
                writer.write(line(random, line));
                writer.write('\n');
            }
        }
    }

    private static String line(Random random, int number) {
        if (number % LINES_PER_HUGE_ONE == 7) {
            return envelope(id(random, number), time(random), "ERROR huge " + "x=1 \"{[".repeat(131_072));
        }
        return switch (random.nextInt(12)) {
            case 0 -> bytes(random, 1 + random.nextInt(300)).replace('\n', ' ').replace('\r', ' ');
            case 1 -> envelope(id(random, number), time(random), bytes(random, random.nextInt(500)));
            case 2 -> envelope(id(random, number), time(random), "{\"level\":\"ERROR\",\"message\":\"cut\0 off");
            case 3 ->
                envelope(
                        id(random, number),
                        time(random),
                        "{\"level\":\"ERROR\",\"a\":\"\\u0000\\ud800\",\"message\":\"nul \\u0000\"}");
            case 4 -> envelope("twice" + random.nextInt(1 + LINES / 20), time(random), "ERROR twice");
            case 5 -> envelope("x".repeat(1 + random.nextInt(3_000)), time(random), "WARN long id");
            case 6 -> "{\"logGroup\":\"/hostile\",\"timestamp\":" + random.nextLong() + ",\"message\":\"";
            case 7 -> envelope(id(random, number), Long.toString(random.nextLong()), "ERROR absurd time");
            case 8 -> envelope(id(random, number), time(random), "\tat a.B.c(B.java:" + number + ")");
            case 9 ->
                envelope(id(random, number), time(random), "ERROR user=" + "u".repeat(2_000) + " run_id=not-a-uuid");
            case 10 -> envelope(id(random, number), time(random), "{".repeat(random.nextInt(2_000)));
            default -> envelope(id(random, number), time(random), "2026-11-20 10:00:00 ERROR a.B - failed " + number);
        };
    }

    private static String id(Random random, int number) {
        return "e" + number + (random.nextInt(20) == 0 ? "\"\\\t'{}, " : "");
    }

    private static String time(Random random) {
        return Long.toString(NOW.toEpochMilli() - random.nextInt(86_400_000));
    }

    private static String bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String envelope(String id, String time, String message) {
        return "{\"logGroup\":\"/hostile\",\"logStream\":\"s\",\"eventId\":%s,\"timestamp\":%s,\"message\":%s}"
                .formatted(Json.write(id), time, Json.write(message));
    }
}
