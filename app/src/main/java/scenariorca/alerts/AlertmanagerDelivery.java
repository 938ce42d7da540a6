package scenariorca.alerts;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts alerts to a Prometheus Alertmanager (API v2), which knows an alert by its labels and lets it end unless repeated. */
final class AlertmanagerDelivery implements Delivery {
    /** It stands so long unless repeated. */
    private static final Duration STANDS = Duration.ofMinutes(15);

    private final AlertTarget.Alertmanager target;
    private final String source;
    private final HttpPost post;

    AlertmanagerDelivery(AlertTarget.Alertmanager target, String source, HttpPost post) {
        this.target = target;
        this.source = source;
        this.post = post;
    }

    @Override
    public boolean isForgetful() {
        return true;
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
        AlertMessage message = outgoing.message();
        Instant ends = message.endedAt();
        Instant now = Instant.now();
        var alert = new LinkedHashMap<String, Object>();
        alert.put("labels", labels(outgoing));
        alert.put("annotations", annotations(message));
        alert.put("startsAt", message.startedAt().toString());
        // An end before the beginning is refused: what is over without a known end is over now.
        alert.put("endsAt", (message.isOver() ? ends == null ? now : ends : now.plus(STANDS)).toString());
        alert.put("generatorURL", message.url());
        Map<String, String> headers =
                target.authorization() == null ? Map.of() : Map.of("Authorization", target.authorization());
        return post.send(address(), headers, List.of(alert), _ -> new Outcome.Delivered(null));
    }

    private URI address() {
        String base = target.url().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v2/alerts");
    }

    /** Only what stays the same through a turn: another label would be another alert. */
    private Map<String, String> labels(Outgoing outgoing) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(
                "alertname", outgoing.message().subject().startsWith("problem/") ? "ScenarioProblem" : "ScenarioData");
        labels.put("instance", source);
        labels.put("thread", outgoing.threadId());
        for (String name : List.of("class", "kind")) {
            String value = outgoing.message().labels().get(name);
            if (value != null) {
                labels.put(name, value);
            }
        }
        return labels;
    }

    private static Map<String, String> annotations(AlertMessage message) {
        Map<String, String> annotations = message.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.label().replace(' ', '_'),
                        AlertMessage.Line::text,
                        (first, _) -> first,
                        LinkedHashMap::new));
        annotations.put("summary", message.title());
        annotations.putAll(message.labels());
        return annotations;
    }
}
