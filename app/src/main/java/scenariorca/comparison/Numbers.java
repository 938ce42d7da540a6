package scenariorca.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** Numbers as values: 1, 1.0 and 1e0 are one number, and a decimal stays exact. */
final class Numbers {
    /** Sums of numbers further apart than this many digits are left out: 1e999999999 - 1 would fill the memory. */
    private static final int MAX_DIGITS = 1_000;

    private static final int MAX_EXPONENT = 100_000;
    private static final int PLAIN_DIGITS = 40;
    private static final MathContext PERCENT_DIGITS = new MathContext(6);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    static boolean isNumber(JsonNode node) {
        return node instanceof NumericNode number && !number.isNaN();
    }

    static boolean areEqual(JsonNode left, JsonNode right) {
        if (left.isInt() && right.isInt()) {
            return left.intValue() == right.intValue();
        }
        return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }

    /** The one way to write this number: no trailing zeros, no exponent while it is short. */
    static BigDecimal canonical(BigDecimal number) {
        if (isAbsurd(number)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        boolean isShortWhole = stripped.scale() < 0 && stripped.scale() > -PLAIN_DIGITS;
        return isShortWhole ? stripped.setScale(0) : stripped;
    }

    /** After less before; null when the two are too far apart to be written. */
    static @Nullable BigDecimal delta(BigDecimal before, BigDecimal after) {
        long digits = Math.max(before.precision(), after.precision()) + Math.abs((long) before.scale() - after.scale());
        boolean isFar = digits > MAX_DIGITS || isAbsurd(before) || isAbsurd(after);
        return isFar ? null : canonical(after.subtract(before));
    }

    /** Delta as a percentage of before, to six digits; null when before is zero. */
    static @Nullable BigDecimal percent(BigDecimal before, BigDecimal delta) {
        if (before.signum() == 0) {
            return null;
        }
        return canonical(delta.multiply(HUNDRED).divide(before.abs(), PERCENT_DIGITS));
    }

    /** Whether the exponent is so large that arithmetic on it could overflow. */
    private static boolean isAbsurd(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_EXPONENT;
    }
}
