package scenariorca.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Check;
import scenariorca.report.ModelFilter;
import scenariorca.report.ModelRow;
import scenariorca.report.Window;

/**
 * What a page over many scenarios is narrowed to, and what it could be narrowed to.
 *
 * @param window the days looked at
 * @param filter the models looked at
 * @param models all there are
 */
record Filters(Window window, ModelFilter filter, List<ModelRow> models) {
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    static ModelFilter filter(
            @Nullable String modelId, @Nullable String therapeuticArea, @Nullable String diseaseArea) {
        return new ModelFilter(uuid("model_id", modelId), given(therapeuticArea), given(diseaseArea));
    }

    /** A field of a form that was left empty is sent all the same. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static @Nullable UUID uuid(String name, @Nullable String text) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        try {
            if (given.length() == 36) {
                return UUID.fromString(given);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Check.invalid(name, "a UUID such as 4f2a1c9e-7b1d-4c39-9d58-0a6f2f1f8a11", given);
    }

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
        return filter.modelId() != null || filter.therapeuticArea() != null || filter.diseaseArea() != null;
    }

    /** As a query. Example: days=30&model_id=... */
    String query() {
        var text = new StringBuilder("days=").append(window.days());
        append(text, "model_id", filter.modelId());
        append(text, "therapeutic_area", filter.therapeuticArea());
        append(text, "disease_area", filter.diseaseArea());
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append('&').append(name).append('=').append(Links.encoded(value.toString()));
        }
    }
}
