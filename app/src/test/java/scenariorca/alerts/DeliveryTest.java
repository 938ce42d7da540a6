package scenariorca.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.warehouse.Viewer;
import tools.jackson.databind.JsonNode;

/** What a problem's beginning, growth and end look like in each protocol, at a receiver that speaks it. */
final class DeliveryTest {
    private AlertWorld world;
    private Receiver receiver;
    private Alerts alerts;

    @BeforeEach
    void open() {
        world = new AlertWorld("delivery");
        receiver = new Receiver();
        alerts = world.alerts();
    }

    @AfterEach
    void close() {
        alerts.close();
        receiver.close();
        world.close();
    }

    @Test
    void slack_shows_later_messages_in_the_thread_of_the_first_and_the_end_to_everybody() {
        receiver.answering(200, "{\"ok\": true, \"ts\": \"1700000000.000100\"}");
        var bot = new AlertTarget.Slack.Bot("xoxb-token", "C012345");
        wholeLife(new AlertTarget.Slack(receiver.url("/api/chat.postMessage"), bot));

        List<JsonNode> posts = posts();
        assertThat(posts).hasSize(3);
        assertThat(receiver.received().getFirst().headers()).containsEntry("authorization", "Bearer xoxb-token");
        assertThat(posts.getFirst().path("channel").asString()).isEqualTo("C012345");
        assertThat(posts.getFirst().has("thread_ts")).isFalse();
        assertThat(posts.getFirst().path("blocks").findValuesAsString("type")).contains("section", "plain_text");
        assertThat(posts.get(1).path("thread_ts").asString()).isEqualTo("1700000000.000100");
        assertThat(posts.get(1).path("reply_broadcast").asBoolean()).isFalse();
        assertThat(posts.get(2).path("thread_ts").asString()).isEqualTo("1700000000.000100");
        assertThat(posts.get(2).path("reply_broadcast").asBoolean()).isTrue();
        assertThat(posts.get(2).path("text").asString()).startsWith("Recovered: ");
    }

    @Test
    void what_slack_says_it_did_not_take_is_sent_again() {
        receiver.answering(200, "{\"ok\": false, \"error\": \"not_in_channel\"}");
        AlertChannel channel =
                channel(new AlertTarget.Slack(receiver.url("/"), new AlertTarget.Slack.Bot("xoxb-token", "C012345")));
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);

        assertThat(new AlertLog(world.database().warehouse()).state("channel").lastFailure())
                .contains("not_in_channel")
                .doesNotContain("xoxb");
    }

    @Test
    void a_slack_webhook_gets_hostile_text_as_text() {
        world.database().execute("""
                update fact_node_calc_detail set error_message = '<!channel> *bold* <https://evil.example|click> &amp;'
                where calc_id = 'ca000000-0000-4000-8000-000000000032'
                """);
        wholeLife(new AlertTarget.Slack(receiver.url("/services/T/B/x"), null));

        assertThat(posts().getFirst().path("text").asString())
                .contains("&lt;!channel&gt;", "&lt;https://evil.example|click&gt; &amp;amp;");
        assertThat(posts().getFirst()
                        .path("blocks")
                        .get(0)
                        .path("text")
                        .path("type")
                        .asString())
                .isEqualTo("plain_text");
    }

    @Test
    void teams_gets_adaptive_cards_that_lead_to_the_problem() {
        receiver.answering(202, "");
        wholeLife(new AlertTarget.Teams(receiver.url("/workflows/1")));

        assertThat(posts()).hasSize(3).allSatisfy(post -> {
            JsonNode attachment = post.path("attachments").get(0);
            JsonNode card = attachment.path("content");
            assertThat(post.path("type").asString()).isEqualTo("message");
            assertThat(attachment.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
            assertThat(card.path("version").asString()).isEqualTo("1.4");
            assertThat(card.path("actions").get(0).path("url").asString())
                    .isEqualTo("https://rca.example.com/problems/a10000000001");
            assertThat(card.path("body").findValuesAsString("type")).contains("RichTextBlock", "TextRun");
        });
        assertThat(posts().getFirst().toString()).contains("New: A typed value makes Market Share fail");
        assertThat(posts().get(1).toString()).contains("Growing: ", "21 runs");
        assertThat(posts().get(2).toString()).contains("Recovered: ", "\"Good\"");
    }

    @Test
    void pagerduty_gets_one_incident_that_is_updated_and_resolved() {
        receiver.answering(202, "{\"status\": \"success\"}");
        wholeLife(new AlertTarget.PagerDuty(receiver.url("/v2/enqueue"), "R0UTINGKEY"));

        assertThat(posts())
                .extracting(
                        post -> post.path("event_action").asString(),
                        post -> post.path("dedup_key").asString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("trigger", "rca.example.com/problem/a10000000001/1"),
                        org.assertj.core.groups.Tuple.tuple("trigger", "rca.example.com/problem/a10000000001/1"),
                        org.assertj.core.groups.Tuple.tuple("resolve", "rca.example.com/problem/a10000000001/1"));
        JsonNode payload = posts().getFirst().path("payload");
        assertThat(posts().getFirst().path("routing_key").asString()).isEqualTo("R0UTINGKEY");
        assertThat(payload.path("severity").asString()).isIn("critical", "error", "warning", "info");
        assertThat(payload.path("source").asString()).isEqualTo("rca.example.com");
        assertThat(payload.path("custom_details").path("what to do").asString())
                .contains("Set market_share of Market Share back to 0.1.");
    }

    @Test
    void alertmanager_knows_one_alert_by_its_labels_and_when_it_ends() {
        wholeLife(new AlertTarget.Alertmanager(receiver.url(""), "Bearer token"));

        assertThat(receiver.received()).allSatisfy(post -> {
            assertThat(post.path()).isEqualTo("/api/v2/alerts");
            assertThat(post.headers()).containsEntry("authorization", "Bearer token");
        });
        List<JsonNode> all = posts().stream().map(post -> post.get(0)).toList();
        assertThat(all.stream().map(alert -> alert.path("labels").toString()).distinct())
                .hasSize(1);
        assertThat(all.getFirst().path("labels").path("alertname").asString()).isEqualTo("ScenarioProblem");
        assertThat(all.getFirst().path("labels").path("class").asString()).isEqualTo("input");
        assertThat(all.getFirst().path("endsAt").asString())
                .isGreaterThan(all.getFirst().path("startsAt").asString());
        assertThat(all.getLast().path("annotations").path("summary").asString()).startsWith("Recovered: ");
        assertThat(all.getLast().path("endsAt").asString()).isEqualTo("2026-02-09T12:05:00Z");
    }

    @Test
    void alertmanager_is_told_again_of_what_lasts_and_no_more_once_it_is_over() {
        AlertChannel channel = channel(new AlertTarget.Alertmanager(receiver.url("/prefix/"), null));
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);
        int before = receiver.received().size();

        world.pass(Duration.ofMinutes(2));
        alerts.serveOnce(channel);
        assertThat(receiver.received())
                .hasSizeGreaterThan(before)
                .allSatisfy(post -> assertThat(post.path()).isEqualTo("/prefix/api/v2/alerts"));

        world.recover();
        alerts.serveOnce(channel);
        int after = receiver.received().size();
        world.pass(Duration.ofMinutes(2));
        alerts.serveOnce(channel);
        assertThat(receiver.received()).hasSize(after);
    }

    @Test
    void mail_answers_the_first_mail_and_its_id_is_the_same_on_each_try() throws Exception {
        var setup = new ServerSetup(0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        var server = new GreenMail(setup.dynamicPort());
        server.start();
        try {
            var address = new AlertTarget.Mail.Server(
                    "127.0.0.1", server.getSmtp().getPort(), AlertTarget.Mail.Protection.NONE, null, null);
            var target = new AlertTarget.Mail(address, "rca@example.com", List.of("a@example.com", "b@example.com"));
            world.database().execute("""
                    update fact_node_calc_detail set error_message = E'Größe\\r\\nBcc: evil@example.com'
                    where calc_id = 'ca000000-0000-4000-8000-000000000032'
                    """);
            wholeLife(target);

            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).as("three for each of two, mailbox by mailbox").hasSize(6);
            MimeMessage first = mails[0];
            assertThat(first.getSubject())
                    .isEqualTo(
                            "[Scenario RCA] New: A typed value makes Market Share fail: Größe Bcc: evil@example.com");
            assertThat(first.getAllRecipients()).hasSize(2);
            assertThat(first.getHeader("Bcc")).isNull();
            assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(String.valueOf(first.getContent()))
                    .contains("hits: 1 run of 1 scenario", "https://rca.example.com/problems/a10000000001");
            assertThat(mails[1].getHeader("In-Reply-To")).containsExactly(first.getMessageID());
            assertThat(mails[2].getHeader("References")).containsExactly(first.getMessageID());
            assertThat(mails[2].getSubject()).startsWith("[Scenario RCA] Recovered: ");
            var again = new MailDelivery(target, "rca.example.com");
            var message = new AlertWriter("https://rca.example.com").test("mail", world.now());
            again.deliver(new Delivery.Outgoing(message, "problem/a10000000001/1/new", "problem/a10000000001/1", null));
            assertThat(server.getReceivedMessages()[3].getMessageID()).isEqualTo(first.getMessageID());
        } finally {
            server.stop();
        }
    }

    @Test
    void a_receiver_that_is_not_there_is_named_without_the_secret_in_its_address() {
        var gone = new Receiver();
        AlertChannel channel = channel(new AlertTarget.Slack(gone.url("/services/T0/B0/secret"), null));
        gone.close();

        assertThat(alerts.test(channel))
                .contains("127.0.0.1", "cannot be reached")
                .doesNotContain("secret");
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it() {
        receiver.answering(429, "slow down").saying("Retry-After", "1800");
        AlertChannel channel = channel(new AlertTarget.Teams(receiver.url("/")));
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);

        world.pass(Duration.ofMinutes(29));
        alerts.serveOnce(channel);
        assertThat(receiver.received()).hasSize(1);
        world.pass(Duration.ofMinutes(2));
        alerts.serveOnce(channel);
        assertThat(receiver.received()).hasSize(2);
    }

    /** It begins, grows, and ends. */
    private void wholeLife(AlertTarget target) {
        AlertChannel channel = channel(target);
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);
        world.strike(20, 1);
        alerts.serveOnce(channel);
        world.recover();
        alerts.serveOnce(channel);
    }

    private List<JsonNode> posts() {
        return receiver.received().stream().map(Receiver.Received::json).toList();
    }

    private static AlertChannel channel(AlertTarget target) {
        return new AlertChannel(
                "channel",
                target,
                Viewer.ALL,
                AlertFilter.ALL,
                AlertPace.USUAL,
                new AlertChannel.Lateness(Duration.ofDays(9), Duration.ofDays(9)));
    }
}
