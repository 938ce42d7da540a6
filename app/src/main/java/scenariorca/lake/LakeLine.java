package scenariorca.lake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the lake, redacted.
 *
 * @param eventId the log service's id of it, unique within its group
 * @param timestamp when it was logged
 * @param severity DEBUG, INFO, WARN, ERROR, FATAL or UNKNOWN. Example: INFO
 * @param message the message
 * @param errorCategory kind of error; null for none. Example: validation
 * @param fingerprint the error pattern; null for a line that is less than a warning
 * @param stackTrace the stack trace; null without one
 * @param serviceName who wrote it; null when unknown. Example: forecast-engine
 * @param logGroup CloudWatch log group. Example: /forecast/engine
 * @param logStream CloudWatch log stream; null when unknown
 */
public record LakeLine(
        String eventId,
        Instant timestamp,
        String severity,
        String message,
        @Nullable String errorCategory,
        @Nullable String fingerprint,
        @Nullable String stackTrace,
        @Nullable String serviceName,
        String logGroup,
        @Nullable String logStream) {}
