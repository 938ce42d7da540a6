package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.LeafChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** What a leaf holds, and which way it went. */
final class Values {
    private static final int ISO_DATE = 10;
    private static final double DAYS_OF_YEAR = 365.25;

    private Values() {}

    /** The number a leaf holds; null when it holds none. */
    static @Nullable BigDecimal number(@Nullable JsonNode node) {
        if (!(node instanceof NumericNode numeric) || numeric.isNaN()) {
            return null;
        }
        return node.decimalValue();
    }

    /** The number cut to a whole one; 0 when the leaf holds none. */
    static int whole(@Nullable JsonNode node) {
        BigDecimal number = number(node);
        return number == null || !isOrdinary(number) ? 0 : number.intValue();
    }

    static boolean isGone(LeafChange leaf) {
        boolean isNull = leaf.after() != null && leaf.after().isNull();
        return leaf.kind() == ChangeKind.REMOVED || isNull;
    }

    static boolean isEmptied(LeafChange leaf) {
        JsonNode after = leaf.after();
        return after != null
                && ((after.isString() && after.stringValue().isBlank()) || (after.isContainer() && after.isEmpty()));
    }

    /** 1 when the number grew, -1 when it shrank, 0 when it did neither or is none. */
    static int direction(LeafChange leaf) {
        BigDecimal before = number(leaf.before());
        BigDecimal after = number(leaf.after());
        return before == null || after == null ? 0 : Integer.signum(after.compareTo(before));
    }

    /** Orders of magnitude between the two numbers, without their signs. */
    static double factor(LeafChange leaf) {
        BigDecimal before = number(leaf.before());
        BigDecimal after = number(leaf.after());
        if (before == null || after == null || before.signum() == 0 || after.signum() == 0) {
            return 0;
        }
        return Math.abs(exponent(after) - exponent(before));
    }

    /** Years between two dates; 0 where one is none. */
    static double yearsApart(LeafChange leaf) {
        LocalDate before = date(leaf.before());
        LocalDate after = date(leaf.after());
        return before == null || after == null ? 0 : Math.abs(ChronoUnit.DAYS.between(before, after)) / DAYS_OF_YEAR;
    }

    private static @Nullable LocalDate date(@Nullable JsonNode node) {
        if (node == null || !node.isString() || node.stringValue().length() < ISO_DATE) {
            return null;
        }
        try {
            return LocalDate.parse(node.stringValue().substring(0, ISO_DATE));
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    /** Decimal logarithm of the absolute value; also of numbers no double holds. */
    static double exponent(BigDecimal number) {
        int shift = number.precision() - number.scale() - 1;
        double mantissa = new BigDecimal(number.unscaledValue().abs(), number.precision() - 1).doubleValue();
        return shift + StrictMath.log10(mantissa);
    }

    /** Whether arithmetic on the number is cheap. */
    static boolean isOrdinary(BigDecimal number) {
        return Math.abs(number.scale()) < 100 && number.precision() < 100;
    }
}
