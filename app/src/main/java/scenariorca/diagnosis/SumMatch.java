package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import scenariorca.comparison.LeafChange;

/**
 * Whether a total the error names would be within its limit without a change: "shares sum to 1.35, must be at most 1" and a
 * share that went from 0.1 to 0.6.
 */
final class SumMatch {
    private static final Pattern TOTAL = Pattern.compile("\\bsum|total|add(?:s|ed)? up|together|combined|altogether");
    private static final double UNSAID = 0.3;
    private static final BigDecimal SLACK = new BigDecimal("0.000001");

    private SumMatch() {}

    /** 1 when the line speaks of a total, less when it only may. */
    static double share(ErrorText.Line line, List<StatedLimit> limits, LeafChange leaf) {
        BigDecimal after = ErrorKind.number(leaf.after());
        BigDecimal delta = leaf.delta();
        if (after == null || delta == null || delta.signum() <= 0 || after.signum() < 0) {
            return 0;
        }
        for (StatedLimit limit : limits) {
            BigDecimal most = limit.most();
            if (most != null
                    && line.words().numbers().stream().anyMatch(total -> explains(total, most, after, delta))) {
                return TOTAL.matcher(line.text().toLowerCase(Locale.ROOT)).find() ? 1 : UNSAID;
            }
        }
        return 0;
    }

    private static boolean explains(String number, BigDecimal most, BigDecimal after, BigDecimal delta) {
        var total = new BigDecimal(number);
        BigDecimal slack = total.abs().multiply(SLACK);
        return total.compareTo(most) > 0
                && after.compareTo(total.add(slack)) <= 0
                && total.subtract(delta).compareTo(most.add(slack)) <= 0;
    }
}
