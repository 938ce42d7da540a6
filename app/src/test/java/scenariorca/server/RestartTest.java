package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.RestartableServer;
import scenariorca.Until;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** A server whose warehouse is restarted under it. */
@Tag("system")
final class RestartTest {
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void it_answers_within_two_seconds_of_the_warehouse_being_back_however_long_that_was_away() {
        try (RestartableServer database = RestartableServer.start("restarted");
                Warehouse warehouse = Warehouse.open(settings(database.fresh("warehouse")))) {
            new Migration(warehouse).apply();
            try (WarehouseReader reader = WarehouseReader.open(warehouse.address(), 4);
                    RcaServer server = RcaServer.start(
                            new ServerSettings("127.0.0.1", 0, null, 1_000_000), reader, ReportDatabase.NOON)) {
                assertThat(status(server, "/api/v1/rca/runs")).isEqualTo(200);
                for (Duration away : new Duration[] {Duration.ofSeconds(1), Duration.ofSeconds(7)}) {
                    database.kill();
                    long back = System.nanoTime() + away.toNanos();
                    while (System.nanoTime() < back) {
                        assertThat(status(server, "/api/v1/rca/scenarios?limit=" + (1 + back % 50)))
                                .isIn(200, 503);
                        LockSupport.parkNanos(50_000_000);
                    }
                    assertThat(status(server, "/health/ready")).isEqualTo(503);
                    database.start();

                    Until.isTrue("healthy", HEALTHY_WITHIN, () -> status(server, "/health/ready") == 200);
                    Until.isTrue("answers", HEALTHY_WITHIN, () -> status(server, "/api/v1/rca/runs?limit=3") == 200);
                }
            }
        }
    }

    private static Settings settings(DatabaseAddress address) {
        return Settings.of(address.settings("REPORTING_DB"));
    }

    private int status(RcaServer server, String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
