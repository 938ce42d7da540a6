package scenariorca.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How what a node put out differs between two runs, leaf by leaf.
 *
 * @param movement how far it moved, as a natural logarithm: 0 when it is the same, about 0.1 for a tenth more, 2.3 for ten
 *     times; a leaf that changed its sign, became or was zero, or is no number any more counts as {@value #BROKEN}
 * @param factor the middle ratio of after to before over the leaves that moved; null when none is a ratio
 * @param kind what is most remarkable about it
 */
public record OutputDelta(double movement, @Nullable Double factor, Kind kind) {
    private static final double BROKEN = 6;
    private static final double SAME = 1e-9;

    /** Share of a single leaf's movement that counts though all others stand still. */
    private static final double ONE_LEAF = 0.4;

    /** What is most remarkable. */
    public enum Kind {
        SAME,
        MOVED,
        SIGN,
        NOT_FINITE,
        EMPTY,
        LENGTH;

        /** As written in JSON. Example: {@code not_finite}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From before to after. */
    public static OutputDelta between(OutputLeaves before, OutputLeaves after) {
        if (after.isEmpty() || before.isEmpty()) {
            boolean isSame = after.isEmpty() && before.isEmpty();
            return new OutputDelta(isSame ? 0 : BROKEN, null, isSame ? Kind.SAME : Kind.EMPTY);
        }
        var walk = new Walk();
        int head = Math.min(before.head().size(), after.head().size());
        for (int index = 0; index < head; index++) {
            walk.leaf(before.head().get(index), after.head().get(index));
        }
        int tail = Math.min(before.tail().size(), after.tail().size());
        for (int fromEnd = 1; fromEnd <= tail; fromEnd++) {
            walk.leaf(
                    before.tail().get(before.tail().size() - fromEnd),
                    after.tail().get(after.tail().size() - fromEnd));
        }
        boolean isLonger = before.isWhole()
                && after.isWhole()
                && before.head().size() != after.head().size();
        return walk.result(isLonger, after.holes() > before.holes());
    }

    /** Sums up the leaves. */
    private static final class Walk {
        private final List<Double> moved = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private boolean isSignChanged;

        void leaf(String before, String after) {
            if (before.equals(after)) {
                moved.add(0.0);
                return;
            }
            Double left = OutputLeaves.number(before);
            Double right = OutputLeaves.number(after);
            if (left == null || right == null) {
                boolean isText = left == null && right == null && !OutputLeaves.isHole(after);
                moved.add(isText ? 1.0 : BROKEN);
                return;
            }
            isSignChanged |= left * right < 0;
            moved.add(distance(left, right));
            if (left * right > 0) {
                ratios.add(right / left);
            }
        }

        private static double distance(double left, double right) {
            if (Math.abs(left - right) <= SAME * Math.max(Math.abs(left), Math.abs(right))) {
                return 0;
            }
            return left * right > 0 ? Math.min(BROKEN, Math.abs(StrictMath.log(right / left))) : BROKEN;
        }

        OutputDelta result(boolean isLonger, boolean isHollow) {
            double mean =
                    moved.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double most = moved.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            double movement = Math.max(mean, most * ONE_LEAF) + (isLonger ? ONE_LEAF : 0);
            Kind kind = isHollow
                    ? Kind.NOT_FINITE
                    : isSignChanged ? Kind.SIGN : isLonger ? Kind.LENGTH : movement == 0 ? Kind.SAME : Kind.MOVED;
            return new OutputDelta(movement, middle(), kind);
        }

        private @Nullable Double middle() {
            double[] sorted = ratios.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(ratio -> Math.abs(ratio - 1) > SAME)
                    .sorted()
                    .toArray();
            return sorted.length == 0
                    ? null
                    : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(1);
        }
    }
}
