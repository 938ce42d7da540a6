package scenariorca.diagnosis.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Values seen at one path of one node's input, as counts and quantiles.
 *
 * @param count values seen: numbers, texts, nulls and all
 * @param same of these, how many equal the value after the change (numbers as numbers)
 * @param numbers of these, how many are numbers
 * @param median of the numbers; null without any
 * @param mad median of the absolute deviations from the median; null without any
 * @param min least number; null without any
 * @param max greatest number; null without any
 */
public record ValueStats(
        int count,
        int same,
        int numbers,
        @Nullable Double median,
        @Nullable Double mad,
        @Nullable Double min,
        @Nullable Double max) {
    public static final ValueStats NONE = new ValueStats(0, 0, 0, null, null, null, null);
}
