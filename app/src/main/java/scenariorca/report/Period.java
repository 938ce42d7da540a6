package scenariorca.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, open where a bound is null.
 *
 * @param from first instant in it
 * @param until first instant after it
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    /**
     * From {@code start_date} to {@code end_date}, both included: a day ends with its last instant.
     *
     * @param start RFC 3339 time or day, UTC; null for no bound. Example: 2026-01-31
     * @param end as {@code start}
     */
    public static Period of(@Nullable String start, @Nullable String end) {
        return of("start_date", start, "end_date", end);
    }

    /** The same with {@code from} and {@code to}, as a window of changes is asked for. */
    public static Period between(@Nullable String from, @Nullable String to) {
        return of("from", from, "to", to);
    }

    /** From {@code since} on. */
    public static Period since(String since) {
        return of("since", since, "until", null);
    }

    private static Period of(String startName, @Nullable String start, String endName, @Nullable String end) {
        Instant from = start == null ? null : instant(startName, start, false);
        Instant until = end == null ? null : instant(endName, end, true);
        if (from != null && until != null && !from.isBefore(until)) {
            throw Check.invalid(endName, "at or after " + startName, String.valueOf(end));
        }
        return new Period(from, until);
    }

    /** @throws scenariorca.platform.RcaException INVALID_INPUT for what is no time */
    static Instant time(String parameter, String text) {
        // A plus sign arrives as a blank when the caller forgot to encode it.
        return within(parameter, text, OffsetDateTime.parse(text.replace(' ', '+')));
    }

    private static Instant instant(String parameter, String text, boolean isEnd) {
        try {
            if (text.length() == "2026-01-31".length()) {
                LocalDate day = LocalDate.parse(text);
                return within(
                        parameter,
                        text,
                        (isEnd ? day.plusDays(1) : day).atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            // A plus sign arrives as a blank when the caller forgot to encode it.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            return within(parameter, text, isEnd ? time.plus(1, ChronoUnit.MICROS) : time);
        } catch (DateTimeException e) {
            throw wrong(parameter, text);
        }
    }

    private static Instant within(String parameter, String text, OffsetDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw wrong(parameter, text);
        }
        return time.toInstant();
    }

    private static RuntimeException wrong(String parameter, String text) {
        return Check.invalid(
                parameter, "a day such as 2026-01-31 or an RFC 3339 time such as 2026-01-31T10:15:00Z", text);
    }
}
