package scenariorca.powerbi;

import java.util.Map;
import java.util.Optional;

/**
 * What the measures must say over everything in one warehouse, as their SQL twins say it there.
 *
 * @param byMeasure numbers in plain decimals, words as they are; a measure that is blank has no entry
 * @param isKnown false when nobody asked a warehouse
 */
public record ExpectedValues(Map<String, String> byMeasure, boolean isKnown) {
    public ExpectedValues {
        byMeasure = Map.copyOf(byMeasure);
    }

    /** Of a project written without asking a warehouse. */
    public static ExpectedValues unknown() {
        return new ExpectedValues(Map.of(), false);
    }

    public static ExpectedValues of(Map<String, String> byMeasure) {
        return new ExpectedValues(byMeasure, true);
    }

    Optional<String> of(Measure measure) {
        return Optional.ofNullable(byMeasure.get(measure.name()));
    }
}
