package scenariorca.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a structured line, sorted by what they mean; what means nothing to us stays a field. */
final class Fields {
    /** More fields than these are left out; the count says how many. */
    static final int MAX_FIELDS = 100;

    static final int MAX_VALUE_CHARS = 2_000;
    static final String LEFT_OUT = "fields_left_out";

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Map<FieldRole, String> known = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private LogIds ids = LogIds.NONE;
    private @Nullable Instant loggedAt;
    private int leftOut;

    void add(String name, String value) {
        FieldRole role = FieldRole.of(name);
        boolean isId = role != null && addId(role, value);
        boolean isNew = role != null && !isId && fits(role, value) && known.putIfAbsent(role, value) == null;
        if (isId || isNew) {
            return;
        }
        if (others.size() >= MAX_FIELDS) {
            leftOut++;
            return;
        }
        others.put(name, value.length() > MAX_VALUE_CHARS ? value.substring(0, MAX_VALUE_CHARS) : value);
    }

    private boolean addId(FieldRole role, String value) {
        if (role == FieldRole.USER) {
            boolean isFirst = ids.userId() == null && !value.isBlank();
            ids = isFirst ? ids.or(new LogIds(null, null, null, null, value)) : ids;
            return isFirst;
        }
        boolean isId = switch (role) {
            case CORRELATION, SCENARIO, RUN, NODE -> true;
            default -> false;
        };
        if (!isId) {
            return false;
        }
        LogIds found = Uuids.parse(value).map(id -> IdFinder.named(role, id)).orElse(LogIds.NONE);
        LogIds longer = ids.or(found);
        boolean isFirst = !longer.equals(ids);
        ids = longer;
        return isFirst;
    }

    /** Whether the value can be what its name says; {@code status=failed} is no HTTP status. */
    private boolean fits(FieldRole role, String value) {
        return switch (role) {
            case LEVEL -> Severity.of(value).isPresent();
            case TIME -> isTime(value);
            case STATUS -> isStatus(value);
            case DURATION_MS, DURATION_S -> milliseconds(value).isPresent();
            case METHOD -> METHODS.contains(value.toUpperCase(Locale.ROOT));
            case PATH -> value.startsWith("/") || value.startsWith("http");
            case CORRELATION, SCENARIO, RUN, NODE, USER -> false;
            case MESSAGE, LOGGER, THREAD, SERVICE, ENVIRONMENT, STACK -> true;
        };
    }

    private static boolean isStatus(String value) {
        return value.length() == 3
                && value.charAt(0) >= '1'
                && value.charAt(0) <= '5'
                && value.charAt(1) >= '0'
                && value.charAt(1) <= '9'
                && value.charAt(2) >= '0'
                && value.charAt(2) <= '9';
    }

    private boolean isTime(String value) {
        Optional<Instant> time = Timestamps.parse(value);
        if (loggedAt == null && time.isPresent()) {
            loggedAt = time.get();
        }
        return time.isPresent();
    }

    boolean has(FieldRole role) {
        return known.containsKey(role);
    }

    @Nullable
    String get(FieldRole role) {
        return known.get(role);
    }

    LogIds ids() {
        return ids;
    }

    Map<String, String> others() {
        if (leftOut > 0) {
            others.put(LEFT_OUT, Integer.toString(leftOut));
        }
        return others;
    }

    LogOrigin origin() {
        @Nullable String time = get(FieldRole.TIME);
        @Nullable
        Instant loggedAt = time == null ? null : Timestamps.parse(time).orElse(null);
        return new LogOrigin(
                get(FieldRole.LOGGER),
                get(FieldRole.THREAD),
                get(FieldRole.SERVICE),
                get(FieldRole.ENVIRONMENT),
                loggedAt);
    }

    Optional<Severity> severity() {
        @Nullable String level = get(FieldRole.LEVEL);
        return level == null ? Optional.empty() : Severity.of(level);
    }

    /** The request, when method, path and status are there. */
    Optional<HttpRequest> request() {
        @Nullable String method = get(FieldRole.METHOD);
        @Nullable String path = get(FieldRole.PATH);
        @Nullable String status = get(FieldRole.STATUS);
        if (method == null || path == null || status == null) {
            return Optional.empty();
        }
        @Nullable
        Duration duration = duration(FieldRole.DURATION_MS, 1.0)
                .orElse(duration(FieldRole.DURATION_S, 1_000.0).orElse(null));
        return Optional.of(new HttpRequest(
                method.toUpperCase(Locale.ROOT), AccessPatterns.path(path), Integer.parseInt(status), duration));
    }

    private Optional<Duration> duration(FieldRole role, double factor) {
        @Nullable String value = get(role);
        return value == null
                ? Optional.empty()
                : milliseconds(value).map(number -> Duration.ofNanos(Math.round(number * factor * 1e6)));
    }

    /** {@code 12}, {@code 12.5}, {@code 12ms}; {@code 1.5s} counts as 1500. */
    private static Optional<Double> milliseconds(String value) {
        java.util.regex.Matcher matcher = AccessPatterns.DURATION.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(AccessPatterns.milliseconds(matcher.group(1), matcher.group(2)));
    }
}
