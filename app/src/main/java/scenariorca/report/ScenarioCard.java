package scenariorca.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scenario, and what it belongs to. Null where the platform says nothing. */
public record ScenarioCard(
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
        @Nullable Integer startYear,
        @Nullable Integer endYear,
        @Nullable Boolean isStarter,
        @Nullable String createdBy,
        @Nullable Instant createdAt) {}
