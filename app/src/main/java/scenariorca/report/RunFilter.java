package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;

/**
 * The runs a question over many scenarios is about; null accepts any.
 *
 * @param modelId only runs of this model
 * @param therapeuticArea only runs of models of this therapeutic area
 * @param diseaseArea only runs of models of this disease area
 * @param environment only runs with a log line of this environment, and its lines. A platform's database does not say where
 *     a run was computed; its log does. Example: prod
 */
public record RunFilter(
        @Nullable UUID modelId,
        @Nullable String therapeuticArea,
        @Nullable String diseaseArea,
        @Nullable String environment) {
    public static final RunFilter ALL = new RunFilter(null, null, null, null);

    public RunFilter {
        Check.text("therapeutic_area", therapeuticArea);
        Check.text("disease_area", diseaseArea);
        Check.text("environment", environment);
    }

    /** Whether only some models are meant: then a log line counts only where it is known to be of one of theirs. */
    boolean isByModel() {
        return modelId != null || therapeuticArea != null || diseaseArea != null;
    }

    Query on(Query query) {
        return query.with("model_id", modelId)
                .with("therapeutic_area", therapeuticArea)
                .with("disease_area", diseaseArea)
                .with("environment", environment);
    }
}
