package scenariorca.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release of the platform or a publication of a model.
 *
 * @param releaseName its name or version. Example: 2026.47.0
 * @param service what was released; null when unknown, and for a model. Example: forecast-engine
 * @param environment where; null when unknown. Example: prod
 * @param modelId the model published; that of the unknown model for a release of the platform
 * @param modelName its name; null for a release of the platform
 * @param source who told of it: log, api, command or model
 * @param toldBy the rule that found it, or who told; null for a model
 * @param releasedAt when it was there
 * @param problemCount problems that came with it, as far as the evidence says
 */
public record ReleaseRow(
        String releaseName,
        @Nullable String service,
        @Nullable String environment,
        @Nullable UUID modelId,
        @Nullable String modelName,
        String source,
        @Nullable String toldBy,
        Instant releasedAt,
        long problemCount) {}
