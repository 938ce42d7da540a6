package scenariorca.simulator.varied;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Draft;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Node;

/** Ideas for ordinary edits, small and large. Whether they are harmless is for the engine to say. */
final class Edits {
    private static final double MOST_OF_ALLOWED = 0.9;

    private final Dice dice;

    Edits(Dice dice) {
        this.dice = dice;
    }

    /** A change of one field of one document; null when nothing comes to mind. */
    @Nullable
    TypedChange idea(Node node, Input input, boolean isLarge) {
        if (node.fields().isEmpty()) {
            return null;
        }
        Field field = dice.pick(node.fields());
        double factor =
                isLarge ? dice.chance(0.5) ? dice.between(1.6, 3.5) : dice.between(0.3, 0.65) : dice.around1(0.12);
        return switch (field) {
            case Field.Number number -> scaled(node, number.path(), input.at(number.path()), number, factor);
            case Field.Measure measure -> measure(node, measure, input, factor);
            case Field.Periods periods -> periods(node, periods, input, factor);
            case Field.Word word -> TypedChange.of(node.index(), "word", word.path(), dice.pick(word.words()));
            case Field.Flag flag ->
                TypedChange.of(node.index(), "switch", flag.path(), !Boolean.TRUE.equals(input.at(flag.path())));
            case Field.Interval interval -> moved(node, interval, input);
            case Field.Records records -> record(node, records, input, factor);
            case Field.Parts parts -> shifted(node, parts, input);
            case Field.Note note -> TypedChange.of(node.index(), "note", note.path(), dice.pick(note.texts()));
        };
    }

    private static @Nullable TypedChange scaled(
            Node node, String path, @Nullable Object value, Field.Number allowed, double factor) {
        if (!(value instanceof BigDecimal number)) {
            return null;
        }
        double low = allowed.least() + (allowed.low() - allowed.least()) * (1 - MOST_OF_ALLOWED);
        double high = allowed.most() - (allowed.most() - allowed.high()) * (1 - MOST_OF_ALLOWED);
        double wanted = Math.clamp(number.doubleValue() * factor, Math.min(low, high), Math.max(low, high));
        return TypedChange.of(node.index(), "value", path, Draft.typed(wanted, allowed));
    }

    /** The value, or the same value in another unit. */
    private @Nullable TypedChange measure(Node node, Field.Measure field, Input input, double factor) {
        String path = field.path() + "/value";
        int to = dice.below(field.units().size());
        int from = field.units().indexOf(String.valueOf(input.at(field.path() + "/unit")));
        if (dice.chance(0.6) || from < 0 || from == to || !(input.at(path) instanceof BigDecimal value)) {
            return scaled(node, path, input.at(path), field.value(), factor);
        }
        double converted = value.doubleValue()
                * field.factors().get(from)
                / field.factors().get(to);
        return new TypedChange(
                node.index(),
                "unit_converted",
                List.of(field.path()),
                List.of(
                        new TypedChange.Put(
                                path, BigDecimal.valueOf(converted).round(new java.math.MathContext(6)), false),
                        new TypedChange.Put(
                                field.path() + "/unit", field.units().get(to), false)));
    }

    /** One period, or all of them. */
    private @Nullable TypedChange periods(Node node, Field.Periods field, Input input, double factor) {
        List<String> leaves = leaves(field, input);
        if (leaves.isEmpty()) {
            return null;
        }
        if (dice.chance(0.5)) {
            String path = dice.pick(leaves);
            return scaled(node, path, input.at(path), field.value(), factor);
        }
        var puts = new ArrayList<TypedChange.Put>();
        for (String leaf : leaves) {
            TypedChange one = scaled(node, leaf, input.at(leaf), field.value(), factor);
            if (one != null) {
                puts.addAll(one.puts());
            }
        }
        return new TypedChange(node.index(), "series", List.of(field.path()), puts);
    }

    /** Pointers of the numbers by period, as they are in the document. */
    static List<String> leaves(Field.Periods field, Input input) {
        var leaves = new ArrayList<String>();
        Object all = input.at(field.path());
        if (all instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaves.add(field.path() + '/' + i + (field.layout() == Field.Layout.RECORDS ? "/value" : ""));
            }
        } else if (all instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> leaves.add(field.path() + '/' + key));
        }
        return leaves;
    }

    private @Nullable TypedChange moved(Node node, Field.Interval field, Input input) {
        boolean isEnd = dice.chance(0.6);
        String path = field.path() + '/' + (isEnd ? field.to() : field.from());
        try {
            LocalDate date = LocalDate.parse(String.valueOf(input.at(path)));
            int days = dice.whole(10, Math.max(11, field.leastDays() / 2)) * (isEnd ? 1 : -1);
            return TypedChange.of(
                    node.index(), "date", path, date.plusDays(days).toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable TypedChange record(Node node, Field.Records field, Input input, double factor) {
        int index = dice.below(field.names().size());
        String path = field.path() + '/' + index + '/' + field.column();
        return scaled(node, path, input.at(path), field.value(), factor);
    }

    /** Something moves from one part to another. */
    private @Nullable TypedChange shifted(Node node, Field.Parts field, Input input) {
        String from = field.path() + '/' + dice.pick(field.names());
        String to = field.path() + '/' + dice.pick(field.names());
        if (from.equals(to)
                || !(input.at(from) instanceof BigDecimal less)
                || !(input.at(to) instanceof BigDecimal more)) {
            return null;
        }
        BigDecimal moved =
                less.multiply(BigDecimal.valueOf(dice.whole(1, 6), 1)).setScale(3, java.math.RoundingMode.DOWN);
        return new TypedChange(
                node.index(),
                "parts",
                List.of(field.path()),
                List.of(
                        new TypedChange.Put(from, less.subtract(moved), false),
                        new TypedChange.Put(to, more.add(moved), false)));
    }

    /** A map with one key more. */
    static Map<String, @Nullable Object> with(Map<?, ?> map, String key, @Nullable Object value) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, old) -> copy.put(String.valueOf(name), old));
        copy.put(key, value);
        return copy;
    }
}
