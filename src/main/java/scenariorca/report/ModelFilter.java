package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;

/**
 * The models whose runs are asked for; null accepts any.
 *
 * @param modelId only this model
 * @param therapeuticArea only models of this therapeutic area
 * @param diseaseArea only models of this disease area
 */
public record ModelFilter(
        @Nullable UUID modelId,
        @Nullable String therapeuticArea,
        @Nullable String diseaseArea) {
    public static final ModelFilter ALL = new ModelFilter(null, null, null);

    public ModelFilter {
        Check.text("therapeutic_area", therapeuticArea);
        Check.text("disease_area", diseaseArea);
    }

    Query on(Query query) {
        return query.with("model_id", modelId)
                .with("therapeutic_area", therapeuticArea)
                .with("disease_area", diseaseArea);
    }
}
