package scenariorca.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Viewer;

/** Which messages a channel gets, how often, and what becomes of them when things go wrong. */
final class AlertCourierTest {
    private static final String SECRET = "a secret of a webhook";

    private AlertWorld world;
    private Receiver receiver;
    private Alerts alerts;

    @BeforeEach
    void open() {
        world = new AlertWorld("alerts");
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
    void what_is_broken_when_a_channel_is_used_first_is_no_news_to_it() {
        world.begin();

        assertThat(alerts.serveOnce(channel(AlertFilter.ALL))).isZero();
        world.recover();
        alerts.serveOnce(channel(AlertFilter.ALL));

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_problem_is_told_once_whatever_strikes_then_past_a_threshold_then_when_it_ends() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);

        world.begin();
        alerts.serveOnce(channel);
        assertThat(ids()).containsExactly("problem/a10000000001/1/new");

        world.strike(5, 1);
        alerts.serveOnce(channel);
        world.change("select 1");
        alerts.serveOnce(channel);
        assertThat(ids()).hasSize(1);

        world.strike(30, 2);
        alerts.serveOnce(channel);
        world.pass(Duration.ofHours(1));
        world.recover();
        alerts.serveOnce(channel);
        alerts.serveOnce(channel);
        assertThat(ids())
                .containsExactly(
                        "problem/a10000000001/1/new",
                        "problem/a10000000001/1/grown/36",
                        "problem/a10000000001/1/recovered");

        world.pass(Duration.ofHours(5));
        world.comeBack();
        alerts.serveOnce(channel);
        assertThat(ids()).last().isEqualTo("problem/a10000000001/2/regressed");
    }

    @Test
    void a_channel_that_takes_no_message_is_told_as_such_until_it_takes_it() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        assertThat(world.health.outages()).isEmpty();

        receiver.answering(503, "down");
        world.begin();
        alerts.serveOnce(channel);
        alerts.serveOnce(channel);
        assertThat(world.health.isFailing("hook")).isTrue();
        assertThat(world.health.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.what()).isEqualTo("alerts");
            assertThat(outage.since()).isEqualTo(AlertWorld.BEGIN);
            assertThat(outage.reason()).isEqualTo("1 of 1 channels take no message");
        });

        receiver.answering(200, "ok");
        world.pass(Duration.ofMinutes(1));
        alerts.serveOnce(channel);
        assertThat(world.health.outages()).isEmpty();
    }

    @Test
    void the_first_message_names_cause_whom_it_hits_what_to_do_and_where_to_read_on() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);

        var message = receiver.received().getFirst().json().path("message");

        assertThat(message.path("title").asString())
                .isEqualTo("New: A typed value makes Market Share fail: Shares must sum to at most 1, got 1.7");
        assertThat(message.path("lines").toString())
                .contains("\"label\":\"cause\"", "market_share", "\"label\":\"hits\"")
                .contains("1 run of 1 scenario (US Base Case) by 1 person since 2026-02-09 11:05 UTC")
                .contains("\"label\":\"what to do\"", "Set market_share of Market Share back to 0.1.");
        assertThat(message.path("url").asString()).isEqualTo("https://rca.example.com/problems/a10000000001");
    }

    @Test
    void a_message_carries_a_signature_that_its_receiver_can_check() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);

        Receiver.Received post = receiver.received().getFirst();
        String[] parts = post.headers().get("rca-signature").split("[=,]");

        assertThat(post.headers()).containsEntry("idempotency-key", "problem/a10000000001/1/new");
        assertThat(parts[3])
                .isEqualTo(WebhookDelivery.signature(SECRET, parts[1] + "." + post.text()))
                .isNotEqualTo(WebhookDelivery.signature("another secret", parts[1] + "." + post.text()));
    }

    @Test
    void nothing_is_lost_while_a_channel_is_down_for_an_hour_and_the_order_stays() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        receiver.answering(503, "down");
        world.begin();
        alerts.serveOnce(channel);
        for (int minute = 0; minute < 60; minute++) {
            world.pass(Duration.ofMinutes(1));
            if (minute == 20) {
                world.strike(20, 1);
            }
            if (minute == 40) {
                world.recover();
            }
            alerts.serveOnce(channel);
        }
        // more and more seldom, but often enough to notice that it is back
        assertThat(receiver.received()).hasSizeBetween(10, 30);

        receiver.forget();
        receiver.answering(200, "ok");
        world.pass(Duration.ofMinutes(5));
        alerts.serveOnce(channel);

        assertThat(ids())
                .containsExactly(
                        "problem/a10000000001/1/new",
                        "problem/a10000000001/1/grown/21",
                        "problem/a10000000001/1/recovered");
    }

    @Test
    void killed_between_sending_and_noting_it_sends_again_under_the_same_id_and_only_that_message() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        world.begin();
        receiver.doing(() -> world.database()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'scenario-rca-alerts' and datname = current_database()"));
        assertThatThrownBy(() -> alerts.serveOnce(channel)).isInstanceOf(RcaException.class);
        receiver.doing(() -> {});

        alerts.serveOnce(channel);
        alerts.serveOnce(channel);

        assertThat(ids()).containsExactly("problem/a10000000001/1/new", "problem/a10000000001/1/new");
        assertThat(receiver.received().get(1).text())
                .isEqualTo(receiver.received().getFirst().text());
    }

    @Test
    void a_message_that_is_refused_does_not_hold_up_those_behind_it_for_ever() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        receiver.answering(400, "no such field");
        world.begin();
        for (int turn = 0; turn < 5; turn++) {
            alerts.serveOnce(channel);
            world.pass(Duration.ofMinutes(10));
        }
        assertThat(receiver.received()).hasSize(3);

        receiver.answering(200, "ok");
        world.recover();
        alerts.serveOnce(channel);

        assertThat(ids()).last().isEqualTo("problem/a10000000001/1/recovered");
        assertThat(new AlertLog(world.database().warehouse()).entries(null, 10))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.givenUpAt()).isNotNull();
                    assertThat(entry.lastFailure()).contains("HTTP 400", "no such field");
                });
    }

    @Test
    void what_the_readers_of_a_channel_may_not_see_is_not_in_its_messages() {
        AlertChannel metabolic = seeing("metabolic", new Viewer(false, List.of("Metabolic"), null));
        AlertChannel oncology = seeing("oncology", new Viewer(false, List.of("Oncology"), null));
        alerts.serveOnce(metabolic);
        alerts.serveOnce(oncology);
        world.begin();
        world.strike(4, 2);
        world.strike(3, 5);

        alerts.serveOnce(metabolic);
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().text())
                .contains("3 runs of 1 scenario (EU Running)")
                .doesNotContain("US Base Case", "US Upside", "Oncology", "8 runs");

        receiver.forget();
        alerts.serveOnce(oncology);
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().text())
                .contains("5 runs of 2 scenarios (US Base Case, US Upside)")
                .doesNotContain("EU Running", "Metabolic");
    }

    @Test
    void what_waits_does_not_go_out_once_the_readers_may_see_less() {
        AlertChannel all = channel(AlertFilter.ALL);
        alerts.serveOnce(all);
        receiver.answering(503, "down");
        world.begin();
        alerts.serveOnce(all);

        receiver.forget();
        receiver.answering(200, "ok");
        world.pass(Duration.ofMinutes(10));
        alerts.serveOnce(seeing("hook", new Viewer(false, List.of("Metabolic"), null)));

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_channel_hears_only_of_what_it_wants() {
        var filter = new AlertFilter(
                List.of(AlertKind.NEW, AlertKind.RECOVERED),
                List.of("input"),
                List.of("Metabolic"),
                List.of("Diabetes EU"),
                List.of(),
                3,
                AlertFilter.USUALLY_GROWN);
        AlertChannel channel = channel(filter);
        alerts.serveOnce(channel);

        world.begin();
        alerts.serveOnce(channel);
        assertThat(receiver.received()).as("a run of another area").isEmpty();

        world.strike(40, 5);
        alerts.serveOnce(channel);
        assertThat(ids()).containsExactly("problem/a10000000001/1/new");
        assertThat(receiver.received().getFirst().text()).contains("40 runs of 1 scenario");

        world.strike(200, 5);
        alerts.serveOnce(channel);
        assertThat(ids()).as("growth is not wanted").hasSize(1);

        world.change("update dim_problem set problem_class = 'platform' where problem_key = 1");
        world.recover();
        alerts.serveOnce(channel);
        assertThat(ids()).last().isEqualTo("problem/a10000000001/1/recovered");
    }

    @Test
    void in_quiet_hours_messages_wait_and_beyond_the_rate_they_wait_for_the_hour_to_pass() {
        var quiet = new AlertPace.Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0), ZoneOffset.UTC);
        AlertChannel channel = new AlertChannel(
                "hook",
                hook(),
                Viewer.ALL,
                AlertFilter.ALL,
                new AlertPace(quiet, 2),
                new AlertChannel.Lateness(Duration.ofDays(9), Duration.ofDays(9)));
        alerts.serveOnce(channel);
        world.begin();
        world.strike(9, 1);
        alerts.serveOnce(channel);
        world.strike(100, 1);
        alerts.serveOnce(channel);
        world.recover();
        assertThat(alerts.serveOnce(channel)).isZero();

        world.pass(Duration.ofMinutes(56));
        assertThat(alerts.serveOnce(channel)).isEqualTo(2);
        world.pass(Duration.ofMinutes(59));
        assertThat(alerts.serveOnce(channel)).isZero();
        world.pass(Duration.ofMinutes(2));
        assertThat(alerts.serveOnce(channel)).isEqualTo(1);
    }

    @Test
    void what_people_ignore_is_not_told() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        world.change("update dim_problem set ignored_until = 'infinity' where problem_key = 1");
        world.begin();

        alerts.serveOnce(channel);

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_problem_of_which_no_run_is_left_is_closed() {
        AlertChannel channel = channel(AlertFilter.ALL);
        alerts.serveOnce(channel);
        world.begin();
        alerts.serveOnce(channel);
        world.change("update fact_scenario_run set problem_key = null where problem_key = 1");

        alerts.serveOnce(channel);

        assertThat(ids()).last().isEqualTo("problem/a10000000001/1/recovered");
        assertThat(receiver.received().getLast().text())
                .contains("Recovered: A typed value makes Market Share fail", "No run of it is left");
    }

    @Test
    void late_loads_and_logs_that_are_behind_are_told_once_each_and_when_they_are_back() {
        AlertChannel channel = new AlertChannel(
                "hook",
                hook(),
                Viewer.ALL,
                AlertFilter.ALL,
                AlertPace.USUAL,
                new AlertChannel.Lateness(Duration.ofMinutes(30), Duration.ofMinutes(45)));
        world.database().execute("update etl_log_group set complete_to = '2026-02-09T12:00Z'");
        alerts.serveOnce(channel);
        assertThat(receiver.received()).isEmpty();

        world.pass(Duration.ofMinutes(30));
        alerts.serveOnce(channel);
        alerts.serveOnce(channel);
        assertThat(ids()).containsExactly("load/1/load_late");
        world.pass(Duration.ofMinutes(20));
        alerts.serveOnce(channel);
        assertThat(ids()).containsExactly("load/1/load_late", "logs/1/logs_behind");

        world.database().execute("update etl_run set source_snapshot_at = '%s'".formatted(world.now()));
        alerts.serveOnce(channel);
        assertThat(ids()).last().isEqualTo("load/1/recovered");

        world.pass(Duration.ofMinutes(31));
        alerts.serveOnce(channel);
        assertThat(ids()).last().isEqualTo("load/2/load_late");
    }

    @Test
    void two_programs_do_not_serve_one_channel_at_a_time() {
        AlertChannel channel = channel(AlertFilter.ALL);
        try (AlertStore other = AlertStore.open(world.database().warehouse(), "hook")) {
            assertThat(other.isOurs()).isTrue();
            world.begin();

            alerts.serveOnce(channel);
            assertThat(new AlertLog(world.database().warehouse()).entries(null, 5))
                    .isEmpty();
        }
        alerts.serveOnce(channel);
        world.pass(Duration.ofHours(1));
        world.comeBack();
        alerts.serveOnce(channel);
        assertThat(ids()).containsExactly("problem/a10000000001/2/regressed");
    }

    private List<String> ids() {
        return receiver.received().stream()
                .map(post -> post.headers().get("idempotency-key"))
                .toList();
    }

    private AlertTarget hook() {
        return new AlertTarget.Webhook(receiver.url("/hook"), SECRET);
    }

    private AlertChannel channel(AlertFilter filter) {
        return new AlertChannel(
                "hook",
                hook(),
                Viewer.ALL,
                filter,
                AlertPace.USUAL,
                new AlertChannel.Lateness(Duration.ofDays(9), Duration.ofDays(9)));
    }

    private AlertChannel seeing(String name, Viewer viewer) {
        return new AlertChannel(
                name,
                hook(),
                viewer,
                AlertFilter.ALL,
                AlertPace.USUAL,
                new AlertChannel.Lateness(Duration.ofDays(9), Duration.ofDays(9)));
    }
}
