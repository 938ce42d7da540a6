package scenariorca.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.WarehouseReader;
import scenariorca.warehouse.WarehouseState;
import scenariorca.warehouse.WarehouseVersion;

/** What is measured beside requests: kept answers, connections, and the age of the data. */
final class ServerMetrics {
    private ServerMetrics() {}

    static void register(
            MeterRegistry registry, AnswerCache cache, WarehouseReader reader, WarehouseVersion version, Clock clock) {
        FunctionCounter.builder("rca_cache_requests", cache, AnswerCache::hits)
                .tag("result", "hit")
                .description("Requests looked up among the kept answers")
                .register(registry);
        FunctionCounter.builder("rca_cache_requests", cache, AnswerCache::misses)
                .tag("result", "miss")
                .description("Requests looked up among the kept answers")
                .register(registry);
        gauge(registry, "rca_cache_answers", "Answers kept", cache::size);
        gauge(registry, "rca_cache_size_bytes", "Estimated bytes of the kept answers", cache::bytes);
        gauge(
                registry,
                "rca_pool_connections_active",
                "Connections in use",
                () -> reader.usage().active());
        gauge(
                registry,
                "rca_pool_connections_idle",
                "Connections ready",
                () -> reader.usage().idle());
        gauge(
                registry,
                "rca_pool_requests_waiting",
                "Requests that wait for a connection",
                () -> reader.usage().waiting());
        gauge(
                registry,
                "rca_warehouse_version",
                "Version of the warehouse",
                () -> state(version).version());
        gauge(
                registry,
                "rca_data_age_seconds",
                "Time since the source's snapshot behind the data",
                () -> age(version, clock));
    }

    private static void gauge(
            MeterRegistry registry, String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private static double age(WarehouseVersion version, Clock clock) {
        Instant freshTo = state(version).freshTo();
        return freshTo == null
                ? Double.NaN
                : Duration.between(freshTo, clock.instant()).toMillis() / 1000.0;
    }

    /** Unknown while the warehouse does not answer: the other metrics must come through. */
    private static WarehouseState state(WarehouseVersion version) {
        try {
            return version.current();
        } catch (RcaException e) {
            return new WarehouseState(-1, null);
        }
    }
}
