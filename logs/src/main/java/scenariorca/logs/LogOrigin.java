package scenariorca.logs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where in the program a line comes from; null where it does not say.
 *
 * @param logger name of the logger. Example: {@code engine.RunService}
 * @param thread name of the thread
 * @param service name of the service
 * @param environment dev, sit, uat or prod
 * @param loggedAt the time written in the line, UTC when it has no zone
 */
public record LogOrigin(
        @Nullable String logger,
        @Nullable String thread,
        @Nullable String service,
        @Nullable String environment,
        @Nullable Instant loggedAt) {
    public static final LogOrigin NONE = new LogOrigin(null, null, null, null, null);

    /** This, with gaps filled from another. */
    LogOrigin or(LogOrigin other) {
        return new LogOrigin(
                logger == null ? other.logger : logger,
                thread == null ? other.thread : thread,
                service == null ? other.service : service,
                environment == null ? other.environment : environment,
                loggedAt == null ? other.loggedAt : loggedAt);
    }

    LogOrigin at(@Nullable Instant time) {
        return loggedAt != null ? this : new LogOrigin(logger, thread, service, environment, time);
    }
}
