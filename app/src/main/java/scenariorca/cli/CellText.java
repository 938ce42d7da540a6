package scenariorca.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as the cells of tables say them; a dash where there is none. */
final class CellText {
    private static final String NONE = "-";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CellText() {}

    /** In UTC, to the minute; the heading says so. Example: 2026-11-20 17:05 */
    static String minute(@Nullable Instant time) {
        return time == null ? NONE : MINUTE.format(time);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    static String or(@Nullable String text) {
        return or(text, NONE);
    }

    /** Of a name in the data such as in_progress. */
    static String plain(String word) {
        return word.replace('_', ' ');
    }

    /** Example: 42.5 s, 2 min 56 s, 3 h 10 min */
    static String duration(@Nullable BigDecimal seconds) {
        if (seconds == null) {
            return NONE;
        }
        Duration duration = Duration.ofMillis(seconds.movePointRight(3).longValue());
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        return duration.toHours() < 1
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
