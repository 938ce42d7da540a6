package scenariorca.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import tools.jackson.databind.JsonNode;

/** How a person says it. */
final class Phrases {
    private static final int MAX_VALUE = 60;
    private static final int MAX_NAMES = 3;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Phrases() {}

    /** The time between two instants. Example: {@code 13 minutes}. */
    static String span(Instant from, Instant to) {
        return duration(Duration.between(from, to).abs());
    }

    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return count(seconds, "second");
        }
        long minutes = duration.toMinutes();
        if (minutes < 120) {
            return count(minutes, "minute");
        }
        return minutes < 2 * MINUTES_OF_DAY ? count(minutes / 60, "hour") : count(minutes / MINUTES_OF_DAY, "day");
    }

    /** How long something took, to two units, rounded. Example: {@code 2 min 56 s}. */
    static String length(double exactSeconds) {
        long seconds = Math.round(exactSeconds);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = Math.round(exactSeconds / 60);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** An instant to the minute. Example: {@code 2026-11-20 11:05 UTC}. */
    static String time(Instant at) {
        return TIME.format(at) + " UTC";
    }

    /** The nodes' names. Example: {@code Treatment Share and Price}. */
    static String names(List<FailingNode> nodes) {
        List<String> names =
                nodes.stream().map(FailingNode::nodeName).distinct().toList();
        return joined(names);
    }

    static String joined(List<String> names) {
        if (names.size() <= 1) {
            return names.isEmpty() ? "" : names.getFirst();
        }
        if (names.size() > MAX_NAMES) {
            return String.join(", ", names.subList(0, MAX_NAMES)) + " and " + (names.size() - MAX_NAMES) + " more";
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** A value as people write it: numbers plain, texts quoted and clipped, a path that does not exist "missing". */
    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "missing";
        }
        if (Values.number(value) != null) {
            String plain = value.decimalValue().toString();
            return plain.length() > MAX_VALUE ? plain.substring(0, MAX_VALUE) + "…" : plain;
        }
        if (value.isContainer()) {
            return (value.isObject() ? "an object of " : "a list of ") + value.size();
        }
        String text = value.isString() ? value.stringValue() : value.asString("");
        if (value.isNull()) {
            return "null";
        }
        int end = Math.min(text.length(), MAX_VALUE);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String clipped = end < text.length() ? text.substring(0, end) + "…" : text;
        return value.isString() ? "\"" + clipped + "\"" : clipped;
    }

    /** What happened to a leaf. Example: {@code was changed from 0.10 to 0.90}. */
    static String change(LeafChange leaf) {
        return switch (leaf.kind()) {
            case ADDED -> "was added as " + value(leaf.after());
            case REMOVED -> "was removed (it was " + value(leaf.before()) + ")";
            case CHANGED, TYPE_CHANGED -> "was changed from " + value(leaf.before()) + " to " + value(leaf.after());
        };
    }
}
