package scenariorca.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * FilterLogEvents on one group of very many streams, which are searched in turn: a call looks through some streams and answers
 * what it found there, maybe nothing, with a token that leads to the next streams.
 */
final class StreamsStub extends AwsStub {
    private static final int STREAMS_A_CALL = 100;

    private final TreeMap<String, List<RawLogEvent>> streams = new TreeMap<>();
    private final List<Long> windows = new ArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int deletedAfter = Integer.MAX_VALUE;

    StreamsStub(List<RawLogEvent> events) {
        events.forEach(this::add);
    }

    synchronized void add(RawLogEvent event) {
        streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
    }

    /** The next calls with a token are told that it has expired. */
    void expireTokens(int times) {
        refusals.set(times);
    }

    /** So many more calls are answered; then the group is gone. */
    void deleteAfter(int calls) {
        deletedAfter = calls().size() + calls;
    }

    /** The group is there again. */
    void create() {
        deletedAfter = Integer.MAX_VALUE;
    }

    /** Milliseconds that each call asked for. */
    synchronized List<Long> windows() {
        return List.copyOf(windows);
    }

    @Override
    String name(HttpExchange exchange) {
        return "FilterLogEvents";
    }

    @Override
    Reply refuse(Fault.Refused refused) {
        return Reply.json(refused.status(), "{\"__type\":\"%s\",\"message\":\"\"}".formatted(refused.type()));
    }

    @Override
    synchronized Reply answer(HttpExchange exchange, byte[] body) {
        JsonNode call = Json.mapper().readTree(body);
        if (calls().size() > deletedAfter) {
            return refuse(new Fault.Refused(400, "ResourceNotFoundException"));
        }
        String token = call.path("nextToken").asString("");
        if (!token.isEmpty() && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return refuse(new Fault.Refused(400, "InvalidParameterException"));
        }
        long from = call.get("startTime").asLong();
        long to = call.get("endTime").asLong();
        windows.add(to - from);
        return page(token, from, to, call.get("limit").asInt());
    }

    /** A token names the first stream to search, and how many events of those streams were given. */
    private Reply page(String token, long from, long to, int limit) {
        String[] parts = token.isEmpty() ? new String[] {"", "0"} : token.split("@");
        int given = Integer.parseInt(parts[1]);
        List<Map.Entry<String, List<RawLogEvent>>> searched = streams.tailMap(parts[0]).entrySet().stream()
                .limit(STREAMS_A_CALL + 1)
                .toList();
        List<RawLogEvent> found = searched.stream()
                .limit(STREAMS_A_CALL)
                .flatMap(stream -> stream.getValue().stream())
                .filter(event -> event.timestamp().toEpochMilli() >= from
                        && event.timestamp().toEpochMilli() <= to)
                .sorted(Comparator.comparing(RawLogEvent::timestamp))
                .toList();
        ObjectNode answer = Json.mapper().createObjectNode();
        var list = answer.putArray("events");
        int end = Math.min(found.size(), given + limit);
        found.subList(given, end)
                .forEach(event -> list.addObject()
                        .put("eventId", event.eventId())
                        .put("logStreamName", event.stream())
                        .put("timestamp", event.timestamp().toEpochMilli())
                        .put("ingestionTime", event.ingestedAt().toEpochMilli())
                        .put("message", event.message()));
        if (end < found.size()) {
            answer.put("nextToken", parts[0] + "@" + end);
        } else if (searched.size() > STREAMS_A_CALL) {
            answer.put("nextToken", searched.getLast().getKey() + "@0");
        }
        return Reply.json(200, answer.toString());
    }
}
