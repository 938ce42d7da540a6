package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.LeafChange;

/** Whether what an error speaks of is what a change of a value does. */
final class ChangeFit {
    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?.*|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}");
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2200);

    /** What took the place of a year is a year, though nobody plans so far. */
    private static final BigDecimal FARTHEST_YEAR = BigDecimal.valueOf(9999);

    private ChangeFit() {}

    /**
     * How well the change explains a text that speaks of such kinds, 0 to 1. A text that speaks of everything tells little.
     *
     * @param spoken the kinds, and how often each is spoken of
     */
    static double of(Map<WordKind, Integer> spoken, LeafChange leaf) {
        double best = 0;
        long kinds = 0;
        for (WordKind kind : spoken.keySet()) {
            double fit = fit(kind, leaf);
            best = Math.max(best, fit);
            kinds += WordKind.OF_VALUES.contains(kind) || kind == WordKind.MISSING ? 1 : 0;
        }
        return best / Math.sqrt(Math.max(1, kinds));
    }

    static double fit(WordKind kind, LeafChange leaf) {
        BigDecimal after = Values.number(leaf.after());
        BigDecimal before = Values.number(leaf.before());
        String text = leaf.after() == null || !leaf.after().isString()
                ? ""
                : leaf.after().stringValue();
        return switch (kind) {
            case ZERO -> after != null && after.signum() == 0 && (before == null || before.signum() != 0) ? 1 : 0;
            case MISSING -> Values.isGone(leaf) || Values.isEmptied(leaf) ? 1 : 0;
            case TYPE -> typeFit(leaf);
            case NEGATIVE -> after != null && after.signum() < 0 && (before == null || before.signum() >= 0) ? 1 : 0;
            case LARGE -> Values.direction(leaf) > 0 ? size(leaf) : 0;
            case SMALL -> Values.direction(leaf) < 0 ? size(leaf) : 0;
            case LONG -> longFit(leaf, after);
            case ORDER -> isTime(leaf) ? 1 : 0;
            case DATE -> DATE.matcher(text).matches() ? 1 : 0;
            case UNIT -> unitFit(leaf);
            case WORD -> text.isBlank() ? 0 : 1;
            case LENGTH -> leaf.path().indexOf('[') >= 0 && isAddedOrGone(leaf) ? 1 : 0;
            case DUPLICATE -> leaf.path().indexOf('[') >= 0 ? 0.6 : 0;
            default -> 0;
        };
    }

    private static double size(LeafChange leaf) {
        return Math.min(1, 0.3 + Values.factor(leaf) / 3);
    }

    private static double typeFit(LeafChange leaf) {
        if (leaf.kind() == ChangeKind.TYPE_CHANGED) {
            return leaf.after() != null && leaf.after().isNull() ? 0.5 : 1;
        }
        return leaf.after() != null && leaf.after().isString() ? 0.4 : 0;
    }

    /** A whole number that grew may be a number of steps. */
    private static double longFit(LeafChange leaf, @Nullable BigDecimal after) {
        if (leaf.kind() == ChangeKind.ADDED && leaf.path().indexOf('[') >= 0) {
            return 0.4;
        }
        if (isTime(leaf) && Values.direction(leaf) > 0) {
            return 0.8;
        }
        boolean isWhole = after != null
                && Values.isOrdinary(after)
                && after.stripTrailingZeros().scale() <= 0;
        return isWhole && Values.direction(leaf) > 0 ? Math.min(1, 0.4 + Values.factor(leaf) / 2) : 0;
    }

    private static double unitFit(LeafChange leaf) {
        double factor = Values.factor(leaf);
        boolean isPower = factor > 0.9 && Math.abs(factor - Math.rint(factor)) < 0.15;
        boolean isWord = leaf.after() != null && leaf.after().isString() && leaf.before() != null;
        return isPower ? 1 : isWord ? 0.5 : 0;
    }

    private static boolean isAddedOrGone(LeafChange leaf) {
        return leaf.kind() == ChangeKind.ADDED || leaf.kind() == ChangeKind.REMOVED;
    }

    private static boolean isYear(BigDecimal number, BigDecimal last) {
        return number.compareTo(FIRST_YEAR) >= 0
                && number.compareTo(last) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    /** Whether the value is a year or a date. */
    static boolean isTime(LeafChange leaf) {
        BigDecimal number = Values.number(leaf.after());
        if (number != null) {
            BigDecimal before = Values.number(leaf.before());
            boolean wasYear = before != null && isYear(before, LAST_YEAR);
            return isYear(number, wasYear ? FARTHEST_YEAR : LAST_YEAR);
        }
        return leaf.after() != null
                && leaf.after().isString()
                && DATE.matcher(leaf.after().stringValue()).matches();
    }
}
