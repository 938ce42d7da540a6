package scenariorca.simulator;

import java.util.Locale;

/** What people type wrong. */
enum MistakeKind {
    SHARES_ABOVE_ONE,
    DIVISION_BY_ZERO,
    PERCENT_AS_FRACTION,
    FRACTION_AS_PERCENT,
    NEGATIVE_COUNT,
    MISSING_KEY,
    TEXT_IN_NUMBER,
    END_BEFORE_START,
    DURATION_OUT_OF_RANGE,
    OVERFLOW,
    HORIZON_TIMEOUT,
    TWO_INPUTS_TOGETHER;

    /** The word in the truth file. Example: shares_above_one. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
