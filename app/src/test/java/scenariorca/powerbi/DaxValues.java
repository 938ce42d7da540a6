package scenariorca.powerbi;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How DAX computes with values: a blank is 0, "" or false where it meets one; nothing summed up is blank. */
final class DaxValues {
    private DaxValues() {}

    static @Nullable Object apply(String sign, @Nullable Object left, @Nullable Object right) {
        return switch (sign) {
            case "=" -> compare(left, right) == 0;
            case "<>" -> compare(left, right) != 0;
            case "<" -> compare(left, right) < 0;
            case "<=" -> compare(left, right) <= 0;
            case ">" -> compare(left, right) > 0;
            case ">=" -> compare(left, right) >= 0;
            case "&" -> text(left) + text(right);
            case "+" -> left == null && right == null ? null : (Object) (number(left) + number(right));
            case "-" -> left == null && right == null ? null : (Object) (number(left) - number(right));
            default -> throw new IllegalArgumentException("unknown sign " + sign);
        };
    }

    static @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
        return left == null || number(right) == 0 ? null : (Object) (number(left) / number(right));
    }

    /** Texts are compared whatever their case, as the model's engine does. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null && right == null) {
            return 0;
        }
        Object kind = left == null ? right : left;
        return switch (kind) {
            case String _ ->
                text(left).toLowerCase(Locale.ROOT).compareTo(text(right).toLowerCase(Locale.ROOT));
            case Boolean _ -> Boolean.compare(Boolean.TRUE.equals(left), Boolean.TRUE.equals(right));
            case LocalDateTime _ -> time(left).compareTo(time(right));
            case null, default -> Double.compare(number(left), number(right));
        };
    }

    /** Nothing counted is blank. */
    static @Nullable Object count(long count) {
        return count == 0 ? null : (Object) (double) count;
    }

    static @Nullable Object sum(List<Object> values) {
        return values.isEmpty()
                ? null
                : (Object) values.stream().mapToDouble(DaxValues::number).sum();
    }

    static @Nullable Object least(List<? extends @Nullable Object> values) {
        Object least = null;
        for (Object value : values) {
            least = least == null || compare(value, least) < 0 ? value : least;
        }
        return least;
    }

    static @Nullable Object greatest(List<? extends @Nullable Object> values) {
        Object greatest = null;
        for (Object value : values) {
            greatest = greatest == null || compare(value, greatest) > 0 ? value : greatest;
        }
        return greatest;
    }

    /** Interpolated, both ends included. */
    static @Nullable Object percentile(List<? extends @Nullable Object> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(DaxValues::number).sorted().toArray();
        if (sorted.length == 0) {
            return null;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double number(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Double number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case Object other -> throw new IllegalArgumentException("no number: " + other);
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static LocalDateTime time(@Nullable Object value) {
        return value instanceof LocalDateTime time ? time : LocalDateTime.of(1899, 12, 30, 0, 0);
    }
}
