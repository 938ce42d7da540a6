package scenariorca.report;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How right verdicts were by what people said of them.
 *
 * @param classes one row per class that verdicts said, by its word
 */
public record ConfirmedVerdicts(List<OfClass> classes) {
    public ConfirmedVerdicts {
        classes = List.copyOf(classes);
    }

    /**
     * Runs of which a verdict said one class.
     *
     * @param verdictClass the class said
     * @param judged runs whose verdict people judged; the last word on each counts
     * @param foundRight of these, verdicts found right
     * @param named of these, verdicts that named a cause
     * @param namedRight of those that named one, verdicts found right
     * @param known of those judged, runs of which a person told a cause that was among the suspects
     * @param firstRight of these, runs whose first suspect it was
     */
    public record OfClass(
            String verdictClass,
            long judged,
            long foundRight,
            long named,
            long namedRight,
            long known,
            long firstRight) {}

    /** The sum over all classes. */
    public long all(ToLongFunction<OfClass> count) {
        return classes.stream().mapToLong(count).sum();
    }

    /** Share of the verdicts that named a cause which people found right; null when none was judged. */
    public @Nullable Double precisionOfNamed() {
        long named = all(OfClass::named);
        return named == 0 ? null : all(OfClass::namedRight) / (double) named;
    }
}
