package scenariorca.logs;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads log events of any convention. Never fails: what cannot be read is a value. Safe to share between threads. */
public final class LogParser {
    /** Below this share of printable characters a text is no text. */
    private static final double MIN_PRINTABLE = 0.7;

    private static final int MAX_MESSAGE_CHARS = 32_768;
    private static final Pattern TRACE_START = Pattern.compile(
            "\\n(?=\\s+at [\\w.$/@]+\\(|Traceback \\(most recent|\\s+File \"|Caused by: |(?:[\\w$]+\\.){1,12}[A-Z]\\w*(?:Exception|Error)\\b)");
    private static final Pattern TRACE_FRAME =
            Pattern.compile("(?m)^\\s+(?:at [\\w.$/@<>-]+\\(|File \"[^\"]{1,300}\", line \\d+)");

    /** The line that an event is. */
    public LogLine parse(LogEvent event) {
        Envelope envelope = Envelope.open(event.message());
        String text = envelope.text().strip();
        if (text.isEmpty()) {
            return new LogLine.Unparsed(event, "", "empty");
        }
        if (text.charAt(0) != '{') {
            return isText(text) ? plain(event, envelope, text) : new LogLine.Unparsed(event, text, "not text");
        }
        return JsonLine.read(text)
                .map(object -> json(event, envelope, object))
                .or(() -> traced(event, envelope, text))
                .orElseGet(() -> new LogLine.Unparsed(event, bounded(text), "broken JSON"));
    }

    /** A JSON line with a stack trace printed under it; empty when it is none. */
    private Optional<LogLine> traced(LogEvent event, Envelope envelope, String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        String rest = text.substring(end + 1);
        return JsonLine.read(text.substring(0, end).strip())
                .map(object -> json(event, envelope, object))
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

    private LogLine json(LogEvent event, Envelope envelope, JsonLine object) {
        @Nullable String inner = object.inner();
        if (inner != null) {
            return with(event, parse(event.withMessage(inner)));
        }
        Fields fields = object.fields();
        @Nullable String message = fields.get(FieldRole.MESSAGE);
        return structured(event, envelope, fields, message == null ? object.compact() : message);
    }

    /** An inner line as the line of the whole event. */
    private static LogLine with(LogEvent event, LogLine inner) {
        if (inner instanceof LogLine.Message line) {
            return new LogLine.Message(
                    event,
                    line.severity(),
                    line.message(),
                    line.ids(),
                    line.origin(),
                    line.stackTrace(),
                    line.fields());
        }
        if (inner instanceof LogLine.Access line) {
            return new LogLine.Access(
                    event, line.severity(), line.message(), line.ids(), line.origin(), line.request(), line.fields());
        }
        LogLine.Unparsed line = (LogLine.Unparsed) inner;
        return new LogLine.Unparsed(event, line.message(), line.reason());
    }

    private static LogLine structured(LogEvent event, Envelope envelope, Fields fields, String written) {
        Split split = Split.of(written);
        LogIds ids = fields.ids().or(ids(envelope)).or(IdFinder.find(split.message()));
        LogOrigin origin = fields.origin().at(envelope.time());
        @Nullable String stack = fields.has(FieldRole.STACK) ? fields.get(FieldRole.STACK) : split.stackTrace();
        Optional<Severity> severity = fields.severity().or(() -> Optional.ofNullable(envelope.severity()));
        Optional<HttpRequest> request = fields.request().or(() -> AccessPatterns.find(split.message()));
        if (request.isPresent() && stack == null) {
            HttpRequest found = request.get();
            return new LogLine.Access(
                    event, severity.orElse(found.severity()), split.message(), ids, origin, found, fields.others());
        }
        Severity known = severity.orElse(stack == null ? Severity.UNKNOWN : Severity.ERROR);
        return new LogLine.Message(event, known, split.message(), ids, origin, stack, fields.others());
    }

    private static LogLine plain(LogEvent event, Envelope envelope, String text) {
        Split split = Split.of(text);
        Optional<Fields> logfmt = Logfmt.read(split.message());
        if (logfmt.isPresent() && split.stackTrace() == null) {
            Fields fields = logfmt.get();
            @Nullable String message = fields.get(FieldRole.MESSAGE);
            return structured(event, envelope, fields, message == null ? split.message() : message);
        }
        PlainLine line = PlainLine.read(split.message());
        LogIds ids = IdFinder.find(split.message()).or(ids(envelope));
        LogOrigin origin = line.origin().at(envelope.time());
        Optional<Severity> severity = Optional.ofNullable(envelope.severity()).or(line::severity);
        Optional<HttpRequest> request =
                split.stackTrace() == null ? request(split.message(), line.message()) : Optional.empty();
        if (request.isPresent()) {
            HttpRequest found = request.get();
            return new LogLine.Access(
                    event, severity.orElse(found.severity()), line.message(), ids, origin, found, Map.of());
        }
        Severity known = severity.orElse(split.stackTrace() == null ? Severity.UNKNOWN : Severity.ERROR);
        return new LogLine.Message(event, known, line.message(), ids, origin, split.stackTrace(), Map.of());
    }

    /** A request in the words of an access log, or in pairs: {@code access method=GET path=/ status=200}. */
    private static Optional<HttpRequest> request(String whole, String message) {
        return AccessPatterns.find(whole)
                .or(() ->
                        message.contains("status") ? Logfmt.after(message).flatMap(Fields::request) : Optional.empty());
    }

    private static LogIds ids(Envelope envelope) {
        @Nullable UUID requestId = envelope.requestId();
        return requestId == null ? LogIds.NONE : new LogIds(requestId, null, null, null, null);
    }

    private static boolean isText(String text) {
        int length = Math.min(text.length(), MAX_MESSAGE_CHARS);
        int printable = 0;
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            boolean isPrintable = letter >= ' ' && letter != 0x7f && letter != 0xfffd;
            printable += isPrintable || letter == '\n' || letter == '\t' || letter == '\r' ? 1 : 0;
        }
        return printable >= MIN_PRINTABLE * length;
    }

    private static String bounded(String text) {
        return text.length() <= MAX_MESSAGE_CHARS ? text : text.substring(0, MAX_MESSAGE_CHARS);
    }

    /**
     * A message and the stack trace under it.
     *
     * @param stackTrace null without one
     */
    private record Split(String message, @Nullable String stackTrace) {
        static Split of(String text) {
            if (text.indexOf('\n') < 0 || !TRACE_FRAME.matcher(text).find()) {
                return new Split(bounded(text), null);
            }
            if (text.startsWith("Traceback (most recent call last):")) {
                return new Split(lastLine(text), text);
            }
            String[] parts = TRACE_START.split(text, 2);
            return new Split(
                    bounded(parts[0].strip()),
                    parts.length < 2 ? text : text.substring(parts[0].length()).strip());
        }

        /** What a Python trace ends with says more than how it begins. */
        private static String lastLine(String text) {
            return bounded(text.lines()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .reduce((one, other) -> other)
                    .orElse(text));
        }
    }
}
