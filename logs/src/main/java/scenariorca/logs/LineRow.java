package scenariorca.logs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is stored, every text bounded. Whoever stores lines stores these, so that all stores agree.
 *
 * @param parts events of the source it was made of
 * @param laterParts of each part after the first: microseconds since 1970, a blank, the event's id
 * @param errorText what its pattern is found by; null where it is less than a warning
 * @param redactions what was taken out, by kind. Example: {@code email=1,secret=2}; null when nothing was
 * @param metadata further fields as JSON; null without any
 */
public record LineRow(
        Place place,
        Text text,
        LogIds ids,
        @Nullable Request request,
        int parts,
        List<String> laterParts,
        @Nullable String errorText,
        @Nullable String redactions,
        @Nullable String metadata) {
    private static final int MAX_ID = 200;
    private static final int MAX_NAME = 512;
    private static final int MAX_MESSAGE = 32_768;
    private static final int MAX_STACK = 131_072;
    private static final int MAX_ENVIRONMENT = 50;
    /** What claims to have taken longer is no measurement. */
    private static final Duration LONGEST_REQUEST = Duration.ofDays(3_650);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public LineRow {
        laterParts = List.copyOf(laterParts);
    }

    /**
     * Where and when.
     *
     * @param eventId the source's id; its hash where it is too long for an index
     * @param stream null for a line that is left out
     * @param micros since 1970
     * @param ingestedMicros null when unknown
     */
    public record Place(
            String group,
            String eventId,
            @Nullable String stream,
            long micros,
            @Nullable Long ingestedMicros) {}

    /**
     * What it says.
     *
     * @param severity the word. Example: {@code WARN}
     * @param environment dev, sit, uat, prod or its own word; null when unknown
     * @param unparsedReason why it could not be read; null when it could
     */
    public record Text(
            String severity,
            @Nullable String environment,
            @Nullable String service,
            String message,
            @Nullable String stackTrace,
            @Nullable String unparsedReason) {}

    /** @param durationMillis null when the line does not say, or says what cannot be */
    public record Request(
            String method,
            String path,
            int status,
            @Nullable Long durationMillis) {}

    /**
     * The whole line.
     *
     * @param environment of a line that names none; null when unknown
     */
    public static LineRow of(ParsedLine parsed, @Nullable String environment) {
        LogLine line = parsed.line();
        LogEvent event = line.event();
        @Nullable Instant ingested = event.ingestedAt();
        @Nullable String stack = line instanceof LogLine.Message message ? message.stackTrace() : null;
        return new LineRow(
                new Place(
                        event.group(),
                        eventId(event.eventId()),
                        bounded(event.stream(), MAX_NAME),
                        micros(event.timestamp()),
                        ingested == null ? null : micros(ingested)),
                new Text(
                        line.severity().name(),
                        environment(line.origin(), environment),
                        boundedOrNull(line.origin().service(), MAX_ID),
                        bounded(line.message(), MAX_MESSAGE),
                        boundedOrNull(stack, MAX_STACK),
                        line instanceof LogLine.Unparsed unread ? unread.reason() : null),
                real(line.ids()),
                line instanceof LogLine.Access access ? request(access.request()) : null,
                event.parts(),
                parts(event.laterParts()),
                errorText(line, stack),
                counts(parsed.redactions()),
                metadata(line));
    }

    /** What counting a line that is not stored needs: its place, its severity and its environment. */
    public static LineRow leftOut(ParsedLine parsed, @Nullable String environment) {
        LogLine line = parsed.line();
        LogEvent event = line.event();
        return new LineRow(
                new Place(event.group(), eventId(event.eventId()), null, micros(event.timestamp()), null),
                new Text(line.severity().name(), environment(line.origin(), environment), null, "", null, null),
                LogIds.NONE,
                null,
                1,
                List.of(),
                null,
                null,
                null);
    }

    /** Whom it speaks of as one id: lines that name the same have the same; null when it names nobody. */
    public @Nullable UUID subject() {
        return subject(ids);
    }

    /** The same, for ids. */
    public static @Nullable UUID subject(LogIds ids) {
        return CorrelationHash.of(ids);
    }

    private static Request request(HttpRequest request) {
        @Nullable Duration duration = request.duration();
        return new Request(
                request.method(),
                bounded(request.path(), MAX_NAME * 4),
                request.status(),
                duration == null || duration.compareTo(LONGEST_REQUEST) > 0 ? null : duration.toMillis());
    }

    /** Only what is at least a warning is an example of an error. */
    private static @Nullable String errorText(LogLine line, @Nullable String stack) {
        if (!Logs.isError(line)) {
            return null;
        }
        String text = clean(bounded(line.message(), MAX_MESSAGE));
        return stack == null ? text : text + "\n" + clean(bounded(stack, MAX_STACK));
    }

    private static LogIds real(LogIds ids) {
        return new LogIds(
                CorrelationHash.real(ids.correlationId()),
                CorrelationHash.real(ids.scenarioId()),
                CorrelationHash.real(ids.runId()),
                CorrelationHash.real(ids.nodeId()),
                boundedOrNull(ids.userId(), MAX_ID));
    }

    private static @Nullable String environment(LogOrigin origin, @Nullable String otherwise) {
        @Nullable String named = origin.environment();
        if (named == null) {
            return otherwise;
        }
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "production", "prd", "live" -> "prod";
            case "development" -> "dev";
            case "integration" -> "sit";
            case "acceptance", "staging", "stage" -> "uat";
            default -> bounded(named.toLowerCase(Locale.ROOT), MAX_ENVIRONMENT);
        };
    }

    private static @Nullable String metadata(LogLine line) {
        return new JsonObjectText()
                .fields(line.fields())
                .field("logger", line.origin().logger())
                .field("thread", line.origin().thread())
                .written();
    }

    /** A database holds no NUL. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }

    private static @Nullable String counts(Map<String, Integer> redactions) {
        return redactions.isEmpty()
                ? null
                : new TreeMap<>(redactions)
                        .entrySet().stream()
                                .map(entry -> entry.getKey().replaceAll("[=,]", "_") + "=" + entry.getValue())
                                .collect(Collectors.joining(","));
    }

    private static List<String> parts(List<LogEvent.Part> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        return parts.stream()
                .map(part -> micros(part.timestamp()) + " " + eventId(part.eventId()))
                .toList();
    }

    /** Microseconds since 1970; a time that no database can hold is put at the end of what it can. */
    private static long micros(Instant time) {
        Instant believable = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return believable.getEpochSecond() * 1_000_000 + (believable.getNano() + 500) / 1_000;
    }

    /** The service's id; its hash where it is too long for an index. */
    private static String eventId(String id) {
        if (id.length() <= MAX_ID) {
            return id;
        }
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bounded(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars);
    }

    private static @Nullable String boundedOrNull(@Nullable String text, int chars) {
        return text == null ? null : bounded(text, chars);
    }
}
