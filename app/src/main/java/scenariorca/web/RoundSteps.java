package scenariorca.web;

import java.time.Duration;
import java.util.stream.LongStream;

/** Steps of a time axis that people count in: of a span, the least that does not need too many. */
final class RoundSteps {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY,
        56 * DAY,
        182 * DAY,
        364 * DAY
    };

    private RoundSteps() {}

    /** @param most steps there is room for */
    static Duration of(Duration span, int most) {
        long needed = Math.ceilDiv(Math.max(1, span.toMillis()), most);
        return Duration.ofMillis(LongStream.of(STEPS)
                .filter(step -> step >= needed)
                .findFirst()
                .orElse(Math.ceilDiv(needed, STEPS[STEPS.length - 1]) * STEPS[STEPS.length - 1]));
    }
}
