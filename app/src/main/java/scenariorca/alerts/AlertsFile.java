package scenariorca.alerts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.warehouse.Viewer;

/** The channels as {@code alerts.yml} has them. Whatever is wrong there is one line that says where and how to mend it. */
public final class AlertsFile {
    private static final String DEFAULT_FILE = "alerts.yml";
    private static final List<String> CLASSES = List.of("input", "model", "platform", "upstream", "fluke", "unknown");
    private static final List<String> COMMON =
            List.of("name", "type", "sees", "only", "grown", "quiet", "per_hour", "load_late", "logs_behind");
    private static final List<String> TYPES =
            List.of("webhook", "slack", "teams", "email", "pagerduty", "alertmanager");
    private static final String SLACK_API = "https://slack.com/api/chat.postMessage";
    private static final String PAGERDUTY_API = "https://events.pagerduty.com/v2/enqueue";
    private static final int MAX_COUNT = 1_000_000;
    private static final int MIN_SECRET = 16;

    private AlertsFile() {}

    /**
     * The channels of {@code ALERTS_FILE}, by default {@code alerts.yml} in the working directory; none where neither is there.
     *
     * @throws RcaException CONFIGURATION, naming file, line and key
     */
    public static List<AlertChannel> channels(Settings settings) {
        Path file = settings.file("ALERTS_FILE", DEFAULT_FILE);
        boolean isAsked = settings.text("ALERTS_FILE").isPresent();
        if (!Files.exists(file)) {
            if (isAsked) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION, "ALERTS_FILE is %s, where there is no file".formatted(file));
            }
            return List.of();
        }
        return channels(file, settings::text);
    }

    static List<AlertChannel> channels(Path file, Function<String, Optional<String>> settings) {
        YamlSection root = YamlSection.read(file, settings);
        root.allowOnly(List.of("channels"));
        var channels = new ArrayList<AlertChannel>();
        var names = new HashSet<String>();
        for (YamlSection section : root.sections("channels")) {
            AlertChannel channel = channel(section);
            if (!names.add(channel.name())) {
                throw section.wrong(
                        "name", "is \"%s\", as another channel's is; choose another".formatted(channel.name()));
            }
            channels.add(channel);
        }
        return List.copyOf(channels);
    }

    private static AlertChannel channel(YamlSection section) {
        String type = oneOf(section, "type", TYPES);
        AlertTarget target = target(section, type);
        String name = section.parsed("name", "1 to 40 letters, digits, dots, dashes or underscores", text -> {
            if (!text.matches("[A-Za-z0-9._-]{1,40}")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
        var late = new AlertChannel.Lateness(
                section.duration("load_late", AlertChannel.Lateness.USUAL.load()),
                section.duration("logs_behind", AlertChannel.Lateness.USUAL.logs()));
        var pace = new AlertPace(
                quiet(section.section("quiet")), section.number("per_hour", AlertPace.USUALLY_PER_HOUR, 1, MAX_COUNT));
        return new AlertChannel(name, target, viewer(section), filter(section), pace, late);
    }

    private static AlertTarget target(YamlSection section, String type) {
        return switch (type) {
            case "webhook" -> {
                allow(section, "url", "secret");
                yield new AlertTarget.Webhook(url(section, "url", true), secret(section, "secret"));
            }
            case "slack" -> slack(section);
            case "teams" -> {
                allow(section, "url");
                yield new AlertTarget.Teams(url(section, "url", false));
            }
            case "email" -> mail(section);
            case "pagerduty" -> {
                allow(section, "url", "routing_key");
                yield new AlertTarget.PagerDuty(
                        section.has("url") ? url(section, "url", false) : URI.create(PAGERDUTY_API),
                        section.needed("routing_key"));
            }
            default -> {
                allow(section, "url", "user", "password", "token");
                yield new AlertTarget.Alertmanager(url(section, "url", true), authorization(section));
            }
        };
    }

    private static AlertTarget slack(YamlSection section) {
        allow(section, "url", "token", "channel");
        if (!section.has("token")) {
            return new AlertTarget.Slack(url(section, "url", false), null);
        }
        return new AlertTarget.Slack(
                section.has("url") ? url(section, "url", false) : URI.create(SLACK_API),
                new AlertTarget.Slack.Bot(section.needed("token"), section.needed("channel")));
    }

    private static AlertTarget mail(YamlSection section) {
        allow(section, "host", "port", "protection", "user", "password", "from", "to");
        var protection = AlertTarget.Mail.Protection.valueOf(
                section.has("protection")
                        ? oneOf(section, "protection", List.of("none", "starttls", "tls"))
                                .toUpperCase(java.util.Locale.ROOT)
                        : "STARTTLS");
        List<String> to = section.texts("to");
        if (to.isEmpty()) {
            throw section.wrong("to", "is missing; it is a list of e-mail addresses");
        }
        to.forEach(address -> checkAddress(section, "to", address));
        checkAddress(section, "from", section.needed("from"));
        var server = new AlertTarget.Mail.Server(
                section.needed("host"),
                section.number("port", protection == AlertTarget.Mail.Protection.TLS ? 465 : 587, 1, 65_535),
                protection,
                section.text("user").orElse(null),
                section.text("password").orElse(null));
        return new AlertTarget.Mail(server, section.needed("from"), to);
    }

    private static void checkAddress(YamlSection section, String key, String address) {
        if (!address.matches("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,255}")) {
            throw section.wrong(key, address, "an e-mail address such as team@example.com");
        }
    }

    private static @Nullable String authorization(YamlSection section) {
        if (section.has("token")) {
            return "Bearer " + section.needed("token");
        }
        if (!section.has("user")) {
            return null;
        }
        byte[] both = (section.needed("user") + ":" + section.needed("password")).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String secret(YamlSection section, String key) {
        return section.parsed(key, MIN_SECRET + " or more characters", text -> {
            if (text.length() < MIN_SECRET) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    /** Secrets travel there: only over TLS or within this machine, but where plain HTTP within a network is usual. */
    private static URI url(YamlSection section, String key, boolean mayBePlain) {
        return section.parsed(key, mayBePlain ? "an http or https address" : "an https address", text -> {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean isHere =
                    host != null && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
            boolean isPlain = "http".equals(uri.getScheme()) && (mayBePlain || isHere);
            if (host == null || uri.getUserInfo() != null || !("https".equals(uri.getScheme()) || isPlain)) {
                throw new IllegalArgumentException();
            }
            return uri;
        });
    }

    private static Viewer viewer(YamlSection section) {
        if (!section.has("sees")) {
            throw section.wrong(
                    "sees",
                    "is missing; say \"sees: all\", or \"sees: {areas: [Oncology]}\" for those who may see less");
        }
        if (section.isText("sees")) {
            oneOf(section, "sees", List.of("all"));
            return Viewer.ALL;
        }
        YamlSection sees = java.util.Objects.requireNonNull(section.section("sees"));
        sees.allowOnly(List.of("areas", "user"));
        List<String> areas = sees.texts("areas");
        String user = sees.text("user").orElse(null);
        if (areas.isEmpty() && user == null) {
            throw section.wrong("sees", "names nothing; it takes areas and user");
        }
        return new Viewer(false, areas, user);
    }

    private static AlertFilter filter(YamlSection section) {
        YamlSection only = section.section("only");
        List<Integer> grown = section.numbers("grown", AlertFilter.USUALLY_GROWN, 2, MAX_COUNT);
        if (only == null) {
            AlertFilter all = AlertFilter.ALL;
            return new AlertFilter(
                    all.kinds(), all.classes(), all.areas(), all.models(), all.environments(), all.runs(), grown);
        }
        only.allowOnly(List.of("kinds", "classes", "areas", "models", "environments", "runs"));
        return new AlertFilter(
                eachOf(only, "kinds", AlertKind.words()).stream()
                        .map(AlertKind::of)
                        .toList(),
                eachOf(only, "classes", CLASSES),
                only.texts("areas"),
                only.texts("models"),
                only.texts("environments"),
                only.number("runs", 1, 1, MAX_COUNT),
                grown);
    }

    private static AlertPace.@Nullable Quiet quiet(@Nullable YamlSection section) {
        if (section == null) {
            return null;
        }
        section.allowOnly(List.of("from", "to", "zone"));
        return new AlertPace.Quiet(
                section.parsed("from", "a time such as 22:00", LocalTime::parse),
                section.parsed("to", "a time such as 07:00", LocalTime::parse),
                section.parsed("zone", "a time zone such as Europe/Zurich", ZoneId::of));
    }

    private static void allow(YamlSection section, String... more) {
        var keys = new ArrayList<>(COMMON);
        keys.addAll(List.of(more));
        section.allowOnly(keys);
    }

    private static String oneOf(YamlSection section, String key, List<String> words) {
        String word = section.needed(key);
        if (!words.contains(word)) {
            throw section.wrong(key, word, words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words));
        }
        return word;
    }

    private static List<String> eachOf(YamlSection section, String key, List<String> words) {
        List<String> given = section.texts(key);
        for (String word : given) {
            if (!words.contains(word)) {
                throw section.wrong(key, word, "among " + String.join(", ", words));
            }
        }
        return given;
    }
}
