package scenariorca.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a structured line, sorted by what they mean; what means nothing to us stays a field. */
final class Fields {
    /** More fields than these are left out; the count says how many. */
    static final int MAX_FIELDS = 100;

    static final int MAX_VALUE_CHARS = 2_000;
    static final String LEFT_OUT = "fields_left_out";

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<FieldRole> SCALES = List.of(
            FieldRole.LEVEL_SYSLOG,
            FieldRole.LEVEL_OTLP,
            FieldRole.LEVEL_PYTHON,
            FieldRole.LEVEL_LOGBACK,
            FieldRole.LEVEL_AZURE);

    /** A level as the first tag of a line. */
    private static final Pattern TAG = Pattern.compile("\\[\"(fatal|error|warning|warn|info|debug)\"");

    private final Map<FieldRole, String> known = new EnumMap<>(FieldRole.class);
    private final Map<String, String> others = new LinkedHashMap<>();
    private final CauseFields cause = new CauseFields();
    private LogIds ids = LogIds.NONE;
    /** The id of a trace or an operation: a request's where none is named so; with its field. */
    private @Nullable UUID tracing;

    private @Nullable String tracingField;
    private @Nullable String headlineField;
    private @Nullable Instant loggedAt;
    private boolean isGelf;
    private boolean isCompact;
    private int leftOut;

    void add(String name, String value) {
        FieldRole role = FieldRole.of(name);
        if (role != null && take(role, name, value)) {
            return;
        }
        if (others.size() >= MAX_FIELDS) {
            leftOut++;
            return;
        }
        others.put(name, value.length() > MAX_VALUE_CHARS ? value.substring(0, MAX_VALUE_CHARS) : value);
    }

    /** Whether the value is what its field's name says, the first such, and known by that alone from now on. */
    private boolean take(FieldRole role, String name, String value) {
        isGelf |= name.equals("short_message");
        isCompact |= name.equals("@mt") || name.equals("@m");
        switch (role) {
            case CORRELATION, SCENARIO, RUN, NODE, USER -> {
                return addId(role, name, value);
            }
            case CAUSE, CAUSE_TYPE -> {
                return cause.add(role, name, value);
            }
            case STACK -> {
                return CauseFields.isTrace(value)
                        ? known.putIfAbsent(role, value) == null
                        : CauseFields.isException(name) && cause.add(FieldRole.CAUSE, name, value);
            }
            case HEADLINE -> {
                if (headlineField == null && !value.isBlank()) {
                    headlineField = name;
                    known.put(role, value);
                }
                return false;
            }
            default -> {
                return fits(role, value) && known.putIfAbsent(role, value) == null;
            }
        }
    }

    private boolean addId(FieldRole role, String name, String value) {
        if (role == FieldRole.USER) {
            boolean isFirst = ids.userId() == null && !value.isBlank();
            ids = isFirst ? ids.or(new LogIds(null, null, null, null, value)) : ids;
            return isFirst;
        }
        // Google Cloud names a trace by its project: projects/p/traces/<id>.
        @Nullable
        UUID id = Uuids.parseAny(value.substring(value.lastIndexOf('/') + 1)).orElse(null);
        if (id == null) {
            return false;
        }
        if (role == FieldRole.CORRELATION && !IdFinder.isRequest(name)) {
            boolean isFirst = tracing == null;
            tracing = isFirst ? id : tracing;
            tracingField = isFirst ? name : tracingField;
            return isFirst;
        }
        LogIds longer = ids.or(IdFinder.named(role, id));
        boolean isFirst = !longer.equals(ids);
        ids = longer;
        return isFirst;
    }

    /** Whether the value can be what its name says; {@code status=failed} is no HTTP status. */
    private boolean fits(FieldRole role, String value) {
        return switch (role) {
            case LEVEL -> Severity.of(value).isPresent() || value.length() == 1 && Character.isDigit(value.charAt(0));
            case LEVEL_SYSLOG, LEVEL_OTLP, LEVEL_PYTHON, LEVEL_LOGBACK, LEVEL_AZURE ->
                Severity.ofNumber(role, value).isPresent();
            case TIME -> isTime(value);
            case STATUS -> isStatus(value);
            case DURATION_MS, DURATION_S -> milliseconds(value).isPresent();
            case METHOD -> METHODS.contains(value.toUpperCase(Locale.ROOT));
            case PATH -> value.startsWith("/") || value.startsWith("http");
            case MESSAGE -> !value.isBlank();
            case LOGGER, THREAD, SERVICE, ENVIRONMENT -> true;
            case CORRELATION, SCENARIO, RUN, NODE, USER, STACK, CAUSE, CAUSE_TYPE, HEADLINE -> false;
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
        Optional<Instant> time = Timestamps.parse(value).or(() -> WrittenTime.parse(value));
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

    /** One of the fields without a meaning; null when there is none. */
    @Nullable
    String other(String name) {
        return others.get(name);
    }

    /** What the line says: its message, else what stands for one; null without either. */
    @Nullable
    String message() {
        @Nullable String message = get(FieldRole.MESSAGE);
        if (message != null || headlineField == null) {
            return message;
        }
        @Nullable String headline = get(FieldRole.HEADLINE);
        others.remove(headlineField);
        return headline == null || headline.indexOf('{') < 0 ? headline : rendered(headline);
    }

    /** A message template with the values of its fields. */
    private String rendered(String template) {
        String text = template;
        for (Map.Entry<String, String> field : others.entrySet()) {
            text = text.replaceAll(
                    "\\{[@$]?" + Pattern.quote(field.getKey()) + "(?:[:,][^}]*)?\\}",
                    Matcher.quoteReplacement(field.getValue()));
        }
        return text;
    }

    CauseFields cause() {
        return cause;
    }

    LogIds ids() {
        @Nullable UUID trace = tracing;
        return trace == null ? ids : ids.or(IdFinder.named(FieldRole.CORRELATION, trace));
    }

    Map<String, String> others() {
        if (leftOut > 0) {
            others.put(LEFT_OUT, Integer.toString(leftOut));
        }
        if (tracing != null && tracingField != null) {
            others.put(tracingField, tracing.toString());
        }
        return others;
    }

    LogOrigin origin() {
        return new LogOrigin(
                get(FieldRole.LOGGER),
                get(FieldRole.THREAD),
                get(FieldRole.SERVICE),
                get(FieldRole.ENVIRONMENT),
                loggedAt);
    }

    /** By a word, else by a number on the scale that its field is known for, else by what a format leaves unsaid. */
    Optional<Severity> severity() {
        @Nullable String level = get(FieldRole.LEVEL);
        if (level != null) {
            boolean isNumber = level.length() == 1 && Character.isDigit(level.charAt(0));
            return isNumber && isGelf ? Severity.ofSyslog(level.charAt(0) - '0') : Severity.of(level);
        }
        for (FieldRole scale : SCALES) {
            @Nullable String number = get(scale);
            if (number != null) {
                return Severity.ofNumber(scale, number);
            }
        }
        if (others.containsKey("s") && others.containsKey("c") && others.containsKey("ctx")) {
            return Severity.of(others.get("s"));
        }
        if (isCompact) {
            return Optional.of(Severity.INFO);
        }
        @Nullable String tags = others.get("tags");
        Matcher tag = TAG.matcher(tags == null ? "" : tags);
        if (tag.lookingAt()) {
            return Severity.of(tag.group(1));
        }
        return "failure".equalsIgnoreCase(others.get("event.outcome")) ? Optional.of(Severity.ERROR) : Optional.empty();
    }

    /** The request, when method, path and status are there. */
    Optional<HttpRequest> request() {
        @Nullable String method = get(FieldRole.METHOD);
        @Nullable String path = get(FieldRole.PATH);
        @Nullable String status = get(FieldRole.STATUS);
        @Nullable String line = others.get("request");
        if (method == null && line != null && status != null) {
            return AccessPatterns.find(line + ' ' + status);
        }
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
        Matcher matcher = AccessPatterns.DURATION.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(AccessPatterns.milliseconds(matcher.group(1), matcher.group(2)));
    }
}
