package scenariorca.logs;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads requests in plain text: {@code "GET /path HTTP/1.1" 200 12ms} and its many relatives. */
final class AccessPatterns {
    static final Pattern DURATION = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s?(ms|msec|s|sec|us|\u00b5s|ns)?");

    private static final Pattern REQUEST = Pattern.compile(
            "\\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s+(?:[\\w.-]{4,100}\\t)?((?:https?://[^\\s\"]{1,200}|/)[^\\s\"]{0,2000})(?:\\s+HTTP/\\d(?:\\.\\d)?)?\"?");
    private static final Pattern STATUS = Pattern.compile(
            "^[^\\w\"]{0,8}(?:\\s*(?:status|code|responded|returned|answered|completed|with|->|=>)\\W{0,3}){0,3}([1-5]\\d\\d)\\b(?!\\.\\d|\\s?(?:ms|s|us|bytes)\\b)");
    private static final Pattern TOOK =
            Pattern.compile("(?<![\\w.])(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(ms|msec|s|sec|us|\u00b5s|ns)\\b");
    private static final Pattern TOOK_MS =
            Pattern.compile("(?i)(?:duration|elapsed|latency|took|time)_?ms\\W{1,3}(\\d{1,9}(?:\\.\\d{1,9})?)");
    private static final Pattern TRAILING_SECONDS = Pattern.compile("\\s(\\d{1,5}\\.\\d{3,6})\"?$");
    private static final Pattern STATUS_BEFORE = Pattern.compile(
            "(?:\\s(?:(?:-1|[\\d.]{1,12})\\s(?:-1|(?<seconds>\\d{1,9}\\.\\d{1,9}))\\s(?:-1|[\\d.]{1,12})|[\\d/+-]{5,60})\\s(?<status>[1-5]\\d\\d)\\s(?:(?:[1-5]\\d\\d|-)\\s\\d{1,12}|\\d{1,12}\\s-)\\s[^\"]{1,80}\"|\\w/(?<cached>[1-5]\\d\\d)\\s\\d{1,12}\\s)$");
    private static final Pattern COLUMNS =
            Pattern.compile("^\\s\\S+\\s\\d{2,5}\\s.{1,600}?\\s([1-5]\\d\\d)\\s\\d{1,3}\\s\\d{1,10}\\s(\\d{1,9})$");
    private static final int MAX_CHARS = 4_000;

    private AccessPatterns() {}

    static Optional<HttpRequest> find(String line) {
        if (line.length() > MAX_CHARS || line.indexOf(" /") < 0 && line.indexOf("://") < 0 && line.indexOf("\t/") < 0) {
            return Optional.empty();
        }
        Matcher request = REQUEST.matcher(line);
        if (!request.find()) {
            return Optional.empty();
        }
        String rest = line.substring(request.end());
        Matcher status = STATUS.matcher(rest);
        if (!status.find()) {
            return before(line, request).or(() -> server(line, request));
        }
        return Optional.of(new HttpRequest(
                request.group(1),
                path(request.group(2)),
                Integer.parseInt(status.group(1)),
                duration(rest.substring(status.end()))));
    }

    /** A load balancer's line has the status before the request, and the times of its three ways before that. */
    private static Optional<HttpRequest> before(String line, Matcher request) {
        Matcher status = STATUS_BEFORE.matcher(line.substring(0, request.start()));
        if (!status.find()) {
            return Optional.empty();
        }
        String own = status.group("status") == null ? status.group("cached") : status.group("status");
        @Nullable String seconds = status.group("seconds");
        return Optional.of(new HttpRequest(
                request.group(1),
                path(request.group(2)),
                Integer.parseInt(own),
                seconds == null ? null : nanos(milliseconds(seconds, "s"))));
    }

    /** A web server's line in columns: port, user, client, browser, then status and milliseconds. */
    private static Optional<HttpRequest> server(String line, Matcher request) {
        Matcher columns = COLUMNS.matcher(line.substring(request.end()));
        return columns.find()
                ? Optional.of(new HttpRequest(
                        request.group(1),
                        path(request.group(2)),
                        Integer.parseInt(columns.group(1)),
                        nanos(milliseconds(columns.group(2), "ms"))))
                : Optional.empty();
    }

    private static @Nullable Duration duration(String rest) {
        if (rest.contains("ms=") || rest.contains("ms\"") || rest.contains("ms:")) {
            Matcher plain = TOOK_MS.matcher(rest);
            if (plain.find()) {
                return nanos(milliseconds(plain.group(1), "ms"));
            }
        }
        Matcher took = TOOK.matcher(rest);
        if (took.find()) {
            return nanos(milliseconds(took.group(1), took.group(2)));
        }
        Matcher trailing = TRAILING_SECONDS.matcher(rest);
        return trailing.find() ? nanos(milliseconds(trailing.group(1), "s")) : null;
    }

    private static Duration nanos(double milliseconds) {
        return Duration.ofNanos(Math.round(milliseconds * 1e6));
    }

    static double milliseconds(String number, @Nullable String unit) {
        double value = Double.parseDouble(number);
        return switch (unit == null ? "ms" : unit) {
            case "s", "sec" -> value * 1_000;
            case "us", "\u00b5s" -> value / 1_000;
            case "ns" -> value / 1_000_000;
            default -> value;
        };
    }

    /** The path of a target, without host and query. */
    static String path(String target) {
        String path = target;
        int host = path.indexOf("://");
        if (host >= 0) {
            int slash = path.indexOf('/', host + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
