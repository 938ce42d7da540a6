package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model in a list.
 *
 * @param modelId the model
 * @param modelName its name; null when unknown. Example: Lung Cancer US
 * @param therapeuticArea null when unknown. Example: Oncology
 * @param diseaseArea null when unknown. Example: NSCLC
 */
public record ModelRow(
        UUID modelId,
        @Nullable String modelName,
        @Nullable String therapeuticArea,
        @Nullable String diseaseArea) {}
