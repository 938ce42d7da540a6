package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a log group is read, and how late its events arrive.
 *
 * @param logGroup its name. Example: /forecast/engine
 * @param completeTo up to this time no event should be missing; null when the group could never be read
 * @param readTo every event before this that the service had was read; null when none ever was
 * @param lastEventAt time of the newest event; null without any
 * @param lagP50Seconds seconds from an event to its arrival in the service, median; null when never measured. Example: 3.3
 * @param lagP99Seconds the same, 99th percentile
 * @param lagMaxSeconds the longest ever measured
 * @param eventsRead events read by the last load. Example: 6988
 * @param failedAt when the last load could not read all of it; null when it could
 */
public record LogGroup(
        String logGroup,
        @Nullable Instant completeTo,
        @Nullable Instant readTo,
        @Nullable Instant lastEventAt,
        @Nullable BigDecimal lagP50Seconds,
        @Nullable BigDecimal lagP99Seconds,
        @Nullable BigDecimal lagMaxSeconds,
        long eventsRead,
        @Nullable Instant failedAt) {}
