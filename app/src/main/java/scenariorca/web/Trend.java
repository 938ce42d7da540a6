package scenariorca.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a number compares with the one of the window before. */
final class Trend {
    private Trend() {}

    /** In words, for a share in percent. Example: , up from 88.2 % in the time before */
    static String than(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null) {
            return "";
        }
        int sign = now.setScale(1, RoundingMode.HALF_UP).compareTo(before.setScale(1, RoundingMode.HALF_UP));
        return sign == 0
                ? ", as before"
                : (sign > 0 ? ", up from " : ", down from ") + Show.percent(before) + " in the time before";
    }

    /** An arrow and the earlier number. Example: ▲ was 12 */
    static String was(
            @Nullable BigDecimal now, @Nullable BigDecimal before, Function<@Nullable BigDecimal, String> shown) {
        if (now == null || before == null) {
            return "";
        }
        int sign = shown.apply(now).equals(shown.apply(before)) ? 0 : now.compareTo(before);
        return (sign > 0 ? "▲" : sign < 0 ? "▼" : "=") + " was " + shown.apply(before);
    }

    static String was(long now, long before) {
        return was(
                BigDecimal.valueOf(now),
                BigDecimal.valueOf(before),
                number -> Show.number(number == null ? 0 : number.longValue()));
    }
}
