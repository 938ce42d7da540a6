package scenariorca.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import scenariorca.warehouse.WarehouseReader;
import scenariorca.warehouse.WarehouseState;
import scenariorca.warehouse.WarehouseVersion;

/** What is measured beside requests: kept answers, connections, and the age of the data. */
final class ServerMetrics {
    private ServerMetrics() {}

    /** What is measured. */
    record Parts(AnswerCache cache, Bulkhead turnstile, WarehouseReader reader, WarehouseVersion version) {}

    static void register(MeterRegistry registry, Parts parts, Clock clock) {
        AnswerCache cache = parts.cache();
        WarehouseReader reader = parts.reader();
        WarehouseVersion version = parts.version();
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
                "rca_requests_waiting",
                "Requests that wait for their turn to be answered",
                parts.turnstile()::waiting);
        gauge(
                registry,
                "rca_warehouse_up",
                "1 while the warehouse answers, else 0",
                () -> version.known().isPresent() ? 1 : 0);
        gauge(registry, "rca_warehouse_version", "Version of the warehouse", () -> number(version));
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
        return version.known()
                .map(WarehouseState::freshTo)
                .map(freshTo -> Duration.between(freshTo, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /** Unknown while the warehouse does not answer: the other metrics must come through at once. */
    private static double number(WarehouseVersion version) {
        return version.known().map(state -> (double) state.version()).orElse(Double.NaN);
    }
}
