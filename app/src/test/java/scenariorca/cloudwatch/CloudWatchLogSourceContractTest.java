package scenariorca.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import scenariorca.logs.LogSource;
import scenariorca.logs.LogSourceContract;
import scenariorca.logs.RawLogEvent;

final class CloudWatchLogSourceContractTest extends LogSourceContract {
    private static final int PAGE = 10;

    private final List<CloudWatchStub> stubs = new ArrayList<>();

    @Override
    protected LogSource sourceWith(List<RawLogEvent> events) {
        var stub = new CloudWatchStub(events);
        stubs.add(stub);
        AwsClients clients = stub.clients();
        return new CloudWatchLogSource(clients.logs(RateGate.perSecond(1_000_000)), new AwsFailures(clients), PAGE);
    }

    @Override
    protected boolean tellsGroupsThatAreNotThere() {
        return true;
    }

    @AfterEach
    void close() {
        stubs.forEach(CloudWatchStub::close);
    }
}
