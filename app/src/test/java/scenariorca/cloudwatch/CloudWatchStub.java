package scenariorca.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the protocol of CloudWatch Logs: FilterLogEvents and Logs Insights. */
final class CloudWatchStub extends AwsStub {
    private static final Pattern FROM = Pattern.compile("toMillis\\(@timestamp\\) >= (\\d+)");
    private static final Pattern LIKE = Pattern.compile("@message like \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LIMIT = Pattern.compile("limit (\\d+)$");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<RawLogEvent> events;
    private final Map<String, Query> queries = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile int emptyPages;
    private volatile int repeatsFrom = Integer.MAX_VALUE;
    private volatile boolean isQueriesOnly;
    private volatile int mostResults = Integer.MAX_VALUE;

    private record Query(List<RawLogEvent> found, AtomicInteger looks) {}

    CloudWatchStub(List<RawLogEvent> events) {
        this.events = events.stream()
                .sorted(Comparator.comparing(RawLogEvent::timestamp))
                .toList();
    }

    /** Before each page with events come so many without. */
    CloudWatchStub withEmptyPages(int count) {
        emptyPages = count;
        return this;
    }

    /** Behind an event, every page has the token that leads there. */
    CloudWatchStub withRepeatedTokensFrom(int event) {
        repeatsFrom = event;
        return this;
    }

    /** Only queries find events. */
    CloudWatchStub withQueriesOnly() {
        isQueriesOnly = true;
        return this;
    }

    /** Queries that ask for more are refused. */
    CloudWatchStub withMostResults(int count) {
        mostResults = count;
        return this;
    }

    @Override
    String name(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target == null ? "" : target.substring(target.indexOf('.') + 1);
    }

    @Override
    Reply refuse(Fault.Refused refused) {
        return Reply.json(
                refused.status(), "{\"__type\":\"%s\",\"message\":\"never-shown-text\"}".formatted(refused.type()));
    }

    @Override
    Reply answer(HttpExchange exchange, byte[] body) {
        JsonNode call = Json.mapper().readTree(body);
        return switch (name(exchange)) {
            case "FilterLogEvents" -> filter(call);
            case "StartQuery" -> start(call);
            case "GetQueryResults" -> results(call);
            case "StopQuery" -> Reply.json(200, "{\"success\":true}");
            default -> refuse(new Fault.Refused(400, "UnknownOperationException"));
        };
    }

    private Reply filter(JsonNode call) {
        String group = call.get("logGroupName").asString();
        if (events.stream().noneMatch(event -> event.group().equals(group)) && !events.isEmpty()) {
            return refuse(new Fault.Refused(400, "ResourceNotFoundException"));
        }
        List<RawLogEvent> found = events.stream()
                .filter(event -> event.group().equals(group) && !isQueriesOnly)
                .filter(event -> event.timestamp().toEpochMilli()
                        >= call.get("startTime").asLong())
                .filter(event ->
                        event.timestamp().toEpochMilli() <= call.get("endTime").asLong())
                .toList();
        String[] token = call.path("nextToken").asString("0/0").split("/");
        int from = Integer.parseInt(token[0]);
        int empty = Integer.parseInt(token[1]);
        ObjectNode answer = Json.mapper().createObjectNode();
        var list = answer.putArray("events");
        answer.putArray("searchedLogStreams");
        if (empty < emptyPages) {
            answer.put("nextToken", from + "/" + (empty + 1));
            return Reply.json(200, answer.toString());
        }
        int to = Math.min(found.size(), from + call.get("limit").asInt());
        found.subList(from, to).forEach(event -> write(event, list.addObject()));
        if (to < found.size()) {
            answer.put("nextToken", Math.min(to, repeatsFrom) + "/0");
        }
        return Reply.json(200, answer.toString());
    }

    private static void write(RawLogEvent event, ObjectNode json) {
        json.put("eventId", event.eventId());
        json.put("logStreamName", event.stream());
        json.put("timestamp", event.timestamp().toEpochMilli());
        json.put("ingestionTime", event.ingestedAt().toEpochMilli());
        json.put("message", event.message());
    }

    private Reply start(JsonNode call) {
        String text = call.get("queryString").asString();
        int limit = Integer.parseInt(first(LIMIT, text));
        if (limit > mostResults) {
            return refuse(new Fault.Refused(400, "MalformedQueryException"));
        }
        long from = Long.parseLong(first(FROM, text));
        Matcher like = LIKE.matcher(text);
        var texts = new ArrayList<String>();
        while (like.find()) {
            texts.add(like.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        List<RawLogEvent> found = events.stream()
                .filter(event ->
                        event.group().equals(call.get("logGroupNames").get(0).asString()))
                .filter(event -> event.timestamp().getEpochSecond()
                        >= call.get("startTime").asLong())
                .filter(event -> event.timestamp().getEpochSecond()
                        <= call.get("endTime").asLong())
                .filter(event -> event.timestamp().toEpochMilli() >= from)
                .filter(event -> texts.isEmpty() || texts.stream().anyMatch(event.message()::contains))
                .limit(limit)
                .toList();
        String id = "query-" + numbers.incrementAndGet();
        queries.put(id, new Query(found, new AtomicInteger()));
        return Reply.json(200, "{\"queryId\":\"" + id + "\"}");
    }

    private Reply results(JsonNode call) {
        Query query = queries.get(call.get("queryId").asString());
        ObjectNode answer = Json.mapper().createObjectNode();
        var rows = answer.putArray("results");
        if (query.looks().getAndIncrement() == 0) {
            return Reply.json(200, answer.put("status", "Running").toString());
        }
        answer.put("status", "Complete");
        int from = Integer.parseInt(call.path("nextToken").asString("0"));
        int to = Math.min(query.found().size(), from + call.get("maxItems").asInt());
        for (RawLogEvent event : query.found().subList(from, to)) {
            var row = rows.addArray();
            row.addObject().put("field", "@timestamp").put("value", time(event.timestamp()));
            row.addObject().put("field", "@ingestionTime").put("value", time(event.ingestedAt()));
            row.addObject().put("field", "@logStream").put("value", event.stream());
            row.addObject().put("field", "@message").put("value", event.message());
            row.addObject().put("field", "@ptr").put("value", "pointer " + event.eventId());
        }
        if (to < query.found().size()) {
            answer.put("nextToken", Integer.toString(to));
        }
        return Reply.json(200, answer.toString());
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(text);
        }
        return matcher.group(1);
    }
}
