package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import scenariorca.diagnosis.evidence.ValueStats;

/** How far a number lies outside the numbers seen before, by their median and its absolute deviation. */
public final class Outlier {
    /** Makes the median deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /** So many numbers are half as good as very many. */
    private static final double HALF_TRUST = 4;

    private static final double NORMAL = 3;
    private static final double EXTREME = 12;
    /** A deviation of an eighth, in powers of ten. */
    private static final double LEAST_MAGNITUDE = 0.05;

    private static final MathContext FOUR = new MathContext(4);

    private Outlier() {}

    /** 0 within three deviations, 1 from twelve on; 0 with too few numbers to tell. */
    public static double of(double value, ValueStats seen, int enough) {
        Double median = seen.median();
        Double mad = seen.mad();
        Double min = seen.min();
        Double max = seen.max();
        if (seen.numbers() < enough || median == null || mad == null || min == null || max == null) {
            return 0;
        }
        if (value >= min && value <= max) {
            return 0;
        }
        // Where most values are equal, the range stands in for the deviation; where all are, a tenth of the median.
        double least = max > min ? (max - min) / 4 : Math.abs(median) / 10;
        double sigma = Math.max(mad * MAD_TO_SIGMA, least);
        double linear = sigma == 0 ? EXTREME : Math.abs(value - median) / sigma;
        double score = Math.max(linear, inMagnitudes(value, median, min, max));
        double trust = seen.numbers() / (seen.numbers() + HALF_TRUST);
        return Math.clamp((score - NORMAL) / (EXTREME - NORMAL), 0, 1) * trust;
    }

    /** The same on a scale of magnitudes: 0.35 among values near 35 is far away, though 35 less than them. */
    private static double inMagnitudes(double value, double median, double min, double max) {
        if (value <= 0 || min <= 0) {
            return 0;
        }
        double sigma = Math.max(StrictMath.log10(max / min) / 4, LEAST_MAGNITUDE);
        return Math.abs(StrictMath.log10(value / median)) / sigma;
    }

    /** Example: {@code 0.05 to 0.4, median 0.12}. */
    public static String range(ValueStats seen) {
        if (seen.min() == null || seen.max() == null || seen.median() == null) {
            return "nothing to compare with";
        }
        return plain(seen.min()) + " to " + plain(seen.max()) + ", median " + plain(seen.median());
    }

    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal number = new BigDecimal(value).round(FOUR).stripTrailingZeros();
        return number.scale() < -12 || number.scale() > 12 ? number.toString() : number.toPlainString();
    }
}
