package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import scenariorca.pipeline.LoadStatus;
import scenariorca.platform.ChannelHealth;
import scenariorca.report.ReportDatabase;

/** The alert rules: they can be read, what they ask for is measured, and the operator finds what to do. */
final class AlertsTest {
    private static final Pattern METRIC = Pattern.compile("\\brca_[a-z0-9_]+");
    private static final Pattern LABEL = Pattern.compile("(rca_[a-z0-9_]+)\\{(\\w+)=\"([^\"]+)\"}");

    @Test
    void every_rule_is_whole_and_has_its_paragraph_in_the_handbook() throws Exception {
        String handbook = Files.readString(Path.of("docs", "operations.md"));
        List<Map<String, Object>> rules = rules();

        assertThat(rules).hasSizeGreaterThan(5);
        assertThat(rules.stream().map(rule -> rule.get("alert")).distinct()).hasSameSizeAs(rules);
        for (Map<String, Object> rule : rules) {
            String name = (String) rule.get("alert");
            assertThat(rule.keySet()).as(name).isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat((String) rule.get("expr")).as(name).isNotBlank();
            assertThat(map(rule.get("labels")).get("severity")).as(name).isIn("critical", "warning");
            assertThat((String) map(rule.get("annotations")).get("summary"))
                    .as(name)
                    .isNotBlank();
            assertThat((String) map(rule.get("annotations")).get("runbook"))
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(handbook).contains("### " + name + "\n");
        }
    }

    @Test
    void every_metric_a_rule_asks_for_is_in_the_real_output() throws Exception {
        String output = metrics();
        Set<String> measured = new TreeSet<>();
        output.lines().filter(line -> line.startsWith("rca_")).forEach(line -> measured.add(line.split("[{ ]")[0]));

        for (Map<String, Object> rule : rules()) {
            String expression = (String) rule.get("expr");
            var metrics = METRIC.matcher(expression)
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(metrics).as("%s", rule).allMatch(name -> measured.contains(name));
            assertThat(metrics.isEmpty()).isEqualTo(expression.startsWith("up{"));
            LABEL.matcher(expression)
                    .results()
                    .forEach(found -> assertThat(output)
                            .containsPattern("(?m)^" + found.group(1) + "\\{[^}]*" + found.group(2) + "=\""
                                    + Pattern.quote(found.group(3)) + "\""));
        }
        assertThat(measured)
                .as("freshness, lag, rows, failures, queue, pool, latency")
                .contains(
                        "rca_data_age_seconds",
                        "rca_load_success_age_seconds",
                        "rca_load_rows_read_total",
                        "rca_load_rows_written_total",
                        "rca_loads_total",
                        "rca_redactions_total",
                        "rca_load_log_events_read_total",
                        "rca_requests_waiting",
                        "rca_pool_connections_active",
                        "rca_http_requests_seconds_bucket");
    }

    /** Of a server that loads, after a question or two. */
    private static String metrics() throws Exception {
        try (ReportDatabase database = ReportDatabase.filled("alerts");
                RcaServer server = RcaServer.start(
                        new ServerSettings("127.0.0.1", 0, null, 1_000_000),
                        database.reader(),
                        ReportDatabase.NOON,
                        new Services(new LoadStatus(ReportDatabase.NOON), null, channels()));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/api/v1/rca/runs", "/api/v1/rca/runs?limit=nonsense", "/health/ready")) {
                get(client, server.url() + path);
            }
            return get(client, server.url() + "/metrics");
        }
    }

    /** Of two channels one takes no message. */
    private static ChannelHealth channels() {
        var channels = new ChannelHealth(List.of("on-call", "team"));
        channels.note("on-call", Instant.parse("2026-02-10T11:00:00Z"));
        return channels;
    }

    @Test
    void a_channel_that_takes_no_message_shows_in_health_without_its_name_and_as_a_metric() throws Exception {
        try (ReportDatabase database = ReportDatabase.filled("channels");
                RcaServer server = RcaServer.start(
                        new ServerSettings("127.0.0.1", 0, null, 1_000_000),
                        database.reader(),
                        ReportDatabase.NOON,
                        new Services(null, null, channels()));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server.url() + "/health/ready"))
                    .contains("\"status\":\"ready\"", "\"alerts\"", "1 of 2 channels take no message")
                    .doesNotContain("on-call");
            assertThat(get(client, server.url() + "/metrics"))
                    .contains(
                            "rca_alert_channel_failing{channel=\"on-call\"} 1.0",
                            "rca_alert_channel_failing{channel=\"team\"} 0.0");
        }
    }

    private static String get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<Map<String, Object>> rules() throws Exception {
        Map<String, Object> file = map(new Yaml().load(Files.readString(Path.of("deploy", "alerts.yml"))));
        var rules = new ArrayList<Map<String, Object>>();
        for (Object group : (List<?>) file.get("groups")) {
            for (Object rule : (List<?>) map(group).get("rules")) {
                rules.add(map(rule));
            }
        }
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
