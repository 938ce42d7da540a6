package scenariorca.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time, or a version of the warehouse, as of which something is asked.
 *
 * @param at the time; null when a version is asked for
 * @param version the version; null when a time is asked for
 * @param text as it was given
 */
public record PastTime(@Nullable Instant at, @Nullable Long version, String text) {
    static final String NAME = "as_of";

    private static final String EXPECTED =
            "a time such as 2026-01-31T10:15:00Z, a day such as 2026-01-31 (its end, UTC), or"
                    + " the number of a load";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Null for null: now. */
    public static @Nullable PastTime of(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String text = given.strip();
        if (NUMBER.matcher(text).matches()) {
            return new PastTime(null, Long.valueOf(text), text);
        }
        try {
            if (text.length() == "2026-01-31".length()) {
                return new PastTime(
                        LocalDate.parse(text)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant(),
                        null,
                        text);
            }
            return new PastTime(Period.time(NAME, text), null, text);
        } catch (DateTimeException e) {
            throw wrong(given);
        }
    }

    private static RuntimeException wrong(String given) {
        return Check.invalid(NAME, EXPECTED, given);
    }

    /** Whether it is a day that has not ended: what is known of it is what is known now. */
    boolean isDayOf(Instant now) {
        return text.length() == "2026-01-31".length()
                && at != null
                && text.equals(LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
    }
}
