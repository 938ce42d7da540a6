package scenariorca.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Check;
import scenariorca.report.RunFilter;
import scenariorca.report.Window;

/**
 * What a page over many scenarios is narrowed to.
 *
 * @param window the days looked at
 * @param among the models and the environment looked at
 */
record Filters(Window window, Among among) {
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    /** What is asked for, as it stands in the address. */
    record Asked(
            @Nullable String days,
            @Nullable String model_id,
            @Nullable String therapeutic_area,
            @Nullable String disease_area,
            @Nullable String environment) {
        QueryString query() {
            return new QueryString()
                    .with("days", days)
                    .with("model_id", model_id)
                    .with("therapeutic_area", therapeutic_area)
                    .with("disease_area", disease_area)
                    .with("environment", environment);
        }

        Window window() {
            String text = given(days);
            try {
                return new Window(text == null ? Window.DEFAULT_DAYS : Integer.parseInt(text));
            } catch (NumberFormatException e) {
                throw Check.invalid("days", "a whole number from 1 to " + Window.MAX_DAYS, String.valueOf(text));
            }
        }

        RunFilter filter() {
            return Filters.filter(model_id, therapeutic_area, disease_area, environment);
        }
    }

    /** The order asked for, as it stands in the address. @param page which page of a list in this order, from 1 */
    record Ordered(
            @Nullable String sort,
            @Nullable String order,
            @Nullable String page) {
        Sorting of(String path, QueryString query) {
            return new Sorting(path, query, given(sort), given(order), number());
        }

        int number() {
            String text = given(page);
            try {
                return text == null ? 1 : Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw Check.invalid("page", "a whole number from 1", String.valueOf(text));
            }
        }
    }

    static RunFilter filter(
            @Nullable String modelId,
            @Nullable String therapeuticArea,
            @Nullable String diseaseArea,
            @Nullable String environment) {
        return new RunFilter(uuid("model_id", modelId), given(therapeuticArea), given(diseaseArea), given(environment));
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

    /** As a query. Example: days=30&model_id=... */
    QueryString query() {
        return new QueryString().with("days", window.days()).with(among.query());
    }

    /** Said where there is not one run to speak of. */
    String none() {
        return "No run%s was started in the last %s."
                .formatted(among.isNarrow() ? " like this" : "", Show.count(window.days(), "day"));
    }

    /** The same for the links between the views; empty where nothing was chosen. */
    String kept() {
        return among.isNarrow() || window.days() != Window.DEFAULT_DAYS ? query().toString() : "";
    }
}
