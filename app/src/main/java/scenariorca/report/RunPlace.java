package scenariorca.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands among the runs of its scenario.
 *
 * @param runId the run
 * @param scenarioId its scenario
 * @param scenarioName name of its scenario; null when unknown. Example: US Base Case
 * @param modelId its model
 * @param modelName name of its model; null when unknown. Example: Lung Cancer US
 * @param outcome success, failed, timeout, in_progress or unknown. Example: failed
 * @param startedAt when it started
 * @param previousRunId the run of this scenario before it; null for the first
 * @param nextRunId the run of this scenario after it; null for the newest
 * @param lastGoodRunId the last successful run of this scenario before it; null without one
 */
public record RunPlace(
        UUID runId,
        UUID scenarioId,
        @Nullable String scenarioName,
        UUID modelId,
        @Nullable String modelName,
        String outcome,
        Instant startedAt,
        @Nullable UUID previousRunId,
        @Nullable UUID nextRunId,
        @Nullable UUID lastGoodRunId) {}
