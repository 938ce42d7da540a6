package scenariorca.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClassifier;
import scenariorca.logs.HttpRequest;
import scenariorca.logs.LogEvent;
import scenariorca.logs.LogIds;
import scenariorca.logs.LogLine;
import scenariorca.logs.LogOrigin;
import scenariorca.logs.Severity;
import scenariorca.platform.Json;

/** Stages log lines: learns their pattern and writes each as a row of log_line, with every text bounded. */
final class LogLineWriter {
    static final String TARGET = "log_line (line_no, log_timestamp, ingested_at, correlation_id, scenario_id, run_id,"
            + " node_id, request_duration_ms, class_no, http_status, part_count, is_kept, log_group, event_id,"
            + " log_stream, severity, message, stack_trace, user_id, environment, service_name, http_method,"
            + " request_path, unparsed_reason, redactions, later_parts, metadata)";

    private static final int MAX_ID = 200;
    private static final int MAX_NAME = 512;
    private static final int MAX_MESSAGE = 32_768;
    private static final int MAX_STACK = 131_072;
    private static final int MAX_ENVIRONMENT = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final CopyWriter copy;
    private final ErrorClassifier classifier;
    private final LogSelection selection;
    private long lines;

    LogLineWriter(CopyWriter copy, ErrorClassifier classifier, LogSelection selection) {
        this.copy = copy;
        this.classifier = classifier;
        this.selection = selection;
    }

    /** @param environment of a line that names none; null when unknown */
    void write(PreparedLine prepared, @Nullable String environment) {
        LogLine line = prepared.line();
        boolean isKept = selection.keeps(line);
        lines++;
        try {
            if (isKept) {
                kept(prepared, environment);
            } else {
                leftOut(line, environment);
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

    private void leftOut(LogLine line, @Nullable String environment) throws IOException {
        LogEvent event = line.event();
        copy.row(
                Long.toString(lines),
                time(event.timestamp()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "1",
                "f",
                event.group(),
                eventId(event.eventId()),
                null,
                line.severity().name(),
                "",
                null,
                null,
                environment(origin(line), environment),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void kept(PreparedLine prepared, @Nullable String environment) throws IOException {
        LogLine line = prepared.line();
        LogEvent event = line.event();
        LogIds ids = ids(line);
        LogOrigin origin = origin(line);
        @Nullable HttpRequest request = line instanceof LogLine.Access access ? access.request() : null;
        @Nullable String stack = line instanceof LogLine.Message message ? message.stackTrace() : null;
        copy.row(
                Long.toString(lines),
                time(event.timestamp()),
                event.ingestedAt() == null ? null : time(event.ingestedAt()),
                id(ids.correlationId()),
                id(ids.scenarioId()),
                id(ids.runId()),
                id(ids.nodeId()),
                request == null || request.duration() == null
                        ? null
                        : Long.toString(request.duration().toMillis()),
                classNumber(line, stack),
                request == null ? null : Integer.toString(request.status()),
                Integer.toString(event.parts()),
                "t",
                event.group(),
                eventId(event.eventId()),
                bounded(event.stream(), MAX_NAME),
                line.severity().name(),
                bounded(line.message(), MAX_MESSAGE),
                boundedOrNull(stack, MAX_STACK),
                boundedOrNull(ids.userId(), MAX_ID),
                environment(origin, environment),
                boundedOrNull(origin.service(), MAX_ID),
                request == null ? null : request.method(),
                request == null ? null : bounded(request.path(), MAX_NAME * 4),
                line instanceof LogLine.Unparsed unread ? unread.reason() : null,
                counts(prepared.redactions()),
                parts(event.laterParts()),
                metadata(line, origin));
    }

    /** Only what is at least a warning is an example of an error. */
    private @Nullable String classNumber(LogLine line, @Nullable String stack) {
        boolean isError = line.severity().compareTo(Severity.WARN) >= 0 && line.severity() != Severity.UNKNOWN;
        if (!isError) {
            return null;
        }
        String message = clean(bounded(line.message(), MAX_MESSAGE));
        String text = stack == null ? message : message + "\n" + clean(bounded(stack, MAX_STACK));
        return Integer.toString(classifier.learnLine(text));
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
        if (fields.isEmpty() && origin.logger() == null && origin.thread() == null) {
            return null;
        }
        var all = new TreeMap<String, String>();
        fields.forEach((name, value) -> all.put(clean(name), clean(value)));
        if (origin.logger() != null) {
            all.put("logger", clean(origin.logger()));
        }
        if (origin.thread() != null) {
            all.put("thread", clean(origin.thread()));
        }
        return Json.write(all);
    }

    /** JSON in the database holds no NUL. */
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

    /** As an array of text: microseconds, a space, the event's id. */
    private static @Nullable String parts(List<LogEvent.Part> parts) {
        return parts.isEmpty()
                ? null
                : parts.stream()
                        .map(part -> "\""
                                + (micros(part.timestamp()) + " " + eventId(part.eventId()))
                                        .replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static long micros(Instant time) {
        Instant believable = believable(time);
        return believable.getEpochSecond() * 1_000_000 + (believable.getNano() + 500) / 1_000;
    }

    /** A time the database can hold; one beyond is put at the end of what it can. */
    private static Instant believable(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    private static String time(Instant time) {
        return believable(time).toString();
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

    /** The id of all zeros is nobody's: programs write it for none. */
    private static @Nullable String id(@Nullable UUID id) {
        return id == null || id.equals(NOBODY) ? null : id.toString();
    }

    private static String bounded(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars);
    }

    private static @Nullable String boundedOrNull(@Nullable String text, int chars) {
        return text == null ? null : bounded(text, chars);
    }
}
