package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;

/** Lines of an invocation that name no request, loaded again and again. */
final class InheritedRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final String GROUP = "/aws/lambda/engine";
    private static final String LINE = """
            select concat_ws('|', correlation_id, link, run_id, metadata ->> 'request_inherited_from')
            from fact_cloudwatch_log where event_id = 'b'
            """;

    @Test
    void a_line_without_an_id_belongs_to_the_run_of_its_invocation_however_often_it_is_read() {
        try (SourcePlatform platform = SourcePlatform.of(2, 4, 3);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            String request = platform.value("select md5('run request 1 2')::uuid");
            String run = platform.value("select md5('run 1 2')::uuid");
            // The invocation begins before the hour at which a later window begins.
            var source = new InMemoryLogSource(List.of(
                    event("a", "2026-03-10T11:58:00Z", "START RequestId: " + request + " Version: 7"),
                    event("b", "2026-03-10T12:05:00Z", "[ERROR] share too big"),
                    event("c", "2026-03-10T12:06:00Z", "END RequestId: " + request)));
            var plans = LogPlans.service(source, NOW, GROUP);
            warehouse.load(new LoadRequest.Incremental(), plans.plan());
            String first = warehouse.value(LINE);
            warehouse.load(
                    new LoadRequest.LogsOnly(),
                    plans.at(NOW.plus(Duration.ofHours(2))).plan());
            warehouse.load(
                    new LoadRequest.LogsOnly(),
                    plans.at(NOW.plus(Duration.ofMinutes(125))).plan());

            assertThat(first).isEqualTo(request + "|request|" + run + "|invocation");
            assertThat(warehouse.value(LINE)).isEqualTo(first);
        }
    }

    private static RawLogEvent event(String id, String at, String message) {
        Instant time = Instant.parse(at);
        return new RawLogEvent(GROUP, "2026/03/10/[7]abc", id, time, time.plusSeconds(2), message);
    }
}
