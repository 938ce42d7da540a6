package scenariorca.logs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads log events of any convention. Never fails: what cannot be read is a value. Safe to share between threads. */
public final class LogParser {
    /** Below this share of printable characters a text is no text. */
    private static final double MIN_PRINTABLE = 0.7;

    private static final int MAX_TESTED_CHARS = 32_768;
    /** A line within a line within a line; deeper ones stay text. */
    private static final int MAX_NESTED = 3;

    /** The line that an event is. */
    public LogLine parse(LogEvent event) {
        return parse(event, 0);
    }

    /**
     * The time that a line tells of itself, UTC when it has no zone; null when it tells none.
     *
     * @param near a moment close by, for what the text leaves out
     */
    public @Nullable Instant writtenAt(String text, Instant near) {
        return origin(parse(LogEvent.of(new RawLogEvent("-", "", "-", near, null, PlainText.of(text)))))
                .loggedAt();
    }

    private LogLine parse(LogEvent event, int depth) {
        Envelope envelope = Envelope.open(event.message());
        String text = envelope.text().strip();
        if (text.isEmpty()) {
            return new LogLine.Unparsed(event, "", "empty");
        }
        if (text.charAt(0) != '{') {
            return isText(text)
                    ? PlainReading.read(event, envelope, text)
                    : new LogLine.Unparsed(event, text, "not text");
        }
        return JsonLine.read(text)
                .map(object -> json(event, envelope, object, depth))
                .or(() -> traced(event, envelope, text, depth))
                .or(() -> JsonLine.readCut(text).map(object -> json(event, envelope, object, depth)))
                .orElseGet(() -> new LogLine.Unparsed(event, TextParts.bounded(text), "broken JSON"));
    }

    /** A JSON line with a stack trace printed under it; empty when it is none. */
    private Optional<LogLine> traced(LogEvent event, Envelope envelope, String text, int depth) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        String rest = text.substring(end + 1);
        return JsonLine.read(text.substring(0, end).strip())
                .map(object -> json(event, envelope, object, depth))
                .map(line -> line instanceof LogLine.Message message ? under(message, rest) : line);
    }

    private static LogLine under(LogLine.Message line, String trace) {
        return new LogLine.Message(
                line.event(),
                line.severity() == Severity.UNKNOWN ? Severity.ERROR : line.severity(),
                line.message(),
                line.ids(),
                line.origin(),
                line.stackTrace() == null ? trace : line.stackTrace() + "\n" + trace,
                line.fields());
    }

    private LogLine json(LogEvent event, Envelope envelope, JsonLine object, int depth) {
        Fields fields = object.fields();
        @Nullable String inner = object.inner();
        @Nullable String message = inner == null ? fields.message() : inner;
        boolean isNested = message != null
                && message.startsWith("{")
                && message.stripTrailing().endsWith("}");
        if (depth < MAX_NESTED && message != null && (inner != null || isNested)) {
            LogLine line = parse(event.withMessage(message), depth + 1);
            if (inner != null || !(line instanceof LogLine.Unparsed)) {
                return filled(event, line, Structured.of(event, envelope, fields, message));
            }
        }
        Optional<StructuredKinds> kind = StructuredKinds.read(object);
        if (kind.isPresent()) {
            return Structured.of(event, envelope, fields, kind.get());
        }
        boolean isSaid = message != null || !fields.cause().isEmpty();
        return Structured.of(event, envelope, fields, isSaid ? message : object.compact());
    }

    /** An inner line as the line of the whole event; what it does not say, the outer one does. */
    private static LogLine filled(LogEvent event, LogLine inner, LogLine outer) {
        if (inner instanceof LogLine.Unparsed line) {
            return new LogLine.Unparsed(event, line.message(), line.reason());
        }
        Severity severity = inner.severity() == Severity.UNKNOWN ? outer.severity() : inner.severity();
        LogIds ids = ids(inner).or(ids(outer));
        LogOrigin origin = origin(inner).or(origin(outer));
        var fields = new HashMap<String, String>(fields(outer));
        fields.remove("log");
        fields.putAll(fields(inner));
        return inner instanceof LogLine.Access access
                ? new LogLine.Access(event, severity, inner.message(), ids, origin, access.request(), fields)
                : new LogLine.Message(
                        event, severity, inner.message(), ids, origin, ((LogLine.Message) inner).stackTrace(), fields);
    }

    private static LogIds ids(LogLine line) {
        return line instanceof LogLine.Message message
                ? message.ids()
                : line instanceof LogLine.Access access ? access.ids() : LogIds.NONE;
    }

    private static LogOrigin origin(LogLine line) {
        return line instanceof LogLine.Message message
                ? message.origin()
                : line instanceof LogLine.Access access ? access.origin() : LogOrigin.NONE;
    }

    private static Map<String, String> fields(LogLine line) {
        return line instanceof LogLine.Message message
                ? message.fields()
                : line instanceof LogLine.Access access ? access.fields() : Map.of();
    }

    static LogIds ids(Envelope envelope) {
        return ids(envelope.requestId());
    }

    static LogIds ids(@Nullable UUID requestId) {
        return requestId == null ? LogIds.NONE : new LogIds(requestId, null, null, null, null);
    }

    private static boolean isText(String text) {
        int length = Math.min(text.length(), MAX_TESTED_CHARS);
        int printable = 0;
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            boolean isPrintable = letter >= ' ' && letter != 0x7f && letter != 0xfffd;
            printable += isPrintable || letter == '\n' || letter == '\t' || letter == '\r' ? 1 : 0;
        }
        return printable >= MIN_PRINTABLE * length;
    }
}
