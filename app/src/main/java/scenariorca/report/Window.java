package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The last so many whole UTC days, today included.
 *
 * @param days 1 to 3660
 */
public record Window(int days) {
    public static final int MAX_DAYS = 3_660;
    public static final int DEFAULT_DAYS = 30;

    public Window {
        Check.within("days", days, 1, MAX_DAYS);
    }

    /** The first day of the window. */
    LocalDate firstDay(LocalDate today) {
        return today.minusDays(days - 1L);
    }

    /** The start of the first day. */
    Instant start(LocalDate today) {
        return firstDay(today).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
