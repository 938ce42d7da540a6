package scenariorca.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import scenariorca.files.FoundEvent;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** Asks FilterLogEvents for one page at a time, for one fetch. Several threads may ask. */
final class FilterCalls {
    /** What comes back. */
    sealed interface Reply {}

    /**
     * A page.
     *
     * @param events those of the request; none in a page that was searched without a find
     * @param token what to ask for the next page; null at the end
     * @param isFull whether the service filled at least half of what a page may hold, by events or by bytes
     */
    record Page(List<RawLogEvent> events, @Nullable String token, boolean isFull) implements Reply {}

    /** The service does not take the token any more: it is too old, or was never one. */
    record TokenRefused(RcaException why) implements Reply {}

    private static final String ACTION = "logs:FilterLogEvents";

    /** A page holds at most a megabyte. */
    private static final int PAGE_CHARS = 1_000_000;

    /** Names AWS and its look-alikes give the refusal of a page token. */
    private static final Set<String> TOKEN_REFUSALS = Set.of(
            "InvalidParameterException",
            "ValidationException",
            "InvalidNextToken",
            "InvalidNextTokenException",
            "ExpiredNextTokenException");

    private final CloudWatchLogsClient client;
    private final AwsFailures failures;
    private final LogRequest request;
    private final int pageEvents;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    FilterCalls(CloudWatchLogsClient client, AwsFailures failures, LogRequest request, int pageEvents) {
        this.client = client;
        this.failures = failures;
        this.request = request;
        this.pageEvents = pageEvents;
    }

    /**
     * @param token null for the first page of a slice
     * @throws RcaException when the service refuses anything but the token, or does not answer
     */
    Reply ask(TimeSlice slice, @Nullable String token) {
        calls.incrementAndGet();
        try {
            FilterLogEventsResponse response = client.filterLogEvents(call -> call.logGroupName(request.group())
                    .startTime(slice.fromMillis())
                    .endTime(slice.lastMillis())
                    .limit(pageEvents)
                    // Ignored by AWS, which always sorts by time; others sort stream by stream without it.
                    .interleaved(true)
                    .nextToken(token));
            String next = response.nextToken();
            return new Page(
                    wanted(slice, response.events()), next == null || next.isEmpty() ? null : next, isFull(response));
        } catch (SdkException e) {
            RcaException why = failures.explain(e, ACTION, "log group " + request.group());
            if (token != null && e instanceof AwsServiceException refused && isTokenRefusal(refused)) {
                return new TokenRefused(why);
            }
            throw why;
        }
    }

    private static boolean isTokenRefusal(AwsServiceException failure) {
        return TOKEN_REFUSALS.contains(AwsFailures.code(failure));
    }

    private boolean isFull(FilterLogEventsResponse response) {
        long chars = 0;
        for (FilteredLogEvent event : response.events()) {
            chars += event.message() == null ? 0 : event.message().length();
        }
        return response.events().size() >= pageEvents / 2 || chars >= PAGE_CHARS / 2;
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

    /** Events that came without an id or a time that can be. */
    int broken() {
        return broken.get();
    }

    private List<RawLogEvent> wanted(TimeSlice slice, List<FilteredLogEvent> found) {
        var events = new ArrayList<RawLogEvent>(found.size());
        for (FilteredLogEvent event : found) {
            RawLogEvent raw = raw(slice, event);
            if (request.wants(raw)) {
                events.add(raw);
            }
        }
        return events;
    }

    /** An event without a time gets the start of what was asked for, one without an id that of what it says. */
    private RawLogEvent raw(TimeSlice slice, FilteredLogEvent event) {
        @Nullable Instant time = event.timestamp() == null ? null : FoundEvent.time(event.timestamp());
        String stream = event.logStreamName() == null ? "" : event.logStreamName();
        String message = event.message() == null ? "" : event.message();
        boolean hasId = event.eventId() != null && !event.eventId().isEmpty();
        if (time == null || !hasId) {
            broken.incrementAndGet();
        }
        return new RawLogEvent(
                request.group(),
                stream,
                hasId ? event.eventId() : idOf(stream + '\n' + event.timestamp() + '\n' + message),
                time == null ? slice.from() : time,
                event.ingestionTime() == null ? null : FoundEvent.time(event.ingestionTime()),
                message);
    }

    private static String idOf(String text) {
        return "content:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
