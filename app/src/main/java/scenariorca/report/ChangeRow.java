package scenariorca.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed on the platform.
 *
 * @param changedAt when
 * @param kind input_change, event_change, state_change, release or publication. Example: input_change
 * @param category the kind of edit, the transition, or who told of a release. Example: edit
 * @param changedBy who did it; null when nobody is known. Example: jdoe
 * @param description the change as a sentence. Example: Market Share: share 0.1 -> 0.9
 * @param scenarioId the scenario changed; null for a release
 * @param scenarioName its name; null for a release
 * @param nodeName the node whose input it is; null for none. Example: Market Share
 * @param modelName the scenario's model, or the one published; null for a release of the platform
 * @param failedRuns runs that failed after it: of its scenario until that next succeeded, a week at most; of a release those of
 *     the problems that came with it
 * @param firstFailedRunId the first of them; null for none
 */
public record ChangeRow(
        Instant changedAt,
        String kind,
        String category,
        @Nullable String changedBy,
        String description,
        @Nullable UUID scenarioId,
        @Nullable String scenarioName,
        @Nullable String nodeName,
        @Nullable String modelName,
        long failedRuns,
        @Nullable UUID firstFailedRunId) {}
