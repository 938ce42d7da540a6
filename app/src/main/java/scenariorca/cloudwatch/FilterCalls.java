package scenariorca.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Asks FilterLogEvents for one page at a time, for one fetch. Several threads may ask. */
final class FilterCalls {
    /**
     * What one call gave.
     *
     * @param token what to ask for the next page; null at the end
     */
    record Answer(List<RawLogEvent> events, @Nullable String token) {}

    private static final String ACTION = "logs:FilterLogEvents";

    private final CloudWatchLogsClient client;
    private final AwsFailures failures;
    private final LogRequest request;
    private final int pageEvents;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean isUnknownGroup;

    FilterCalls(CloudWatchLogsClient client, AwsFailures failures, LogRequest request, int pageEvents) {
        this.client = client;
        this.failures = failures;
        this.request = request;
        this.pageEvents = pageEvents;
    }

    Answer ask(TimeSlice slice, @Nullable String token) {
        calls.incrementAndGet();
        try {
            FilterLogEventsResponse response = client.filterLogEvents(call -> call.logGroupName(request.group())
                    .startTime(slice.fromMillis())
                    .endTime(slice.lastMillis())
                    .limit(pageEvents)
                    // Ignored by AWS, which always sorts by time; others sort stream by stream without it.
                    .interleaved(true)
                    .nextToken(token));
            return new Answer(wanted(response.events()), response.nextToken());
        } catch (ResourceNotFoundException e) {
            isUnknownGroup = true;
            return new Answer(List.of(), null);
        } catch (SdkException e) {
            throw failures.explain(e, ACTION, "log group " + request.group());
        }
    }

    /** Asks for one event of a group. @return what keeps it from being read, if anything */
    static Optional<RcaException> look(
            CloudWatchLogsClient client, AwsFailures failures, String group, TimeSlice slice) {
        try {
            client.filterLogEvents(call -> call.logGroupName(group)
                    .startTime(slice.fromMillis())
                    .endTime(slice.lastMillis())
                    .limit(1));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(failures.explain(e, ACTION, "log group " + group));
        }
    }

    int calls() {
        return calls.get();
    }

    /** Whether AWS said that there is no such group. */
    boolean isUnknownGroup() {
        return isUnknownGroup;
    }

    private List<RawLogEvent> wanted(List<FilteredLogEvent> found) {
        var events = new ArrayList<RawLogEvent>(found.size());
        for (FilteredLogEvent event : found) {
            RawLogEvent raw = raw(event);
            if (request.wants(raw)) {
                events.add(raw);
            }
        }
        return events;
    }

    private RawLogEvent raw(FilteredLogEvent event) {
        var time = event.timestamp() == null ? null : FoundEvent.time(event.timestamp());
        if (time == null || event.eventId() == null || event.eventId().isEmpty()) {
            throw new RcaException(
                    ErrorCode.PROBLEM,
                    "the service behind AWS_ENDPOINT_URL gives events of %s without an id or a time; CloudWatch does not"
                            .formatted(request.group()));
        }
        return new RawLogEvent(
                request.group(),
                event.logStreamName() == null ? "" : event.logStreamName(),
                event.eventId(),
                time,
                event.ingestionTime() == null ? null : FoundEvent.time(event.ingestionTime()),
                event.message() == null ? "" : event.message());
    }
}
