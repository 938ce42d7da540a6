package scenariorca.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How long requests take, by route and status. */
final class RequestTimers {
    /** The route of requests that match none: their paths are anybody's choice and must not become labels. */
    static final String NO_ROUTE = "none";

    private final MeterRegistry registry;
    private final Map<Label, Timer> timers = new ConcurrentHashMap<>();

    private record Label(String route, int status) {}

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String route, int status, long nanos) {
        timers.computeIfAbsent(new Label(route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Label label) {
        return Timer.builder("rca_http_requests")
                .description("Time from a request's head to its answer handed over")
                .tag("route", label.route())
                .tag("status", Integer.toString(label.status()))
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        java.time.Duration.ofMillis(1),
                        java.time.Duration.ofMillis(10),
                        java.time.Duration.ofMillis(100),
                        java.time.Duration.ofSeconds(1),
                        java.time.Duration.ofSeconds(10))
                .register(registry);
    }
}
