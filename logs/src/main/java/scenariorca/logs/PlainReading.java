package scenariorca.logs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of plain text, read: pairs, a database's report, or words with JSON behind them. */
final class PlainReading {
    private PlainReading() {}

    static LogLine read(LogEvent event, Envelope envelope, String text) {
        TextParts parts = TextParts.of(text);
        String message = parts.message();
        Optional<Fields> logfmt = parts.stackTrace() == null ? Logfmt.read(message) : Optional.empty();
        if (logfmt.isPresent()) {
            @Nullable String said = logfmt.get().message();
            boolean isSaid = said != null || !logfmt.get().cause().isEmpty();
            return Structured.of(event, envelope, logfmt.get(), isSaid ? said : message);
        }
        Optional<DatabaseReport> report = message.contains(":  ") ? report(message) : Optional.empty();
        PlainLine line = PlainLine.read(message, event.timestamp());
        return report.isPresent() ? database(event, envelope, line, report.get()) : plain(event, envelope, parts, line);
    }

    private static Optional<DatabaseReport> report(String message) {
        return DatabaseReport.of(message)
                .filter(report -> Severity.of(report.word()).isPresent());
    }

    private static LogLine plain(LogEvent event, Envelope envelope, TextParts parts, PlainLine line) {
        Optional<JsonLine> object = behind(line.message());
        @Nullable Fields fields = object.map(JsonLine::fields).orElse(null);
        String words = fields == null ? line.message() : words(line.message());
        @Nullable String own = parts.stackTrace();
        @Nullable
        String field =
                own == null && fields != null && fields.has(FieldRole.STACK) ? fields.get(FieldRole.STACK) : null;
        String said = fields == null
                ? words
                : fields.cause().after(words.isEmpty() ? fields.message() : words, own == null ? field : own);
        @Nullable
        String stack = field == null || fields == null ? own : fields.cause().named(field, said);
        LogIds ids = IdFinder.find(parts.message())
                .or(fields == null ? LogIds.NONE : fields.ids())
                .or(LogParser.ids(line.bareId()))
                .or(LogParser.ids(envelope));
        LogOrigin origin = line.origin().at(envelope.time());
        Map<String, String> others = fields == null ? Map.of() : fields.others();
        Optional<HttpRequest> request = stack == null ? request(parts.message(), said) : Optional.empty();
        Severity severity = severity(envelope, line, fields)
                .or(() -> request.map(HttpRequest::severity))
                .orElse(Severity.UNKNOWN);
        if (request.isPresent()) {
            return new LogLine.Access(event, severity, said, ids, origin, request.get(), others);
        }
        Severity known = severity == Severity.UNKNOWN ? unnamed(said, stack, line) : severity;
        String message = said.isBlank() ? TextParts.bounded(parts.message()) : said;
        return new LogLine.Message(event, known, message, ids, origin, stack, others);
    }

    /** How serious a line is that names no level: by what it says, at least an error where it has a trace. */
    private static Severity unnamed(String said, @Nullable String stack, PlainLine line) {
        Optional<Severity> outcome = Outcomes.of(said);
        if (stack != null) {
            return outcome.filter(found -> found == Severity.FATAL).orElse(Severity.ERROR);
        }
        return outcome.or(line::otherwise).orElse(Severity.UNKNOWN);
    }

    private static Optional<Severity> severity(Envelope envelope, PlainLine line, @Nullable Fields fields) {
        return Optional.ofNullable(envelope.severity())
                .or(line::severity)
                .or(() -> fields == null ? Optional.empty() : fields.severity());
    }

    /** PostgreSQL says the severity of its own word only; a statement in the text may hold any other. */
    private static LogLine database(LogEvent event, Envelope envelope, PlainLine line, DatabaseReport report) {
        Severity severity = Severity.of(report.word()).orElse(Severity.UNKNOWN);
        var fields = new HashMap<String, String>();
        var said = new StringBuilder();
        @Nullable String field = null;
        for (String text : report.text().lines().toList()) {
            Optional<DatabaseReport> more = DatabaseReport.of(text).filter(DatabaseReport::isMore);
            if (more.isPresent()) {
                field = more.get().word().toLowerCase(java.util.Locale.ROOT);
                fields.put(field, more.get().text());
            } else if (field != null) {
                fields.merge(field, text, (before, next) -> before + "\n" + next);
            } else {
                said.append(said.isEmpty() ? "" : "\n").append(text);
            }
        }
        fields.replaceAll((name, text) ->
                text.length() > Fields.MAX_VALUE_CHARS ? text.substring(0, Fields.MAX_VALUE_CHARS) : text);
        return new LogLine.Message(
                event,
                severity,
                said.toString(),
                IdFinder.find(event.message()).or(LogParser.ids(envelope)),
                line.origin().at(envelope.time()),
                null,
                fields);
    }

    /** The JSON object at the end of a line of words; empty without one. */
    private static Optional<JsonLine> behind(String message) {
        int start = message.endsWith("}") ? start(message) : -1;
        return start < 0 ? Optional.empty() : JsonLine.read(message.substring(start));
    }

    private static int start(String message) {
        int tab = message.indexOf("\t{");
        int blank = message.indexOf(" {\"");
        return message.startsWith("{\"") ? 0 : tab >= 0 ? tab + 1 : blank >= 0 ? blank + 1 : -1;
    }

    private static String words(String message) {
        return message.substring(0, start(message)).strip();
    }

    /** A request in the words of an access log, or in pairs: {@code access method=GET path=/ status=200}. */
    private static Optional<HttpRequest> request(String whole, String message) {
        return AccessPatterns.find(whole)
                .or(() ->
                        message.contains("status") ? Logfmt.after(message).flatMap(Fields::request) : Optional.empty());
    }
}
