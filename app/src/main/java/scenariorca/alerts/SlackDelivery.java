package scenariorca.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scenariorca.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Posts to Slack: with a bot's token later messages answer the first in its thread; a webhook has no threads. */
final class SlackDelivery implements Delivery {
    private final AlertTarget.Slack target;
    private final HttpPost post;

    SlackDelivery(AlertTarget.Slack target, HttpPost post) {
        this.target = target;
        this.post = post;
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
        Map<String, Object> body = body(outgoing.message());
        AlertTarget.Slack.Bot bot = target.bot();
        if (bot == null) {
            return post.send(target.url(), Map.of(), body, _ -> new Outcome.Delivered(null));
        }
        body.put("channel", bot.channel());
        if (outgoing.reference() != null) {
            body.put("thread_ts", outgoing.reference());
            // the end is for everybody, not only for those who follow the thread
            body.put("reply_broadcast", outgoing.message().isOver());
        }
        return post.send(target.url(), Map.of("Authorization", "Bearer " + bot.token()), body, SlackDelivery::answered);
    }

    private static Outcome answered(String answer) {
        try {
            JsonNode json = Json.read(answer);
            if (json.path("ok").asBoolean(false)) {
                return new Outcome.Delivered(json.path("ts").asString(null));
            }
            return new Outcome.Failed("Slack says " + json.path("error").asString("nothing"), Duration.ZERO);
        } catch (JacksonException e) {
            return new Outcome.Failed("Slack's answer is no JSON", Duration.ZERO);
        }
    }

    /** Texts that may quote logs are plain_text blocks, in which nothing is a link, a mention or markup. */
    private static Map<String, Object> body(AlertMessage message) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Map.of("type", "section", "text", plain(message.title())));
        for (AlertMessage.Line line : message.lines()) {
            blocks.add(Map.of("type", "section", "text", plain(line.label() + ": " + line.text())));
        }
        blocks.add(Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", "<" + message.url() + "|Open>")));
        var body = new LinkedHashMap<String, Object>();
        body.put("text", escaped(message.title()));
        body.put("blocks", List.copyOf(blocks));
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        return body;
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", text, "emoji", false);
    }

    /** The notification's text is markup: these three begin what is. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
