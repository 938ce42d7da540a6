package scenariorca.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Posts an adaptive card to a workflow of Microsoft Teams, which has no threads: later messages name what they are about. */
final class TeamsDelivery implements Delivery {
    private final AlertTarget.Teams target;
    private final HttpPost post;

    TeamsDelivery(AlertTarget.Teams target, HttpPost post) {
        this.target = target;
        this.post = post;
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
        Map<String, Object> attachment =
                Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card(outgoing.message()));
        return post.send(
                target.url(),
                Map.of(),
                Map.of("type", "message", "attachments", List.of(attachment)),
                _ -> new Outcome.Delivered(null));
    }

    private static Map<String, Object> card(AlertMessage message) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(text(message.title(), Map.of("weight", "Bolder", "size", "Medium", "color", colour(message))));
        message.lines().forEach(line -> body.add(text(line.label() + ": " + line.text(), Map.of())));
        return Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                List.copyOf(body),
                "actions",
                List.of(Map.of("type", "Action.OpenUrl", "title", "Open", "url", message.url())));
    }

    /** A run of text is shown as it is; a TextBlock would take Markdown, and texts may quote logs. */
    private static Map<String, Object> text(String text, Map<String, String> look) {
        var run = new java.util.LinkedHashMap<String, Object>(look);
        run.put("type", "TextRun");
        run.put("text", text);
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }

    private static String colour(AlertMessage message) {
        return message.isOver() ? "Good" : message.kind() == AlertKind.GROWN ? "Warning" : "Attention";
    }
}
