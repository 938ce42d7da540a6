package scenariorca.logs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as log lines write them. Without a zone they are UTC. Read by hand: every line has one. */
final class Timestamps {
    private static final String SHAPE = "dddd-dd-dd dd:dd:dd";
    private static final int MAX_FRACTION = 9;
    private static final BigDecimal MILLIS_FROM = new BigDecimal("100000000000");
    private static final BigDecimal MICROS_FROM = new BigDecimal("100000000000000");
    private static final BigDecimal NANOS_FROM = new BigDecimal("100000000000000000");

    private Timestamps() {}

    /** The time a text is; empty when it is none. */
    static Optional<Instant> parse(String text) {
        if (text.isEmpty() || !isDigit(text, 0)) {
            return Optional.empty();
        }
        int end = end(text);
        if (end > 0 && end >= text.length() - 1) {
            return instant(text, end);
        }
        return isNumber(text) ? epoch(new BigDecimal(text)) : Optional.empty();
    }

    /** Where the time at the start of a text ends; 0 when there is none. */
    static int end(String text) {
        if (!hasShape(text)) {
            return 0;
        }
        int fraction = fractionEnd(text);
        int zone = fraction < text.length() && text.charAt(fraction) == ' ' ? fraction + 1 : fraction;
        int zoneEnd = zoneEnd(text, zone);
        return zoneEnd > zone ? zoneEnd : fraction;
    }

    private static boolean hasShape(String text) {
        if (text.length() < SHAPE.length()) {
            return false;
        }
        for (int at = 0; at < SHAPE.length(); at++) {
            char letter = text.charAt(at);
            boolean isRight = switch (SHAPE.charAt(at)) {
                case 'd' -> letter >= '0' && letter <= '9';
                case '-' -> letter == '-' || letter == '/' || letter == '.';
                case ' ' -> letter == ' ' || letter == 'T' || letter == '\t';
                default -> letter == ':';
            };
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    private static int fractionEnd(String text) {
        int start = SHAPE.length();
        boolean hasMark = start + 1 < text.length() && (text.charAt(start) == '.' || text.charAt(start) == ',');
        if (!hasMark || !isDigit(text, start + 1)) {
            return start;
        }
        int at = start + 1;
        while (isDigit(text, at) && at - start <= MAX_FRACTION) {
            at++;
        }
        return at;
    }

    private static int zoneEnd(String text, int start) {
        if (text.startsWith("Z", start)) {
            return start + 1;
        }
        if (text.startsWith("UTC", start)) {
            return start + 3;
        }
        boolean hasSign = start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-');
        if (!hasSign || !isDigit(text, start + 1) || !isDigit(text, start + 2)) {
            return start;
        }
        int minutes = text.startsWith(":", start + 3) ? start + 4 : start + 3;
        return isDigit(text, minutes) && isDigit(text, minutes + 1) ? minutes + 2 : start;
    }

    private static Optional<Instant> instant(String text, int end) {
        try {
            int fraction = fractionEnd(text);
            int nanos = 0;
            for (int digit = 0; digit < MAX_FRACTION; digit++) {
                int at = SHAPE.length() + 1 + digit;
                nanos = nanos * 10 + (at < fraction ? text.charAt(at) - '0' : 0);
            }
            var local = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    nanos);
            String zone = text.substring(fraction, end).strip();
            boolean isUtc = zone.isEmpty() || zone.equals("Z") || zone.equals("UTC");
            return Optional.of(local.toInstant(isUtc ? ZoneOffset.UTC : ZoneOffset.of(zone)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int at = start; at < end; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Nine to nineteen digits, and perhaps a fraction. */
    private static boolean isNumber(String text) {
        int dot = text.indexOf('.');
        int whole = dot < 0 ? text.length() : dot;
        boolean hasFraction = dot >= 0 && dot + 1 < text.length();
        if (whole < 9 || whole > 19 || text.length() - whole > MAX_FRACTION + 1 || dot >= 0 && !hasFraction) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (at != dot && !isDigit(text, at)) {
                return false;
            }
        }
        return true;
    }

    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, by size. */
    private static Optional<Instant> epoch(BigDecimal number) {
        int digits = number.compareTo(NANOS_FROM) >= 0
                ? 9
                : number.compareTo(MICROS_FROM) >= 0 ? 6 : number.compareTo(MILLIS_FROM) >= 0 ? 3 : 0;
        BigDecimal nanos = number.movePointRight(9 - digits);
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        long all = nanos.longValue();
        return Optional.of(
                Instant.ofEpochSecond(Math.floorDiv(all, 1_000_000_000L), Math.floorMod(all, 1_000_000_000L)));
    }
}
