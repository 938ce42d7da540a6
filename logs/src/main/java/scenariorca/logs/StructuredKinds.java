package scenariorca.logs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What services write as JSON without a level or a message: the function platform's records, the audit trail of a cloud.
 *
 * @param severity by what the record says became of it
 * @param message one line that says so
 */
record StructuredKinds(Severity severity, String message) {
    /** Empty for lines of programs. */
    static Optional<StructuredKinds> read(JsonLine line) {
        @Nullable String type = line.platformType();
        if (type != null) {
            return Optional.of(platform(type, line.fields()));
        }
        Optional<WorkerTrace> trace = WorkerTrace.of(line.fields());
        if (trace.isPresent()) {
            return trace.map(found -> new StructuredKinds(found.severity(), found.message()));
        }
        @Nullable String action = line.fields().other("eventName");
        return action != null && line.fields().other("eventSource") != null
                ? Optional.of(audit(action, line.fields()))
                : Optional.empty();
    }

    private static StructuredKinds platform(String type, Fields fields) {
        @Nullable String status = fields.other("record.status");
        @Nullable String state = status == null ? fields.other("record.state") : status;
        String cause = fields.cause().line();
        boolean isFailed = type.equals("platform.fault")
                || state != null && (state.equals("timeout") || state.equals("error") || state.equals("failure"))
                || !cause.isEmpty();
        boolean isLoss = type.equals("platform.logsDropped");
        String message = type + (state == null ? "" : " " + state) + (cause.isEmpty() ? "" : " " + cause);
        return new StructuredKinds(isFailed ? Severity.ERROR : isLoss ? Severity.WARN : Severity.INFO, message);
    }

    private static StructuredKinds audit(String action, Fields fields) {
        String cause = fields.cause().line();
        String message = fields.other("eventSource") + " " + action;
        return cause.isEmpty()
                ? new StructuredKinds(Severity.INFO, message)
                : new StructuredKinds(Severity.ERROR, message + " " + cause);
    }
}
