package scenariorca.cloudwatch;

import java.util.List;
import java.util.function.Consumer;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Log events by FilterLogEvents. Page tokens are followed, empty pages included; only where pages come back full the time is cut
 * into slices that are read side by side. A group that is not there, or not any more, makes the answer incomplete.
 */
final class CloudWatchLogSource implements LogSource {
    /** The largest page of FilterLogEvents. */
    static final int PAGE_EVENTS = 10_000;

    private final CloudWatchLogsClient client;
    private final AwsFailures failures;
    private final int pageEvents;

    CloudWatchLogSource(CloudWatchLogsClient client, AwsFailures failures, int pageEvents) {
        this.client = client;
        this.failures = failures;
        this.pageEvents = pageEvents;
    }

    @Override
    public int maxPageEvents() {
        return pageEvents;
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        var calls = new FilterCalls(client, failures, request, pageEvents);
        var answer = new OrderedAnswer(request, pages);
        try (var reading = new SideBySide(calls, answer)) {
            reading.read(new TimeSlice(request.from(), request.to()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.UNREACHABLE, "reading CloudWatch was interrupted", e);
        }
        return answer.finish(calls.calls(), calls.broken());
    }
}
