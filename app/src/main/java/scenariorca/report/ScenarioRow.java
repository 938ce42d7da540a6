package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in a list, and how its runs go.
 *
 * @param scenarioId the scenario
 * @param scenarioName its name; null when unknown. Example: US Base Case
 * @param currentStatus as the platform writes it; null when unknown. Example: draft
 * @param modelId its model
 * @param modelName name of its model; null when unknown. Example: Lung Cancer US
 * @param therapeuticArea of its model; null when unknown. Example: Oncology
 * @param diseaseArea of its model; null when unknown. Example: NSCLC
 * @param cycleName its forecast cycle; null when unknown. Example: May 5YP
 * @param regionName region; null when unknown
 * @param countryName country; null when unknown. Example: USA
 * @param currency currency; null when unknown. Example: USD
 * @param isStarter true for the starter scenario others are copied from; null when unknown
 * @param createdBy who created it; null when unknown. Example: jdoe
 * @param createdAt when; null when unknown
 * @param updatedAt when it was last touched; null when unknown
 * @param runCount all its runs. Example: 6
 * @param successRate percent of its finished runs that succeeded; null when none finished. Example: 83.33
 * @param failureStreak finished runs that failed or timed out since the last that worked. Example: 2
 * @param lastRunId its newest run; null without one
 * @param lastRunOutcome success, failed, timeout, in_progress or unknown; null without a run. Example: failed
 * @param lastRunAt start of its newest run; null without one
 */
public record ScenarioRow(
        UUID scenarioId,
        @Nullable String scenarioName,
        @Nullable String currentStatus,
        UUID modelId,
        @Nullable String modelName,
        @Nullable String therapeuticArea,
        @Nullable String diseaseArea,
        @Nullable String cycleName,
        @Nullable String regionName,
        @Nullable String countryName,
        @Nullable String currency,
        @Nullable Boolean isStarter,
        @Nullable String createdBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        long runCount,
        @Nullable BigDecimal successRate,
        long failureStreak,
        @Nullable UUID lastRunId,
        @Nullable String lastRunOutcome,
        @Nullable Instant lastRunAt) {}
