package scenariorca.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import scenariorca.logs.LogSource;
import scenariorca.logs.LogSourceContract;
import scenariorca.logs.RawLogEvent;

final class InsightsLogSourceContractTest extends LogSourceContract {
    private final List<CloudWatchStub> stubs = new ArrayList<>();

    @Override
    protected LogSource sourceWith(List<RawLogEvent> events) {
        var stub = new CloudWatchStub(events);
        stubs.add(stub);
        AwsClients clients = stub.clients();
        return new InsightsLogSource(
                clients.logs(RateGate.perSecond(1_000_000)),
                new AwsFailures(clients),
                new InsightsQuery(List.of()),
                new InsightsLogSource.Limits(5, 30, _ -> {}));
    }

    @AfterEach
    void close() {
        stubs.forEach(CloudWatchStub::close);
    }
}
