package scenariorca.simulator.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds one row in the text format of COPY: fields separated by tabs, ended by a line feed. Made to be reused. */
public final class RowText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long[] POWERS = {1L, 10L, 100L, 1000L, 10_000L, 100_000L, 1_000_000L};

    /** A horizon typed wrong has thousands of years; the platform stores no more than this. */
    private static final int MOST_YEARS = 60;

    private static final int MOST_BYTES_A_YEAR = 360;
    private static final byte[] FIRST_YEAR = "{\"year\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT_YEAR = ",{\"year\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUE = ",\"value\":".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[4096];
    private int size;
    private boolean isFresh = true;

    /** The row so far, ended; the builder starts over. */
    public byte[] take() {
        raw('\n');
        byte[] row = Arrays.copyOf(bytes, size);
        size = 0;
        isFresh = true;
        return row;
    }

    public RowText nothing() {
        separate(40);
        raw('\\');
        raw('N');
        return this;
    }

    public RowText add(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        separate(encoded.length * 2);
        for (byte value : encoded) {
            escape(value);
        }
        return this;
    }

    public RowText add(@Nullable UUID id) {
        if (id == null) {
            return nothing();
        }
        separate(40);
        hex(id.getMostSignificantBits(), 60, 8);
        raw('-');
        hex(id.getMostSignificantBits(), 28, 4);
        raw('-');
        hex(id.getMostSignificantBits(), 12, 4);
        raw('-');
        hex(id.getLeastSignificantBits(), 60, 4);
        raw('-');
        hex(id.getLeastSignificantBits(), 44, 12);
        return this;
    }

    public RowText add(long number) {
        separate(40);
        digits(number);
        return this;
    }

    public RowText add(boolean truth) {
        separate(40);
        raw(truth ? 't' : 'f');
        return this;
    }

    /** A time in UTC, to the millisecond. */
    public RowText add(@Nullable Instant time) {
        if (time == null) {
            return nothing();
        }
        separate(40);
        long millis = time.toEpochMilli();
        long day = Math.floorDiv(millis, 86_400_000L);
        civil(day);
        int rest = (int) Math.floorMod(millis, 86_400_000L);
        raw(' ');
        pair(rest / 3_600_000);
        raw(':');
        pair(rest / 60_000 % 60);
        raw(':');
        pair(rest / 1000 % 60);
        raw('.');
        raw('0' + rest % 1000 / 100);
        pair(rest % 100);
        raw('+');
        pair(0);
        return this;
    }

    /** Days since 1970 as year-month-day (Howard Hinnant's days_from_civil, turned around). */
    private void civil(long days) {
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        long dayOfEra = shifted - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153;
        int day = (int) (dayOfYear - (153 * month + 2) / 5 + 1);
        int civilMonth = (int) (month < 10 ? month + 3 : month - 9);
        digits(yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0));
        raw('-');
        pair(civilMonth);
        raw('-');
        pair(day);
    }

    /** A node's result as JSON: unit, first year and one value per year, the first {@value #MOST_YEARS} years of them. */
    public RowText add(String unit, int startYear, double[] values) {
        separate(64 + unit.length() + MOST_YEARS * MOST_BYTES_A_YEAR);
        ascii("{\"unit\":\"");
        ascii(unit);
        ascii("\",\"values\":[");
        for (int i = 0; i < Math.min(values.length, MOST_YEARS); i++) {
            raw(i == 0 ? FIRST_YEAR : NEXT_YEAR);
            digits(startYear + i);
            raw(VALUE);
            decimal(values[i]);
            raw('}');
        }
        ascii("]}");
        return this;
    }

    private void decimal(double value) {
        double size = Math.abs(value);
        if (!(size < 1e12)) {
            ascii(Double.isFinite(value) ? java.math.BigDecimal.valueOf(value).toPlainString() : "null");
            return;
        }
        int places = size >= 1000 ? 1 : size >= 1 ? 3 : 6;
        long scaled = Math.round(size * POWERS[places]);
        if (value < 0 && scaled != 0) {
            raw('-');
        }
        digits(scaled / POWERS[places]);
        long fraction = scaled % POWERS[places];
        if (fraction != 0) {
            raw('.');
            for (int place = places - 1; place >= 0; place--) {
                raw('0' + (int) (fraction / POWERS[place] % 10));
            }
        }
    }

    /** Starts a field of at most so many bytes. */
    private void separate(int most) {
        if (bytes.length - size <= most + 2) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + most + 3));
        }
        if (!isFresh) {
            raw('\t');
        }
        isFresh = false;
    }

    private void escape(byte value) {
        switch (value) {
            case '\\' -> pair('\\', '\\');
            case '\t' -> pair('\\', 't');
            case '\n' -> pair('\\', 'n');
            case '\r' -> pair('\\', 'r');
            default -> raw(value);
        }
    }

    private void pair(char first, char second) {
        raw(first);
        raw(second);
    }

    private void pair(int number) {
        raw('0' + number / 10 % 10);
        raw('0' + number % 10);
    }

    private void digits(long number) {
        if (number < 0) {
            raw('-');
            digits(-number);
            return;
        }
        if (number >= 10) {
            digits(number / 10);
        }
        raw('0' + (int) (number % 10));
    }

    private void hex(long bits, int shift, int count) {
        for (int i = 0; i < count; i++) {
            raw(HEX[(int) (bits >>> (shift - 4 * i)) & 15]);
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            raw(text.charAt(i));
        }
    }

    private void raw(int value) {
        bytes[size++] = (byte) value;
    }

    private void raw(byte[] text) {
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }
}
