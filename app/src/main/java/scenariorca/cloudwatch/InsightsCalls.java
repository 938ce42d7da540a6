package scenariorca.cloudwatch;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogRequest;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;

/** Runs one query of Logs Insights at a time: starts it, waits for it, pages through its results, stops it when left early. */
final class InsightsCalls {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** AWS ends a query after an hour. */
    private static final int MAX_LOOKS = 1_000;

    private final CloudWatchLogsClient client;
    private final AwsFailures failures;
    private final RateGate.Sleeper sleeper;
    private final int pageEvents;
    private int calls;

    InsightsCalls(CloudWatchLogsClient client, AwsFailures failures, RateGate.Sleeper sleeper, int pageEvents) {
        this.client = client;
        this.failures = failures;
        this.sleeper = sleeper;
        this.pageEvents = pageEvents;
    }

    int calls() {
        return calls;
    }

    /** Runs a query. @param pages takes each page, and says whether it wants another */
    void run(LogRequest request, TimeSlice slice, String query, Predicate<GetQueryResultsResponse> pages)
            throws InterruptedException {
        String resource = "log group " + request.group();
        String id = null;
        boolean isDone = false;
        try {
            id = start(request, slice, query);
            GetQueryResultsResponse page = await(id, resource);
            isDone = true;
            while (pages.test(page)
                    && page.nextToken() != null
                    && !page.nextToken().isEmpty()) {
                String token = page.nextToken();
                page = results(id, token);
                if (token.equals(page.nextToken())) {
                    throw new RcaException(
                            ErrorCode.PROBLEM,
                            "Logs Insights gave the same page token twice for %s; load it without Insights"
                                    .formatted(resource));
                }
            }
        } catch (SdkException e) {
            throw failures.explain(e, id == null ? "logs:StartQuery" : "logs:GetQueryResults", resource);
        } finally {
            if (id != null && !isDone) {
                stop(id);
            }
        }
    }

    private String start(LogRequest request, TimeSlice slice, String query) {
        calls++;
        return client.startQuery(call -> call.logGroupNames(request.group())
                        .startTime(slice.from().getEpochSecond())
                        .endTime(slice.to().minusNanos(1).getEpochSecond())
                        .queryString(query))
                .queryId();
    }

    private GetQueryResultsResponse await(String id, String resource) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        for (int look = 0; look < MAX_LOOKS; look++) {
            sleeper.sleep(wait);
            GetQueryResultsResponse found = results(id, null);
            if (found.status() == QueryStatus.COMPLETE) {
                return found;
            }
            if (found.status() != QueryStatus.RUNNING && found.status() != QueryStatus.SCHEDULED) {
                throw new RcaException(
                        ErrorCode.UNREACHABLE,
                        "the Logs Insights query on %s ended as %s; ask for less time, or load without Insights"
                                .formatted(resource, found.statusAsString()));
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
        throw new RcaException(
                ErrorCode.UNREACHABLE,
                "the Logs Insights query on %s does not end; ask for less time".formatted(resource));
    }

    private GetQueryResultsResponse results(String id, @Nullable String token) {
        calls++;
        return client.getQueryResults(call -> call.queryId(id).nextToken(token).maxItems(pageEvents));
    }

    /** A query that nobody waits for costs money all the same. */
    private void stop(String id) {
        try {
            calls++;
            client.stopQuery(call -> call.queryId(id));
        } catch (SdkException e) {
            // It ended meanwhile, or will in an hour. What made us stop is what is told.
        }
    }
}
