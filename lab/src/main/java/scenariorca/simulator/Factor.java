package scenariorca.simulator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many times larger or smaller a number became. */
final class Factor {
    private Factor() {}

    /** At least 1; infinite between values that cannot be divided, 1 for the same. */
    static double of(@Nullable Object before, @Nullable Object after) {
        if (before instanceof BigDecimal old && after instanceof BigDecimal now) {
            if (old.compareTo(now) == 0) {
                return 1;
            }
            double ratio = now.doubleValue() / old.doubleValue();
            return !(ratio > 0) || Double.isInfinite(ratio) ? Double.POSITIVE_INFINITY : Math.max(ratio, 1 / ratio);
        }
        return before instanceof BigDecimal || after instanceof BigDecimal ? Double.POSITIVE_INFINITY : 1;
    }
}
