package scenariorca.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClassifier;
import scenariorca.logs.HttpRequest;
import scenariorca.logs.LogEvent;
import scenariorca.logs.LogIds;
import scenariorca.logs.LogLine;
import scenariorca.logs.LogOrigin;
import scenariorca.logs.Logs;

/** Stages log lines: learns their pattern and writes each as a row of log_line, with every text bounded. */
final class LogLineWriter {
    static final String TARGET =
            "log_line (line_no, log_timestamp, is_kept, may_be_copy, log_group, event_id, severity,"
                    + " environment, message, part_count, subject, correlation_id, scenario_id, run_id, node_id, user_id,"
                    + " request_duration_ms, http_status, http_method, request_path, class_no, ingested_at, log_stream, stack_trace,"
                    + " service_name, unparsed_reason, redactions, later_parts, metadata)";

    /** Columns of which a line left out has none. */
    private static final int COLUMNS_OF_KEPT = 19;

    private static final int MAX_ID = 200;
    private static final int MAX_NAME = 512;
    private static final int MAX_MESSAGE = 32_768;
    private static final int MAX_STACK = 131_072;
    private static final int MAX_ENVIRONMENT = 50;
    /** What claims to have taken longer is no measurement. */
    private static final Duration LONGEST_REQUEST = Duration.ofDays(3_650);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final BinaryCopy copy;
    private final ErrorClassifier classifier;
    private final LogSelection selection;
    private final StagedLines staged;

    LogLineWriter(BinaryCopy copy, ErrorClassifier classifier, LogSelection selection, StagedLines staged) {
        this.copy = copy;
        this.classifier = classifier;
        this.selection = selection;
        this.staged = staged;
    }

    /**
     * What is made of a line for its row.
     *
     * @param classNo kind of error; null for a line that is none
     * @param metadata JSON; null when there is nothing to say
     * @param durationMillis of a request; null when the line does not say
     */
    private record Derived(
            @Nullable Integer classNo,
            @Nullable String metadata,
            @Nullable Long durationMillis) {}

    /** @param environment of a line that names none; null when unknown */
    void write(ParsedLine parsed, @Nullable String environment) {
        ParsedLine prepared = parsed;
        Derived derived;
        try {
            derived = derive(prepared.line());
        } catch (RuntimeException | StackOverflowError e) { // no single line may stop a load
            prepared = ParsedLine.unreadable(prepared.line().event(), e);
            derived = derive(prepared.line());
        }
        write(prepared, derived, environment);
    }

    private Derived derive(LogLine line) {
        if (!selection.keeps(line)) {
            return new Derived(null, null, null);
        }
        @Nullable
        Duration duration =
                line instanceof LogLine.Access access ? access.request().duration() : null;
        return new Derived(
                classNumber(line),
                metadata(line, origin(line)),
                duration == null ? null : duration.compareTo(LONGEST_REQUEST) > 0 ? null : duration.toMillis());
    }

    private void write(ParsedLine prepared, Derived derived, @Nullable String environment) {
        LogLine line = prepared.line();
        boolean isKept = selection.keeps(line);
        String eventId = eventId(line.event().eventId());
        long micros = micros(line.event().timestamp());
        boolean mayBeCopy = staged.note(
                line, eventId, micros, isKept, !prepared.redactions().isEmpty());
        line.event().laterParts().forEach(part -> staged.notePart(line.event().group(), eventId(part.eventId())));
        try {
            copy.row().bigint(staged.lines()).time(micros).flag(isKept).flag(mayBeCopy);
            if (isKept) {
                kept(prepared, derived, eventId, environment);
            } else {
                leftOut(line, eventId, environment);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database said, when that is why a row could not be written; null when it is not. */
    static @Nullable SQLException databaseFailure(UncheckedIOException failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause != null && cause.getCause() instanceof SQLException found ? found : null;
    }

    /** Its place, its hour and its severity: what counting it needs. */
    private void leftOut(LogLine line, String eventId, @Nullable String environment) throws IOException {
        copy.text(line.event().group())
                .text(eventId)
                .text(line.severity().name())
                .text(environment(origin(line), environment))
                .text("")
                .integer(1);
        for (int column = 0; column < COLUMNS_OF_KEPT; column++) {
            copy.none();
        }
    }

    private void kept(ParsedLine prepared, Derived derived, String eventId, @Nullable String environment)
            throws IOException {
        LogLine line = prepared.line();
        LogEvent event = line.event();
        LogOrigin origin = origin(line);
        @Nullable String stack = line instanceof LogLine.Message message ? message.stackTrace() : null;
        copy.text(event.group())
                .text(eventId)
                .text(line.severity().name())
                .text(environment(origin, environment))
                .text(bounded(line.message(), MAX_MESSAGE))
                .integer(event.parts());
        ids(ids(line));
        request(line instanceof LogLine.Access access ? access.request() : null, derived.durationMillis());
        if (derived.classNo() == null) {
            copy.none();
        } else {
            copy.integer(derived.classNo());
        }
        @Nullable Instant ingestedAt = event.ingestedAt();
        if (ingestedAt == null) {
            copy.none();
        } else {
            copy.time(micros(ingestedAt));
        }
        copy.text(bounded(event.stream(), MAX_NAME))
                .text(boundedOrNull(stack, MAX_STACK))
                .text(boundedOrNull(origin.service(), MAX_ID))
                .text(line instanceof LogLine.Unparsed unread ? unread.reason() : null)
                .text(counts(prepared.redactions()))
                .texts(parts(event.laterParts()))
                .json(derived.metadata());
    }

    private void ids(LogIds ids) throws IOException {
        copy.id(CorrelationHash.of(ids))
                .id(CorrelationHash.real(ids.correlationId()))
                .id(CorrelationHash.real(ids.scenarioId()))
                .id(CorrelationHash.real(ids.runId()))
                .id(CorrelationHash.real(ids.nodeId()))
                .text(boundedOrNull(ids.userId(), MAX_ID));
    }

    private void request(@Nullable HttpRequest request, @Nullable Long durationMillis) throws IOException {
        if (request == null) {
            copy.none().none().none().none();
            return;
        }
        if (durationMillis == null) {
            copy.none();
        } else {
            copy.bigint(durationMillis);
        }
        copy.integer(request.status()).text(request.method()).text(bounded(request.path(), MAX_NAME * 4));
    }

    /** Only what is at least a warning is an example of an error. */
    private @Nullable Integer classNumber(LogLine line) {
        if (!Logs.isError(line)) {
            return null;
        }
        @Nullable String stack = line instanceof LogLine.Message message ? message.stackTrace() : null;
        String text = clean(bounded(line.message(), MAX_MESSAGE));
        return classifier.learnLine(stack == null ? text : text + "\n" + clean(bounded(stack, MAX_STACK)));
    }

    private static LogIds ids(LogLine line) {
        return switch (line) {
            case LogLine.Message message -> message.ids();
            case LogLine.Access access -> access.ids();
            case LogLine.Unparsed _ -> LogIds.NONE;
        };
    }

    private static LogOrigin origin(LogLine line) {
        return switch (line) {
            case LogLine.Message message -> message.origin();
            case LogLine.Access access -> access.origin();
            case LogLine.Unparsed _ -> LogOrigin.NONE;
        };
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

    private static @Nullable String metadata(LogLine line, LogOrigin origin) {
        Map<String, String> fields = switch (line) {
            case LogLine.Message message -> message.fields();
            case LogLine.Access access -> access.fields();
            case LogLine.Unparsed _ -> Map.of();
        };
        return new JsonObjectText()
                .fields(fields)
                .field("logger", origin.logger())
                .field("thread", origin.thread())
                .written();
    }

    /** The database holds no NUL. */
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

    /** Of each part: microseconds, a space, the event's id. */
    private static List<String> parts(List<LogEvent.Part> parts) {
        return parts.stream()
                .map(part -> micros(part.timestamp()) + " " + eventId(part.eventId()))
                .toList();
    }

    private static long micros(Instant time) {
        Instant believable = believable(time);
        return believable.getEpochSecond() * 1_000_000 + (believable.getNano() + 500) / 1_000;
    }

    /** A time the database can hold; one beyond is put at the end of what it can. */
    private static Instant believable(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
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
