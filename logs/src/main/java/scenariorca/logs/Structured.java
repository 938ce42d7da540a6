package scenariorca.logs;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line whose fields are known: which severity, message, cause, ids and trace they make. */
final class Structured {
    private Structured() {}

    /** @param written the message as it is written; null when only the cause says something */
    static LogLine of(LogEvent event, Envelope envelope, Fields fields, @Nullable String written) {
        TextParts parts = TextParts.of(written == null ? "" : written);
        CauseFields cause = fields.cause();
        @Nullable String field = fields.get(FieldRole.STACK);
        @Nullable String stack = field == null ? parts.stackTrace() : cause.named(field, written);
        Optional<HttpRequest> request = fields.request().or(() -> AccessPatterns.find(parts.message()));
        Optional<Severity> named = fields.severity().or(() -> Optional.ofNullable(envelope.severity()));
        Severity severity = named.or(() -> request.map(HttpRequest::severity))
                .or(() -> isError(stack, cause) ? Optional.of(Severity.ERROR) : Outcomes.of(parts.message()))
                .orElse(Severity.UNKNOWN);
        boolean isTrouble = severity.compareTo(Severity.WARN) >= 0;
        String message = isTrouble || written == null ? cause.after(parts.message(), stack) : parts.message();
        LogIds ids = fields.ids().or(LogParser.ids(envelope)).or(IdFinder.find(parts.message()));
        LogOrigin origin = fields.origin().at(envelope.time());
        Map<String, String> others = fields.others();
        if (!isTrouble && !cause.isEmpty()) {
            others.putIfAbsent("error", cause.line());
        }
        String said = TextParts.bounded(message);
        return request.isPresent() && stack == null
                ? new LogLine.Access(event, severity, said, ids, origin, request.get(), others)
                : new LogLine.Message(event, severity, said, ids, origin, stack, others);
    }

    /** A record of a service that says by its kind what it means. */
    static LogLine of(LogEvent event, Envelope envelope, Fields fields, StructuredKinds kind) {
        LogIds ids = fields.ids().or(LogParser.ids(envelope));
        LogOrigin origin = fields.origin().at(envelope.time());
        return new LogLine.Message(event, kind.severity(), kind.message(), ids, origin, null, fields.others());
    }

    private static boolean isError(@Nullable String stack, CauseFields cause) {
        return stack != null || !cause.isEmpty();
    }
}
