package scenariorca.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;
import tools.jackson.databind.JsonNode;

/** How values look on every page. */
final class Show {
    static final String NONE = "–";
    private static final int SHORT_ID = 8;
    private static final int SHORT_VALUE = 60;
    private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MILLISECOND = format("HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    static final int LONGEST_NAME = 160;

    private Show() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** To the minute, UTC; the script turns it into the viewer's zone. Example: 2026-11-20 11:05 */
    static String time(@Nullable Instant time) {
        return time == null ? NONE : MINUTE.format(time);
    }

    /** Example: 11:05:04.583 */
    static String clock(@Nullable Instant time) {
        return time == null ? NONE : MILLISECOND.format(time);
    }

    /** Example: 20 Nov */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Example: 2 min 3 s */
    static String seconds(@Nullable BigDecimal seconds) {
        return seconds == null
                ? NONE
                : duration(Duration.ofMillis(seconds.movePointRight(3).longValue()));
    }

    /** Example: 502 ms */
    static String millis(@Nullable Long ms) {
        return ms == null ? NONE : ms < 1_000 ? ms + "\u00a0ms" : duration(Duration.ofMillis(ms));
    }

    /** The two largest units. Example: 3 h 12 min */
    static String duration(Duration duration) {
        Duration length = duration.abs();
        if (length.toSeconds() < 60) {
            BigDecimal seconds = BigDecimal.valueOf(length.toMillis(), 3);
            return seconds.setScale(length.toSeconds() < 10 ? 1 : 0, RoundingMode.HALF_UP)
                            .toPlainString() + "\u00a0s";
        }
        if (length.toMinutes() < 60) {
            return length.toMinutes() + "\u00a0min" + rest(length.toSecondsPart(), "\u00a0s");
        }
        if (length.toHours() < 48) {
            return length.toHours() + "\u00a0h" + rest(length.toMinutesPart(), "\u00a0min");
        }
        return length.toDays() + "\u00a0d" + rest(length.toHoursPart(), "\u00a0h");
    }

    private static String rest(int part, String unit) {
        return part == 0 ? "" : " " + part + unit;
    }

    /** How far {@code time} is from {@code from}. Example: 13 min before */
    static String relative(Instant time, Instant from) {
        Duration gap = Duration.between(time, from);
        return gap.isZero() ? "at once" : duration(gap) + (gap.isNegative() ? " after" : " before");
    }

    /** Thousands apart by a thin space. Example: 12 345 */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }

    /** Example: 97.5 % */
    static String percent(@Nullable BigDecimal percent) {
        return percent == null
                ? NONE
                : percent.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "\u2009%";
    }

    /** How likely something is, from 0 to 1: nothing is quite certain. Example: 97 % */
    static String chance(double chance) {
        return chance > 0.99 ? ">\u200999\u2009%" : share(chance);
    }

    /** A share from 0 to 1. Example: 97 % */
    static String share(double share) {
        return share > 0 && share < 0.005 ? "<\u20091\u2009%" : Math.round(share * 100) + "\u2009%";
    }

    /** Example: +800 % */
    static String change(@Nullable BigDecimal percent) {
        if (percent == null) {
            return "";
        }
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return (percent.signum() > 0 ? "+" : percent.signum() < 0 ? "\u2212" : "")
                + clip(rounded.abs().toPlainString(), 12) + "\u2009%";
    }

    /** Example: +0.8 */
    static String signed(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : (number.signum() > 0 ? "+" : number.signum() < 0 ? "\u2212" : "")
                        + clip(number.abs().stripTrailingZeros().toPlainString(), 24);
    }

    /** The first digits of an id. */
    static String id(Object id) {
        String text = id.toString();
        return text.length() <= SHORT_ID ? text : text.substring(0, SHORT_ID);
    }

    /** A value of an input: numbers plainly, texts in quotes, "missing" when there is none. */
    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "missing";
        }
        if (value.isContainer()) {
            return value.isObject() ? "{" + value.size() + " keys}" : "[" + value.size() + " values]";
        }
        return clip(value.isNumber() ? value.decimalValue().toPlainString() : value.toString(), SHORT_VALUE);
    }

    static String json(@Nullable JsonText json) {
        return json == null ? "missing" : json.text();
    }

    static String clip(@Nullable String text, int length) {
        if (text == null) {
            return "";
        }
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** A word of ours as people write it. Example: not upstream */
    static String words(@Nullable String word) {
        return word == null ? "" : word.replace('_', ' ');
    }

    static String or(@Nullable String text, String instead) {
        return text == null || text.isBlank() ? instead : text;
    }

    /** A name in a list, where a very long one must leave room for others. */
    static String name(@Nullable String text, String instead) {
        return clip(or(text, instead), LONGEST_NAME);
    }

    /** Example: 1 run, 2 runs */
    static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** The shape of an outcome: colour is never alone. */
    static String mark(@Nullable String outcome) {
        return switch (outcome == null ? "" : outcome) {
            case "success" -> "●";
            case "failed" -> "✕";
            case "timeout" -> "◔";
            case "in_progress" -> "○";
            default -> "?";
        };
    }
}
