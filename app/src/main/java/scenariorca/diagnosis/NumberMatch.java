package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;

/** Whether the numbers of a text are those of a change: its value, what follows from it, a number it crossed. */
final class NumberMatch {
    private static final int MAX_NUMBERS = 12;
    private static final int ROUND_DIGITS = 2;
    private static final double BY_CHANCE = 0.2;
    private static final MathContext DIGITS = new MathContext(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1_900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2_200);
    private static final BigDecimal SLACK = new BigDecimal("0.000001");

    private NumberMatch() {}

    /** Whether the text names the value itself, and how telling that number is. */
    static double value(Words text, LeafChange leaf) {
        BigDecimal after = Values.number(leaf.after());
        if (after == null) {
            return 0;
        }
        String spelling = Words.spelling(after);
        return text.numbers().contains(spelling) ? telling(after) : 0;
    }

    /** Whether the text names a ratio, a difference or a percentage of the two values. */
    static double derived(Words text, LeafChange leaf) {
        BigDecimal before = Values.number(leaf.before());
        BigDecimal after = Values.number(leaf.after());
        if (before == null || after == null || !Values.isOrdinary(before) || !Values.isOrdinary(after)) {
            return 0;
        }
        double best = 0;
        for (BigDecimal candidate : follows(before, after)) {
            if (text.numbers().contains(Words.spelling(candidate))) {
                best = Math.max(best, telling(candidate));
            }
        }
        return best;
    }

    private static List<BigDecimal> follows(BigDecimal before, BigDecimal after) {
        List<BigDecimal> numbers = new ArrayList<>();
        numbers.add(after.subtract(before));
        numbers.add(BigDecimal.ONE.subtract(after));
        numbers.add(BigDecimal.ONE.add(after));
        numbers.add(after.multiply(HUNDRED));
        if (before.signum() != 0) {
            BigDecimal ratio = after.divide(before, DIGITS);
            numbers.add(ratio);
            numbers.add(ratio.multiply(HUNDRED));
            numbers.add(ratio.subtract(BigDecimal.ONE).multiply(HUNDRED));
        }
        if (after.signum() != 0) {
            numbers.add(BigDecimal.ONE.divide(after, DIGITS));
        }
        return numbers;
    }

    /** A number of the text that lies between the two values: the change crossed it, as one crosses a limit. */
    static @Nullable BigDecimal crossed(Words text, LeafChange leaf) {
        BigDecimal before = Values.number(leaf.before());
        BigDecimal after = Values.number(leaf.after());
        if (after == null || before == null || before.compareTo(after) == 0) {
            return null;
        }
        return numbers(text).stream()
                .filter(number -> before.compareTo(after) < 0
                        ? before.compareTo(number) <= 0 && number.compareTo(after) < 0
                        : after.compareTo(number) < 0 && number.compareTo(before) <= 0)
                .findFirst()
                .orElse(null);
    }

    /**
     * Two numbers of the text of which the larger, less what this change added, is no larger than the other: a total that
     * would be within its limit without the change. 1 for a limit as people set them, which is round; else any two numbers
     * may fit by chance.
     */
    static double explainsTotal(Words text, LeafChange leaf) {
        BigDecimal after = Values.number(leaf.after());
        BigDecimal delta = leaf.delta();
        if (after == null || delta == null || delta.signum() <= 0 || after.signum() < 0) {
            return 0;
        }
        double best = 0;
        List<BigDecimal> numbers =
                numbers(text).stream().filter(number -> !isYear(number)).toList();
        for (BigDecimal total : numbers) {
            BigDecimal slack = total.abs().multiply(SLACK);
            boolean holdsIt = after.compareTo(total) < 0;
            for (BigDecimal most : holdsIt ? numbers : List.<BigDecimal>of()) {
                if (total.compareTo(most) > 0
                        && total.subtract(delta).compareTo(most.add(slack)) <= 0
                        && delta.compareTo(total) < 0) {
                    best = Math.max(best, isRound(most) ? 1 : BY_CHANCE);
                }
            }
        }
        return best;
    }

    private static boolean isRound(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= ROUND_DIGITS;
    }

    /** Two years of which one is after the other are no total above its limit. */
    static boolean isYear(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(FIRST_YEAR) >= 0
                && number.compareTo(LAST_YEAR) <= 0;
    }

    private static List<BigDecimal> numbers(Words text) {
        return text.numbers().stream()
                .map(BigDecimal::new)
                .filter(Values::isOrdinary)
                .sorted()
                .distinct()
                .limit(MAX_NUMBERS)
                .toList();
    }

    /** How much a number tells: little when everybody uses it. */
    static double telling(BigDecimal number) {
        if (!Values.isOrdinary(number)) {
            return 1;
        }
        BigDecimal size = number.abs();
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        if (!isWhole || size.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            return 1;
        }
        if (size.compareTo(BigDecimal.ONE) <= 0) {
            return 0.1;
        }
        boolean isCommon = size.compareTo(BigDecimal.TEN) <= 0
                || size.precision() - size.stripTrailingZeros().precision() > 1;
        return isCommon ? 0.3 : number.signum() < 0 ? 1 : 0.6;
    }
}
