package scenariorca.simulator.varied.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/** What a strict engine finds wrong with a document before it computes with it. */
final class Inspection {
    private final Input input;
    private final Horizon span;
    private final int documented;

    private Inspection(Input input, Horizon span, int documented) {
        this.input = input;
        this.span = span;
        this.documented = documented;
    }

    /**
     * The first thing wrong; null when nothing is.
     *
     * @param span the periods of the run: what lies beyond them is not looked at
     * @param documented how many periods a document has
     */
    static @Nullable Failure first(List<Field> fields, Input input, Horizon span, int documented) {
        var inspection = new Inspection(input, span, documented);
        for (Field field : fields) {
            Failure found = inspection.isAsleep(fields, field) ? null : inspection.field(field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isAsleep(List<Field> fields, Field field) {
        for (Field other : fields) {
            if (other instanceof Field.Flag flag
                    && !flag.guarded().isEmpty()
                    && field.path().startsWith(flag.guarded() + '/')
                    && Boolean.FALSE.equals(input.at(flag.path()))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Failure field(Field field) {
        return switch (field) {
            case Field.Number number -> number(number.path(), input.at(number.path()), number, "");
            case Field.Measure measure -> {
                Failure found = word(measure.path() + "/unit", measure.units());
                String path = measure.path() + "/value";
                yield found != null ? found : number(path, input.at(path), measure.value(), "");
            }
            case Field.Periods periods -> periods(periods);
            case Field.Word word -> word(word.path(), word.words());
            case Field.Flag flag ->
                input.at(flag.path()) instanceof Boolean
                        ? null
                        : failure(FailureKind.TYPE, flag.path(), input.at(flag.path()), "", "");
            case Field.Interval interval -> interval(interval);
            case Field.Records records -> records(records);
            case Field.Parts parts -> parts(parts);
            case Field.Note note -> null;
        };
    }

    private static @Nullable Failure number(String path, @Nullable Object value, Field.Number allowed, String period) {
        if (value == null) {
            return failure(FailureKind.MISSING, path, null, "", period);
        }
        if (!(value instanceof BigDecimal number)) {
            return failure(FailureKind.TYPE, path, value, "", period);
        }
        double size = number.doubleValue();
        if (size < allowed.least() || size > allowed.most()) {
            String limit = shown(size < allowed.least() ? allowed.least() : allowed.most());
            return failure(FailureKind.RANGE, path, value, limit, period);
        }
        return null;
    }

    private @Nullable Failure word(String path, List<String> words) {
        Object value = input.at(path);
        if (value == null) {
            return failure(FailureKind.MISSING, path, null, "", "");
        }
        return words.contains(String.valueOf(value)) ? null : failure(FailureKind.WORD, path, value, "", "");
    }

    private @Nullable Failure periods(Field.Periods field) {
        Object all = input.at(field.path());
        if (all instanceof List<?> list && list.size() != documented) {
            return failure(FailureKind.LENGTH, field.path(), list.size(), String.valueOf(documented), "");
        }
        if (field.layout() == Field.Layout.RECORDS) {
            Failure twice = twice(field.path(), "period");
            if (twice != null) {
                return twice;
            }
        }
        for (int period = 0; period < span.count(); period++) {
            String path = leaf(field.path(), field.layout(), span, period);
            Failure found = number(path, input.at(path), field.value(), span.label(period));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Failure twice(String path, String key) {
        Set<Object> seen = new HashSet<>();
        for (Object record : input.at(path) instanceof List<?> list ? list : List.of()) {
            Object name = record instanceof Map<?, ?> map ? map.get(key) : null;
            if (name != null && !seen.add(name)) {
                return failure(FailureKind.DUPLICATE, path, name, "", String.valueOf(name));
            }
        }
        return null;
    }

    private @Nullable Failure interval(Field.Interval field) {
        String from = String.valueOf(input.at(field.path() + '/' + field.from()));
        String to = String.valueOf(input.at(field.path() + '/' + field.to()));
        try {
            boolean isOrdered = LocalDate.parse(from).isBefore(LocalDate.parse(to));
            return isOrdered ? null : failure(FailureKind.ORDER, field.path() + '/' + field.to(), to, from, "");
        } catch (DateTimeParseException e) {
            return failure(FailureKind.TYPE, field.path(), e.getParsedString(), "", "");
        }
    }

    private @Nullable Failure records(Field.Records field) {
        if (!(input.at(field.path()) instanceof List<?> list)
                || list.size() < field.names().size()) {
            return failure(
                    FailureKind.LENGTH,
                    field.path(),
                    null,
                    String.valueOf(field.names().size()),
                    "");
        }
        Failure twice = twice(field.path(), field.key());
        for (int i = 0; twice == null && i < list.size(); i++) {
            String path = field.path() + '/' + i + '/' + field.column();
            Failure found = number(path, input.at(path), field.value(), "");
            if (found != null) {
                return found;
            }
        }
        return twice;
    }

    private @Nullable Failure parts(Field.Parts field) {
        double sum = 0;
        for (String name : field.names()) {
            String path = field.path() + '/' + name;
            Object value = input.at(path);
            if (!(value instanceof BigDecimal part)) {
                FailureKind kind = value == null ? FailureKind.MISSING : FailureKind.TYPE;
                return failure(kind, path, value, "", "");
            }
            sum += part.doubleValue();
        }
        boolean isWhole = Math.abs(sum - field.total()) <= field.tolerance();
        return isWhole ? null : failure(FailureKind.PARTS, field.path(), shown(sum), shown(field.total()), "");
    }

    /** Where the number of a period stands. */
    static String leaf(String path, Field.Layout layout, Horizon span, int period) {
        return switch (layout) {
            case ARRAY -> path + '/' + period;
            case MAP -> path + '/' + span.label(period);
            case RECORDS -> path + '/' + period + "/value";
        };
    }

    static Failure failure(FailureKind kind, String path, @Nullable Object value, String limit, String period) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("path", path);
        facts.put("value", value == null ? "null" : String.valueOf(value));
        if (!limit.isEmpty()) {
            facts.put("limit", limit);
        }
        if (!period.isEmpty()) {
            facts.put("period", period);
        }
        return new Failure(kind, facts);
    }

    /** A number as engines print it. */
    static String shown(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        int places = Math.abs(value) >= 1000 ? 1 : 4;
        return BigDecimal.valueOf(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
