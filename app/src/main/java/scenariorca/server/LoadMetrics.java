package scenariorca.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.Removals;
import scenariorca.pipeline.LoadStatus;
import scenariorca.pipeline.LoadStatus.Figures;
import scenariorca.platform.Dependency;

/** What is measured of the loads of this program. */
final class LoadMetrics {
    /** The kind of what an installation's own rules take out, unless they name one of the product's. */
    private static final String OWN_RULES = "own_rule";

    private LoadMetrics() {}

    static void register(MeterRegistry registry, LoadStatus loads, Clock clock) {
        for (LoadStatus.Result result : LoadStatus.Result.values()) {
            FunctionCounter.builder(
                            "rca_loads", loads, watch -> watch.figures().loads().getOrDefault(result, 0L))
                    .tag("result", result.name().toLowerCase(Locale.ROOT))
                    .description("Loads that ended since the start, by how")
                    .register(registry);
        }
        counter(registry, loads, "rca_load_rows_read", "Rows read from the source", Figures::rowsRead);
        counter(registry, loads, "rca_load_rows_written", "Rows inserted or updated", Figures::rowsWritten);
        counter(registry, loads, "rca_load_log_events_read", "Log events read", Figures::logEvents);
        FunctionCounter.builder("rca_load_log_lines_redacted", loads, LoadStatus::redactedLines)
                .description("Log lines from which something was taken out before they were stored")
                .register(registry);
        for (String kind : Removals.kinds()) {
            redactions(registry, loads, kind, watch -> watch.redactions(kind));
        }
        redactions(registry, loads, OWN_RULES, watch -> watch.redactionsBeside(Removals.kinds()));
        counter(
                registry,
                loads,
                "rca_load_log_group_failures",
                "Log groups that a load could not read to the end",
                Figures::logGroupFailures);
        gauge(
                registry,
                loads,
                "rca_load_failures_in_a_row",
                "Loads that failed since the last good one",
                Figures::failuresInARow);
        gauge(registry, loads, "rca_load_last_seconds", "Length of the last good load", Figures::lastSeconds);
        gauge(registry, loads, "rca_load_running_seconds", "Age of the load under way", Figures::runningSeconds);
        gauge(
                registry,
                loads,
                "rca_load_success_age_seconds",
                "Time since the last good load ended",
                figures -> age(figures.lastSuccess(), clock));
        for (String part : List.of(
                Dependency.SOURCE.word(), Dependency.WAREHOUSE.word(), Dependency.LOGS.word(), LoadStatus.LOADS)) {
            Gauge.builder("rca_outage", loads, watch -> isAway(watch, part))
                    .tag("what", part)
                    .description("1 while loads find that this does not work, else 0")
                    .register(registry);
        }
    }

    private static void redactions(
            MeterRegistry registry, LoadStatus loads, String kind, ToDoubleFunction<LoadStatus> count) {
        FunctionCounter.builder("rca_redactions", loads, count)
                .tag("kind", kind)
                .description("Things taken out of log lines before they were stored, by kind")
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry,
            LoadStatus loads,
            String name,
            String description,
            ToDoubleFunction<Figures> value) {
        FunctionCounter.builder(name, loads, watch -> value.applyAsDouble(watch.figures()))
                .description(description)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            LoadStatus loads,
            String name,
            String description,
            ToDoubleFunction<Figures> value) {
        Gauge.builder(name, loads, watch -> value.applyAsDouble(watch.figures()))
                .description(description)
                .register(registry);
    }

    private static double age(@Nullable Instant time, Clock clock) {
        return time == null
                ? Double.NaN
                : Duration.between(time, clock.instant()).toMillis() / 1e3;
    }

    private static double isAway(LoadStatus loads, String part) {
        return loads.outages().stream().anyMatch(outage -> outage.what().equals(part)) ? 1 : 0;
    }
}
