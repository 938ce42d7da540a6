package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;

/** What the planner is told of log lines after a load. */
final class LogStatisticsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    /** Each part of the table with statistics, and who wrote them. */
    private static final String STATISTICS = """
            select statistics.starelid::regclass || ' ' || max(statistics.xmin::text)
            from pg_statistic as statistics
            where statistics.starelid = 'fact_cloudwatch_log'::regclass or statistics.starelid in (
                select inhrelid from pg_inherits where inhparent = 'fact_cloudwatch_log'::regclass)
            group by statistics.starelid
            """;

    private static List<RawLogEvent> events(String name, int daysAgo, int count) {
        var events = new ArrayList<RawLogEvent>();
        for (int number = 0; number < count; number++) {
            Instant at = NOW.minus(Duration.ofDays(daysAgo)).minusSeconds(number + 1L);
            events.add(new RawLogEvent("/g", "s", name + daysAgo + "." + number, at, at, "INFO done " + number));
        }
        return events;
    }

    @Test
    void a_load_that_adds_to_one_day_analyses_that_day_alone() {
        var first = new ArrayList<RawLogEvent>();
        for (int day = 0; day < 8; day++) {
            first.addAll(events("first", day, 1_500));
        }
        LogPlans plans =
                LogPlans.service(new InMemoryLogSource(first), NOW, "/g").atMost(Integer.MAX_VALUE);
        LogPlan later =
                plans.from(new InMemoryLogSource(events("later", 0, 1_100))).plan();
        try (SourcePlatform platform = SourcePlatform.of(1, 1, 1);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            warehouse.load(new LoadRequest.LogsOnly(), plans.plan());
            Set<String> before = new HashSet<>(withoutAutovacuum(warehouse).values(STATISTICS));

            assertThat(warehouse.load(new LoadRequest.LogsOnly(), later).logs().linesWritten())
                    .isEqualTo(1_100);

            assertThat(before).hasSize(9);
            assertThat(warehouse.values(STATISTICS).stream().filter(part -> !before.contains(part)))
                    .singleElement()
                    .asString()
                    .startsWith("fact_cloudwatch_log_20260310 ");
        }
    }

    /** It would analyse, too, whenever it likes. */
    private static LoadedWarehouse withoutAutovacuum(LoadedWarehouse warehouse) {
        warehouse
                .values("select inhrelid::regclass from pg_inherits where inhparent = 'fact_cloudwatch_log'::regclass")
                .forEach(part -> warehouse.execute("alter table " + part + " set (autovacuum_enabled = false)"));
        return warehouse;
    }
}
