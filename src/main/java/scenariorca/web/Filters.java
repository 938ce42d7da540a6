package scenariorca.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Check;
import scenariorca.report.ModelRow;
import scenariorca.report.RunFilter;
import scenariorca.report.Window;

/**
 * What a page over many scenarios is narrowed to, and what it could be narrowed to.
 *
 * @param window the days looked at
 * @param filter the runs looked at
 * @param models all there are
 * @param environments those whose logs were loaded
 */
record Filters(Window window, RunFilter filter, List<ModelRow> models, List<String> environments) {
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String days,
            @Nullable String model_id,
            @Nullable String therapeutic_area,
            @Nullable String disease_area,
            @Nullable String environment) {
        Window window() {
            String text = given(days);
            try {
                return new Window(text == null ? Window.DEFAULT_DAYS : Integer.parseInt(text));
            } catch (NumberFormatException e) {
                throw Check.invalid("days", "a whole number from 1 to " + Window.MAX_DAYS, String.valueOf(text));
            }
        }

        RunFilter filter() {
            return new RunFilter(
                    uuid("model_id", model_id), given(therapeutic_area), given(disease_area), given(environment));
        }
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
        return filter.modelId() != null
                || filter.therapeuticArea() != null
                || filter.diseaseArea() != null
                || filter.environment() != null;
    }

    /** As a query. Example: days=30&model_id=... */
    String query() {
        var text = new StringBuilder("days=").append(window.days());
        append(text, "model_id", filter.modelId());
        append(text, "therapeutic_area", filter.therapeuticArea());
        append(text, "disease_area", filter.diseaseArea());
        append(text, "environment", filter.environment());
        return text.toString();
    }

    /** As far as a list of runs can be narrowed to it. */
    String runs() {
        return filter.modelId() == null ? "" : "model_id=" + filter.modelId();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append('&').append(name).append('=').append(Links.encoded(value.toString()));
        }
    }
}
