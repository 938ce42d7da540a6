package scenariorca.logs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time in one of the ways that {@link Timestamps} does not read: names of months, other orders, parts left out.
 *
 * @param time UTC without a zone; null when it is written but no calendar has it
 * @param end where it ends in the text
 */
record WrittenTime(@Nullable Instant time, int end) {
    private static final String CLOCK = "(?<clock>\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?)";
    private static final String HALF = "(?:[ \\u202f]?(?<half>[AP]M))?";
    private static final String ZONE = "(?: ?(?<zone>Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?";
    private static final List<Pattern> FORMS = List.of(
            form("(?:[A-Z][a-z]{2},? )?(?<month>[A-Z][a-z]{2}) {1,2}(?<day>\\d{1,2}) " + CLOCK
                    + "(?: (?<year>\\d{4})\\b)?"),
            form("(?:[A-Z][a-z]{2},? )?(?<day>\\d{1,2})[/ -](?<month>[A-Z][a-z]{2})[/ -](?<year>\\d{4})[:T ]{1,2}"
                    + CLOCK + ZONE),
            form("(?<month>[A-Z][a-z]{2,8}) (?<day>\\d{1,2}), (?<year>\\d{4}),? (?:at )?" + CLOCK + HALF + ZONE),
            form("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4}),? " + CLOCK + HALF + ZONE),
            form("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}),? " + CLOCK),
            form("(?<year>\\d\\d)/(?<month>\\d\\d)/(?<day>\\d\\d) " + CLOCK),
            form("(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)[ T]?" + CLOCK + ZONE),
            form("(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d) " + CLOCK),
            form("(?<month>\\d\\d)-?(?<day>\\d\\d) " + CLOCK),
            form(CLOCK + ZONE),
            form("(?<epoch>1\\d{9}(?:\\.\\d{1,9})?|1\\d{12})(?=[\\s\\]])"));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 60;
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private static Pattern form(String expression) {
        return Pattern.compile("^" + expression + "(?![\\d:])");
    }

    /** The time that a whole text is; empty when it is none. */
    static Optional<Instant> parse(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.empty();
        }
        WrittenTime found = at(text, null);
        return found == null || found.end < text.length() ? Optional.empty() : Optional.ofNullable(found.time);
    }

    /**
     * The time at the start of a text; null when there is none.
     *
     * @param near a moment close by, for what the text leaves out; null when unknown
     */
    static @Nullable WrittenTime at(String text, @Nullable Instant near) {
        if (text.length() < SHORTEST || !mayStart(text)) {
            return null;
        }
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(start);
            if (matcher.lookingAt()) {
                return new WrittenTime(read(matcher, form.pattern(), near), matcher.end());
            }
        }
        return null;
    }

    private static boolean mayStart(String text) {
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return true;
        }
        int colon = text.indexOf(':');
        return first >= 'A'
                && first <= 'Z'
                && Character.isLowerCase(text.charAt(1))
                && Character.isLowerCase(text.charAt(2))
                && colon > 0
                && colon < LONGEST;
    }

    private static @Nullable Instant read(Matcher matcher, String form, @Nullable Instant near) {
        try {
            if (form.contains("<epoch>")) {
                return Timestamps.parse(matcher.group("epoch")).orElse(null);
            }
            LocalTime clock = clock(matcher, form);
            ZoneOffset zone = zone(matcher, form);
            if (!form.contains("<month>")) {
                return near == null ? null : nearest(clock, zone, near);
            }
            @Nullable String year = form.contains("<year>") ? matcher.group("year") : null;
            if (year == null && near == null) {
                return null;
            }
            int month = month(matcher.group("month"));
            int day = Integer.parseInt(matcher.group("day"));
            if (year != null) {
                int written = Integer.parseInt(year);
                return LocalDateTime.of(LocalDate.of(written < 100 ? 2000 + written : written, month, day), clock)
                        .toInstant(zone);
            }
            return near == null ? null : nearest(month, day, clock, near);
        } catch (DateTimeException | NumberFormatException noTime) {
            return null;
        }
    }

    private static LocalTime clock(Matcher matcher, String form) {
        String written = matcher.group("clock").replace(',', '.');
        int hour = Integer.parseInt(written.substring(0, written.indexOf(':')));
        @Nullable String half = form.contains("<half>") ? matcher.group("half") : null;
        int day = half == null ? hour : hour % 12 + (half.equals("PM") ? 12 : 0);
        return LocalTime.parse(String.format(Locale.ROOT, "%02d", day) + written.substring(written.indexOf(':')));
    }

    private static ZoneOffset zone(Matcher matcher, String form) {
        @Nullable String zone = form.contains("<zone>") ? matcher.group("zone") : null;
        boolean isUtc = zone == null || Character.isLetter(zone.charAt(0));
        return isUtc ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        return 1 + MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    /** The day before, of or after the moment, whichever is closest. */
    private static Instant nearest(LocalTime clock, ZoneOffset zone, Instant near) {
        OffsetDateTime sameDay = near.atOffset(zone).with(clock);
        Duration ahead = Duration.between(near, sameDay.toInstant());
        int days = ahead.compareTo(Duration.ofHours(12)) > 0 ? -1 : ahead.compareTo(Duration.ofHours(-12)) < 0 ? 1 : 0;
        return sameDay.plusDays(days).toInstant();
    }

    private static Instant nearest(int month, int day, LocalTime clock, Instant near) {
        int year = near.atOffset(ZoneOffset.UTC).getYear();
        Instant sameYear = LocalDateTime.of(
                        LocalDate.of(
                                year,
                                month,
                                Math.min(day, LocalDate.of(year, month, 1).lengthOfMonth())),
                        clock)
                .toInstant(ZoneOffset.UTC);
        Duration ahead = Duration.between(near, sameYear);
        int years = ahead.compareTo(HALF_A_YEAR) > 0 ? -1 : ahead.compareTo(HALF_A_YEAR.negated()) < 0 ? 1 : 0;
        return sameYear.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }
}
