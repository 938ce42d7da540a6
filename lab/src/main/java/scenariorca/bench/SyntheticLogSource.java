package scenariorca.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;

/**
 * Log events as a forecasting platform's services write them, made while they are read: JSON and plain text, requests,
 * warnings and errors with stack traces, now and then something to redact. The same seed gives the same events.
 */
final class SyntheticLogSource implements LogSource {
    static final String GROUP = "/bench/engine";
    private static final int PAGE = 5_000;
    private static final int EVENTS_PER_RUN = 40;
    private static final String[] NODES = {
        "Market Share", "Treatment Duration", "Population", "List Price", "Gross to Net", "Dosing", "Line of Therapy"
    };

    private final int first;
    private final int events;
    private final Instant from;
    private final long millisBetween;

    /** @param days the events are spread over these days from {@code from} on */
    SyntheticLogSource(int events, Instant from, int days) {
        this(0, events, from, days);
    }

    private SyntheticLogSource(int first, int events, Instant from, int days) {
        this.first = first;
        this.events = events;
        this.from = from;
        this.millisBetween = Math.max(1, days * 86_400_000L / events);
    }

    /** So many further events of the same days, of other runs. */
    SyntheticLogSource further(int count, int days) {
        return new SyntheticLogSource(first + events, count, from, days);
    }

    /** The id of the first further event: those of its own events are less. */
    String firstFurtherId() {
        return id(first + events);
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        int count = 0;
        for (int start = 0; start < events; start += PAGE) {
            pages.accept(page(start, Math.min(events, start + PAGE)));
            count++;
        }
        return LogFetch.complete(request, events, count);
    }

    @Override
    public int maxPageEvents() {
        return PAGE;
    }

    /** The events of these numbers. */
    List<RawLogEvent> page(int start, int end) {
        var page = new ArrayList<RawLogEvent>(end - start);
        for (int number = start; number < end; number++) {
            page.add(event(first + number, from.plusMillis(number * millisBetween)));
        }
        return page;
    }

    private static RawLogEvent event(int number, Instant at) {
        var random = new Random(number * 0x9e3779b97f4a7c15L);
        int run = number / EVENTS_PER_RUN;
        return new RawLogEvent(
                GROUP,
                "engine-" + run % 4 + "/today",
                id(number),
                at,
                at.plusMillis(900),
                message(random, run, at, number));
    }

    /** Of the same length for all, so that their order is that of the numbers. */
    private static String id(int number) {
        return "387842339261623191735742807251283044932729147" + (100_000_000_000L + number);
    }

    private static String message(Random random, int run, Instant at, int number) {
        UUID runId = new UUID(run * 0x1234567L, run);
        UUID request = new UUID(run, run * 0x7654321L);
        String node = NODES[random.nextInt(NODES.length)];
        int kind = random.nextInt(100);
        if (kind < 55) {
            return json(at, "INFO", runId, request, "Node " + node + " computed in " + random.nextInt(900) + " ms");
        }
        if (kind < 75) {
            return at + " INFO  access method=GET path=/api/v1/scenarios/" + runId + " status=200 duration_ms="
                    + random.nextInt(90) + " user=user" + random.nextInt(40) + " correlation_id=" + request;
        }
        if (kind < 90) {
            return at + " INFO  [worker-" + random.nextInt(8) + "] c.f.worker.Queue - run=" + runId + " request="
                    + request + " queued, depth " + random.nextInt(9);
        }
        if (kind < 94) {
            return json(at, "WARN", runId, request, "Slow node: " + node + " took " + random.nextInt(9_000) + " ms");
        }
        if (kind < 96) {
            return at + " ERROR [worker-1] c.f.worker.Mailer - Could not send digest to user" + random.nextInt(500)
                    + "@example.com: 451 greylisted";
        }
        String error = json(
                at,
                "ERROR",
                runId,
                request,
                "Node " + node + " failed: value " + number + " must be between 1 and 120");
        return kind < 99
                ? error
                : error
                        + "\njava.lang.IllegalArgumentException: value out of range\n\tat com.forecast.engine.nodes.Node"
                        + random.nextInt(7) + ".compute(Node.java:" + random.nextInt(300)
                        + ")\n\tat com.forecast.engine.NodeRunner.runNode(NodeRunner.java:118)";
    }

    private static String json(Instant at, String level, UUID run, UUID request, String message) {
        return "{\"timestamp\":\"" + at + "\",\"level\":\"" + level
                + "\",\"service\":\"forecast-engine\",\"environment\":\"prod\",\"logger\":\"engine.NodeRunner\","
                + "\"thread\":\"engine-4\",\"run_id\":\"" + run + "\",\"correlation_id\":\"" + request
                + "\",\"user\":\"jdoe\",\"branch\":\"without events\",\"message\":\"" + message + "\"}";
    }
}
