package scenariorca.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.report.ModelRow;
import scenariorca.report.RunFilter;

/**
 * The models and the environment a page is narrowed to, and what it could be narrowed to.
 *
 * @param filter the runs looked at
 * @param models all there are
 * @param environments those whose logs were loaded
 */
record Among(RunFilter filter, List<ModelRow> models, List<String> environments) {
    boolean isModel(ModelRow model) {
        return model.modelId().equals(filter.modelId());
    }

    List<String> therapeuticAreas() {
        return distinct(models.stream().map(ModelRow::therapeuticArea));
    }

    List<String> diseaseAreas() {
        return distinct(models.stream().map(ModelRow::diseaseArea));
    }

    private static List<String> distinct(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }

    boolean isNarrow() {
        return !filter.equals(RunFilter.ALL);
    }

    /** As a query; empty for all. Example: model_id=...&environment=prod */
    QueryString query() {
        return new QueryString()
                .with("model_id", filter.modelId())
                .with("therapeutic_area", filter.therapeuticArea())
                .with("disease_area", filter.diseaseArea())
                .with("environment", filter.environment());
    }
}
