package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
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
 * Log events by FilterLogEvents. One call finds out how much there is; where it is much, the time is cut into slices that are
 * read side by side and handed over in the order of time, so that an answer that stops early is complete up to where it stopped.
 */
final class CloudWatchLogSource implements LogSource {
    /** The largest page of FilterLogEvents. */
    static final int PAGE_EVENTS = 10_000;

    /** Up to so many pages it is not worth cutting. */
    private static final int FEW_PAGES = 3;

    /** Slices to begin with where the first page tells nothing. */
    private static final int BLIND_SLICES = 8;

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
        var whole = new TimeSlice(request.from(), request.to());
        FilterCalls.Answer first = calls.ask(whole, null);
        var plan = new SlicePlan(whole, firstLength(whole, first.events()));
        try (var slices = new SideBySide(calls, answer, plan)) {
            if (first.token() == null || isFewPages(whole, first.events())) {
                slices.read(whole, first);
            } else {
                // The first page is thrown away rather than gone on from: that would trust that nothing before its last
                // event is missing from it.
                slices.read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.UNREACHABLE, "reading CloudWatch was interrupted", e);
        }
        return answer.finish(calls.calls(), calls.isUnknownGroup());
    }

    private static boolean isFewPages(TimeSlice whole, List<RawLogEvent> page) {
        return !page.isEmpty() && reached(whole, page).multipliedBy(FEW_PAGES).compareTo(whole.length()) >= 0;
    }

    private static Duration firstLength(TimeSlice whole, List<RawLogEvent> page) {
        return page.isEmpty()
                ? whole.length().dividedBy(BLIND_SLICES)
                : reached(whole, page).multipliedBy(2);
    }

    /** How much of the time a first page covers. */
    private static Duration reached(TimeSlice whole, List<RawLogEvent> page) {
        Instant last = page.getLast().timestamp();
        return Duration.between(whole.from(), last);
    }
}
