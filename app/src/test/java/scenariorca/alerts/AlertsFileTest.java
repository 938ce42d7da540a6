package scenariorca.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.warehouse.Viewer;

/** What an alerts file means, and what is said of one that is wrong. */
final class AlertsFileTest {
    private static final String GOOD = "channels:\n  - {name: a, type: teams, sees: all, url: https://example.com/1";

    @TempDir
    private Path home;

    @Test
    void every_kind_of_channel_is_read_with_what_its_readers_see_and_want() throws IOException {
        List<AlertChannel> channels = read("""
                channels:
                  - name: on-call
                    type: pagerduty
                    routing_key: ${PAGER}
                    sees: all
                    only: {classes: [platform, upstream], environments: prod, runs: 3}
                    load_late: 90s
                    logs_behind: 3h
                  - name: oncology
                    type: slack
                    token: ${BOT}
                    channel: C01
                    sees: {areas: [Oncology]}
                    only: {kinds: [new, recovered], areas: [Oncology], models: [Lung Cancer US]}
                    grown: [50, 5]
                    quiet: {from: 22:00, to: 06:30, zone: Europe/Zurich}
                    per_hour: 5
                  - {name: hook, type: webhook, url: "http://inside:8080/x", secret: 0123456789abcdef, sees: {user: jdoe}}
                  - {name: room, type: slack, url: "https://hooks.slack.com/services/T/B/x", sees: all}
                  - {name: team, type: teams, url: "https://x.logic.azure.com/1", sees: all}
                  - {name: prom, type: alertmanager, url: "http://alertmanager:9093", user: u, password: p, sees: all}
                  - name: mail
                    type: email
                    host: smtp.example.com
                    protection: tls
                    from: rca@example.com
                    to: [a@example.com, b@example.com]
                    sees: all
                """, Map.of("PAGER", "key", "BOT", "xoxb-1"));

        assertThat(channels)
                .extracting(channel -> channel.target().type())
                .containsExactly("pagerduty", "slack", "webhook", "slack", "teams", "alertmanager", "email");
        AlertChannel first = channels.getFirst();
        assertThat(first.target())
                .isEqualTo(new AlertTarget.PagerDuty(
                        java.net.URI.create("https://events.pagerduty.com/v2/enqueue"), "key"));
        assertThat(first.late()).isEqualTo(new AlertChannel.Lateness(Duration.ofSeconds(90), Duration.ofHours(3)));
        assertThat(first.filter().environments()).containsExactly("prod");
        assertThat(first.filter().runs()).isEqualTo(3);
        AlertChannel second = channels.get(1);
        assertThat(second.viewer()).isEqualTo(new Viewer(false, List.of("Oncology"), null));
        assertThat(second.filter().grown()).containsExactly(5, 50);
        assertThat(second.pace().perHour()).isEqualTo(5);
        assertThat(channels.get(2).viewer().user()).isEqualTo("jdoe");
        assertThat(channels)
                .allSatisfy(channel -> assertThat(channel.toString())
                        .doesNotContain("xoxb-1", "0123456789abcdef", "/services/T/B/x", "key="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1: the file is empty",
                "'channels: ['|line 1: this is no YAML",
                "'channel: []'|channel is no setting here; there are channels",
                "'channels: {}'|line 1: channels must be a list",
                "'channels:\n  - {name: a, sees: all}'|line 2: channels[0].type is missing",
                "'channels:\n  - {name: a, type: pager, sees: all}'|line 2: channels[0].type is \"pager\"; it must be one of webhook,",
                "'channels:\n  - {name: a b, type: teams, url: https://e.com, sees: all}'|channels[0].name is \"a b\"; it must be 1 to 40",
                "'channels:\n  - {name: a, type: teams, url: http://e.com, sees: all}'|channels[0].url is \"http://e.com\"; it must be an https address",
                "'channels:\n  - {name: a, type: teams, url: https://e.com}'|channels[0].sees is missing; say \"sees: all\"",
                "'channels:\n  - {name: a, type: teams, url: https://e.com, sees: most}'|channels[0].sees is \"most\"; it must be all",
                "'channels:\n  - {name: a, type: teams, url: https://e.com, sees: {areas: []}}'|channels[0].sees names nothing",
                "'channels:\n  - {name: a, type: webhook, url: https://e.com, secret: short, sees: all}'|channels[0].secret is \"short\"; it must be 16",
                "'channels:\n  - {name: a, type: teams, url: \"${NOT_SET}\", sees: all}'|channels[0].url needs NOT_SET, which is not set",
                "'channels:\n  - {name: a, type: teams, url: \"${WRONG}\", sees: all}'|channels[0].url is \"${WRONG}\"; it must be an https",
                "'channels:\n  - {name: a, type: email, host: h, from: x, to: a@e.com, sees: all}'|channels[0].from is \"x\"; it must be an e-mail",
                "'channels:\n  - {name: a, name: b}'|line 2: channels[0].name stands there twice",
                "'!!java.io.File [x]'|line 1: this is no YAML: Global tag is not allowed",
            })
    void what_is_wrong_is_one_line_with_its_place_and_how_to_mend_it(String text, String expected) {
        assertThatThrownBy(() -> read(text, Map.of("WRONG", "ftp://a-secret")))
                .isInstanceOfSatisfying(RcaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
                    assertThat(e.getMessage())
                            .startsWith("alerts.yml line ")
                            .contains(expected)
                            .doesNotContain("\n", "a-secret");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", urll: x}|channels[0].urll is no setting here",
                ", only: {kinds: [old]}}|channels[0].only.kinds is \"old\"; it must be among new,",
                ", only: {classes: [human]}}|channels[0].only.classes is \"human\"",
                ", only: {runs: 0}}|channels[0].only.runs is \"0\"; it must be a whole number from 1",
                ", grown: [ten]}|channels[0].grown is \"ten\"",
                ", quiet: {from: 22:00, to: 6, zone: UTC}}|channels[0].quiet.to is \"6\"; it must be a time such as 07:00",
                ", quiet: {from: 22:00, to: 06:00, zone: Mars}}|channels[0].quiet.zone is \"Mars\"",
                ", quiet: late}|channels[0].quiet must be made of lines",
                ", per_hour: many}|channels[0].per_hour is \"many\"",
                ", load_late: soon}|channels[0].load_late is \"soon\"; it must be a length of time",
                "'}\n  - {name: a, type: teams, sees: all, url: https://example.com/2}'|channels[1].name is \"a\", as another",
            })
    void so_is_what_is_wrong_in_its_parts(String rest, String expected) {
        assertThatThrownBy(() -> read(GOOD + rest, Map.of())).hasMessageContaining(expected);
    }

    @Test
    void the_file_in_the_handbook_can_be_read() throws IOException {
        String handbook = Files.readString(Path.of("docs", "alerts.md"));
        String shown = handbook.substring(handbook.indexOf("```yaml\n") + 8);

        List<AlertChannel> channels =
                read(shown.substring(0, shown.indexOf("```")), Map.of("PAGERDUTY_KEY", "key", "SLACK_TOKEN", "xoxb-1"));

        assertThat(channels).extracting(AlertChannel::name).containsExactly("on-call", "oncology");
    }

    @Test
    void without_a_file_there_is_no_channel_but_a_file_that_is_named_must_be_there() {
        Settings settings = Settings.load(home, Map.of());

        assertThat(AlertsFile.channels(settings)).isEmpty();
        assertThatThrownBy(() -> AlertsFile.channels(settings.with("ALERTS_FILE", "my.yml")))
                .hasMessageContaining("ALERTS_FILE is " + home.resolve("my.yml"));
    }

    @Test
    void quiet_hours_may_go_past_midnight_and_are_those_of_their_zone() {
        var pace = new AlertPace(
                new AlertPace.Quiet(
                        java.time.LocalTime.of(22, 0), java.time.LocalTime.of(6, 0), java.time.ZoneId.of("Asia/Tokyo")),
                1);

        assertThat(pace.isQuietAt(Instant.parse("2026-02-09T12:59:00Z"))).isFalse();
        assertThat(pace.isQuietAt(Instant.parse("2026-02-09T13:00:00Z"))).isTrue();
        assertThat(pace.isQuietAt(Instant.parse("2026-02-09T20:59:00Z"))).isTrue();
        assertThat(pace.isQuietAt(Instant.parse("2026-02-09T21:00:00Z"))).isFalse();
    }

    private List<AlertChannel> read(String text, Map<String, String> settings) throws IOException {
        Path file = Files.writeString(home.resolve("alerts.yml"), text);
        return AlertsFile.channels(file, name -> Optional.ofNullable(settings.get(name)));
    }
}
