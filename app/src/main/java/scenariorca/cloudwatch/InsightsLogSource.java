package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;

/**
 * Log events by Logs Insights: for narrow questions, where finding a few lines in much is worth what a query costs. What
 * it finds is looked up by FilterLogEvents, for Insights does not tell event ids.
 */
final class InsightsLogSource implements LogSource {
    /** The largest page of results. */
    static final int PAGE_EVENTS = 10_000;

    /** The most results of a query. */
    static final int RESULTS = 100_000;

    private final CloudWatchLogsClient client;
    private final AwsFailures failures;
    private final InsightsQuery query;
    private final Limits limits;
    private volatile int results;

    /**
     * What a query may give.
     *
     * @param pageEvents most results in a page
     * @param results most results of a query
     * @param sleeper waits for a query to end
     */
    record Limits(int pageEvents, int results, RateGate.Sleeper sleeper) {
        static final Limits OF_AWS = new Limits(PAGE_EVENTS, RESULTS, Thread::sleep);
    }

    InsightsLogSource(CloudWatchLogsClient client, AwsFailures failures, InsightsQuery query, Limits limits) {
        this.client = client;
        this.failures = failures;
        this.query = query;
        this.limits = limits;
        this.results = limits.results();
    }

    @Override
    public int maxPageEvents() {
        return limits.pageEvents();
    }

    @Override
    public boolean isSearch() {
        return !query.texts().isEmpty();
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        var calls = new InsightsCalls(client, failures, limits.sleeper(), limits.pageEvents());
        var lookups = new FilterCalls(client, failures, request, limits.pageEvents());
        var answer = new OrderedAnswer(request, page -> pages.accept(new InsightsIds(lookups).resolve(page)));
        Optional<TimeSlice> rest = Optional.of(new TimeSlice(request.from(), request.to()));
        answer.begin(rest.get());
        try {
            while (rest.isPresent()) {
                rest = ask(calls, answer, request, rest.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.UNREACHABLE, "reading Logs Insights was interrupted", e);
        }
        return answer.finish(calls.calls() + lookups.calls(), lookups.broken());
    }

    /** Asks for a time. @return what is still to be asked for */
    private Optional<TimeSlice> ask(InsightsCalls calls, OrderedAnswer answer, LogRequest request, TimeSlice slice)
            throws InterruptedException {
        int limit = results;
        var rows = new Rows(request, answer);
        try {
            calls.run(request, slice, query.text(slice.from(), limit), rows::take);
        } catch (RcaException e) {
            if (limit > PAGE_EVENTS && isRefused(e)) {
                // Where a query may not yet give more than a page of results.
                results = PAGE_EVENTS;
                return Optional.of(slice);
            }
            throw e;
        }
        if (rows.isBounded) {
            return Optional.empty();
        }
        if (rows.count < limit) {
            answer.end(slice);
            return Optional.empty();
        }
        if (!rows.last.isAfter(slice.from())) {
            answer.stop(
                    "Logs Insights gives at most %,d events of one query, and so many bear one time".formatted(limit));
            return Optional.empty();
        }
        // From the last time on, inclusive: more events may bear it. Those that come again have the same id.
        return Optional.of(new TimeSlice(rows.last, slice.to()));
    }

    private static boolean isRefused(RcaException failure) {
        return failure.getCause() instanceof MalformedQueryException
                || failure.getCause() instanceof InvalidParameterException;
    }

    /** Takes the rows of one query. */
    private static final class Rows {
        private final LogRequest request;
        private final OrderedAnswer answer;
        private int count;
        private boolean isBounded;
        private Instant last;

        Rows(LogRequest request, OrderedAnswer answer) {
            this.request = request;
            this.answer = answer;
            this.last = request.from();
        }

        boolean take(GetQueryResultsResponse page) {
            count += page.results().size();
            var events = new ArrayList<RawLogEvent>(page.results().size());
            for (var row : page.results()) {
                RawLogEvent event = InsightsRow.event(request.group(), row)
                        .orElseThrow(() -> new RcaException(
                                ErrorCode.PROBLEM,
                                "Logs Insights gave a row of %s without @ptr or @timestamp; load it without Insights"
                                        .formatted(request.group())));
                last = event.timestamp().isAfter(last) ? event.timestamp() : last;
                if (request.wants(event)) {
                    events.add(event);
                }
            }
            isBounded = !events.isEmpty() && !answer.take(events);
            return !isBounded;
        }
    }
}
