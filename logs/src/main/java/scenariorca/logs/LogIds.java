package scenariorca.logs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a line speaks of; null where it does not say.
 *
 * @param correlationId request the line belongs to
 * @param scenarioId scenario named in the line
 * @param runId run named in the line
 * @param nodeId node named in the line
 * @param userId user named in the line, as written
 */
public record LogIds(
        @Nullable UUID correlationId,
        @Nullable UUID scenarioId,
        @Nullable UUID runId,
        @Nullable UUID nodeId,
        @Nullable String userId) {
    public static final LogIds NONE = new LogIds(null, null, null, null, null);

    /** These, with gaps filled from others. */
    LogIds or(LogIds others) {
        return new LogIds(
                correlationId == null ? others.correlationId : correlationId,
                scenarioId == null ? others.scenarioId : scenarioId,
                runId == null ? others.runId : runId,
                nodeId == null ? others.nodeId : nodeId,
                userId == null ? others.userId : userId);
    }
}
