package scenariorca.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import scenariorca.App;
import scenariorca.RestartableServer;
import scenariorca.audit.AuditReport;
import scenariorca.audit.AuditVerification;
import scenariorca.cloudwatch.LogService;
import scenariorca.pipeline.Verification;
import scenariorca.pipeline.VerificationReport;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.source.SourceDatabase;
import tools.jackson.databind.JsonNode;

/**
 * A simulated platform whose database, whose log service and whose warehouse can each be taken away; all three are real
 * servers. The platform may go on living while they are.
 */
final class OutagePlatform implements AutoCloseable {
    private static final String PLATFORM = "platform";
    private static final String WAREHOUSE = "warehouse";

    final RestartableServer source = RestartableServer.start("source");
    final RestartableServer warehouse = RestartableServer.start("warehouse");
    final LogService logs;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> settings = new HashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final SimulationRequest request;
    private final SimulationTarget target;
    private @Nullable Thread life;
    private volatile @Nullable Throwable death;

    OutagePlatform(Path folder, long seed, double scale, Instant end) {
        DatabaseAddress platform = source.fresh(PLATFORM);
        DatabaseAddress ours = warehouse.fresh(WAREHOUSE);
        Properties properties = platform.properties("platform");
        target = new SimulationTarget(platform.url(), properties, true, true, folder, null);
        request = new SimulationRequest(Profile.CLEAN, seed, scale, end);
        settings.putAll(platform.settings("SOURCE_DB"));
        settings.putAll(ours.settings("REPORTING_DB"));
        logs = LogService.of(folder);
        settings.putAll(logs.settings());
        settings.put("CLOUDWATCH_CALLS_PER_SECOND", "50");
        settings.put("AWS_MAX_ATTEMPTS", "4");
        settings.put("ETL_SCHEDULE_SECONDS", "1");
        settings.put("API_PORT", "0");
    }

    OutagePlatform with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Only the past. */
    OutagePlatform filled() {
        Simulation.run(request, target, _ -> {});
        watchLogs();
        return this;
    }

    /** The past, and then life at this speed until {@link #die}. */
    OutagePlatform alive(double speed) {
        var filled = new AtomicBoolean();
        var live = new Simulation.Live(speed, isOver::get, Clock.systemUTC(), _ -> filled.set(true));
        life = Thread.ofPlatform().name("platform").start(() -> {
            try {
                Simulation.run(request, target, _ -> {}, live);
            } catch (RuntimeException e) {
                death = e;
            }
        });
        scenariorca.Until.isTrue("the platform is filled", Duration.ofSeconds(60), filled::get);
        watchLogs();
        return this;
    }

    private void watchLogs() {
        settings.put("CLOUDWATCH_LOG_GROUPS", String.join(",", logs.groups()));
    }

    /** The platform stops living; what it did stays. */
    void die() {
        isOver.set(true);
        try {
            if (life != null) {
                life.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (death != null) {
            throw new AssertionError("the platform died of itself", death);
        }
    }

    Map<String, String> settings() {
        return settings;
    }

    VerificationReport verify() {
        try (App app = App.open(Settings.of(settings));
                SourceDatabase look = SourceDatabase.open(app.source())) {
            return Verification.run(app.warehouse(), look);
        }
    }

    AuditReport verifyAudit() {
        try (App app = App.open(Settings.of(settings))) {
            return AuditVerification.run(app.warehouse(), List.of());
        }
    }

    String atSource(String sql) {
        return source.value(PLATFORM, "public", sql);
    }

    String inWarehouse(String sql) {
        return warehouse.value(WAREHOUSE, "rpt", sql);
    }

    /** Status and body of a GET; nothing when there is no answer. */
    HttpResponse<String> get(String url) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What health says is away. */
    List<String> away(String url) {
        JsonNode outages = Json.read(get(url + "/health/ready").body()).get("outages");
        return outages.valueStream()
                .map(outage -> outage.get("what").asString())
                .toList();
    }

    @Override
    public void close() {
        isOver.set(true);
        logs.close();
        source.close();
        warehouse.close();
        client.close();
    }
}
