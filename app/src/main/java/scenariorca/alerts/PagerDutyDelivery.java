package scenariorca.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends events to PagerDuty (Events API v2): one incident for each turn, which later events update and the end resolves. */
final class PagerDutyDelivery implements Delivery {
    private final AlertTarget.PagerDuty target;
    private final String source;
    private final HttpPost post;

    PagerDutyDelivery(AlertTarget.PagerDuty target, String source, HttpPost post) {
        this.target = target;
        this.source = source;
        this.post = post;
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
        AlertMessage message = outgoing.message();
        var event = new LinkedHashMap<String, Object>();
        event.put("routing_key", target.routingKey());
        event.put("event_action", message.isOver() ? "resolve" : "trigger");
        event.put("dedup_key", source + "/" + outgoing.threadId());
        event.put("client", "Scenario RCA");
        event.put("client_url", message.url());
        event.put("payload", payload(message));
        event.put("links", List.of(Map.of("href", message.url(), "text", "Open")));
        return post.send(target.url(), Map.of(), event, _ -> new Outcome.Delivered(null));
    }

    private Map<String, Object> payload(AlertMessage message) {
        var details = new LinkedHashMap<String, Object>(message.labels());
        message.lines().forEach(line -> details.put(line.label(), line.text()));
        return Map.of(
                "summary",
                message.title(),
                "source",
                source,
                "severity",
                severity(message),
                "class",
                message.labels().getOrDefault("class", message.kind().word()),
                "timestamp",
                message.startedAt().toString(),
                "custom_details",
                details);
    }

    /** What strikes everybody outranks what one scenario's input did. */
    private static String severity(AlertMessage message) {
        return switch (message.labels().getOrDefault("class", "")) {
            case "platform" -> "critical";
            case "model", "upstream" -> "error";
            default -> "warning";
        };
    }
}
