package scenariorca.logs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as log lines write them. Without a zone they are UTC. */
final class Timestamps {
    private static final Pattern ISO = Pattern.compile(
            "^(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?\\s?(Z|UTC|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(?:\\.\\d{1,9})?");
    private static final BigDecimal MILLIS_FROM = new BigDecimal("100000000000");
    private static final BigDecimal NANOS_FROM = new BigDecimal("100000000000000000");
    private static final BigDecimal MICROS_FROM = new BigDecimal("100000000000000");

    private Timestamps() {}

    /** The time a text is; empty when it is none. */
    static Optional<Instant> parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return epoch(new BigDecimal(text));
        }
        Matcher matcher = ISO.matcher(text);
        return matcher.find() && matcher.end() >= text.length() - 1 ? instant(matcher) : Optional.empty();
    }

    /** Where the time at the start of a text ends; 0 when there is none. */
    static int end(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return 0;
        }
        Matcher matcher = ISO.matcher(text);
        return matcher.find() ? matcher.end() : 0;
    }

    private static Optional<Instant> instant(Matcher matcher) {
        try {
            String fraction = matcher.group(5) == null ? "" : "." + matcher.group(5);
            String local = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3) + "T" + matcher.group(4)
                    + fraction;
            String zone = matcher.group(6);
            if (zone == null || zone.equals("Z") || zone.equals("UTC")) {
                return Optional.of(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
            }
            String offset = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
            return Optional.of(OffsetDateTime.parse(local + offset).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> epoch(BigDecimal number) {
        int shift = number.compareTo(NANOS_FROM) >= 0
                ? 9
                : number.compareTo(MICROS_FROM) >= 0 ? 6 : number.compareTo(MILLIS_FROM) >= 0 ? 3 : 0;
        BigDecimal nanos = number.movePointRight(9 - shift);
        try {
            long all = nanos.longValue();
            return Optional.of(
                    Instant.ofEpochSecond(Math.floorDiv(all, 1_000_000_000L), Math.floorMod(all, 1_000_000_000L)));
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }
}
