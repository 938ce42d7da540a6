package scenariorca.simulator.varied;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Horizon;
import scenariorca.simulator.varied.engine.Node;

/** Ideas for the mistakes people make. Whether a run fails of one is for the engine to say: many are harmless. */
final class Slips {
    /** What a mistake can be. */
    static final List<String> KINDS = List.of(
            "out_of_range",
            "unit",
            "percent",
            "sign",
            "text",
            "null",
            "blank",
            "missing_key",
            "misspelt_key",
            "wrong_length",
            "duplicate_key",
            "dates_out_of_order",
            "unknown_word",
            "stale_copy",
            "too_long");

    private static final List<String> NO_NUMBERS =
            List.of("n/a", "tbd", "12,5", "1.2e", "ca. 40", "35 %", "#REF!", "-");

    private final Dice dice;
    private final Horizon documented;

    Slips(Dice dice, Horizon documented) {
        this.dice = dice;
        this.documented = documented;
    }

    /** A mistake in one field of one document; null when none comes to mind. */
    @Nullable
    TypedChange idea(Node node, Input input) {
        if (node.fields().isEmpty()) {
            return null;
        }
        Field field = dice.pick(node.fields());
        return switch (field) {
            case Field.Number number
            when number.path().endsWith("eriods") && dice.chance(0.5) ->
                tooLong(node.index(), number.path(), input.at(number.path()));
            case Field.Number number -> number(node.index(), number.path(), input.at(number.path()), number);
            case Field.Measure measure -> measure(node.index(), measure, input);
            case Field.Periods periods -> periods(node.index(), periods, input);
            case Field.Word word -> word(node.index(), word.path(), input.at(word.path()));
            case Field.Flag flag -> dice.chance(0.5) ? null : TypedChange.of(node.index(), "text", flag.path(), "yes");
            case Field.Interval interval -> interval(node.index(), interval, input);
            case Field.Records records -> records(node.index(), records, input);
            case Field.Parts parts -> parts(node.index(), parts, input);
            case Field.Note note -> null;
        };
    }

    private @Nullable TypedChange number(int node, String path, @Nullable Object value, Field.Number allowed) {
        if (!(value instanceof BigDecimal number)) {
            return null;
        }
        boolean isShare = allowed.most() <= 1;
        boolean isWhole = allowed.decimals() == 0 && allowed.most() > allowed.high() * 20;
        return switch (dice.below(10)) {
            case 0, 1 -> {
                double far = dice.chance(0.75)
                        ? allowed.most() * dice.between(1.2, 12)
                        : allowed.least() * dice.between(0.01, 0.6) - (allowed.least() == 0 ? dice.between(0.1, 2) : 0);
                yield TypedChange.of(node, "out_of_range", path, rounded(far));
            }
            case 2, 3, 4 -> {
                int power = isShare ? 2 : dice.whole(1, 3);
                boolean isUp = isShare || dice.chance(0.65);
                yield TypedChange.of(
                        node, isShare ? "percent" : "unit", path, number.scaleByPowerOfTen(isUp ? power : -power));
            }
            case 5 -> TypedChange.of(node, "sign", path, number.negate());
            case 6 -> TypedChange.of(node, "text", path, text(number));
            case 7 ->
                dice.chance(0.5) ? TypedChange.of(node, "null", path, null) : TypedChange.of(node, "blank", path, "");
            case 8 -> TypedChange.removal(node, "missing_key", path);
            default ->
                isWhole
                        ? TypedChange.of(
                                node, "too_long", path, number.multiply(BigDecimal.valueOf(dice.whole(20, 400))))
                        : misspelt(node, path, number);
        };
    }

    /** A horizon many times as long as usual. */
    private @Nullable TypedChange tooLong(int node, String path, @Nullable Object value) {
        return value instanceof BigDecimal number
                ? TypedChange.of(node, "too_long", path, number.multiply(BigDecimal.valueOf(dice.whole(2, 12))))
                : null;
    }

    private String text(BigDecimal number) {
        return dice.chance(0.4) ? number.toPlainString().replace('.', ',') + " " : dice.pick(NO_NUMBERS);
    }

    /** Two letters of the key change places, or its case changes. */
    private TypedChange misspelt(int node, String path, @Nullable Object value) {
        int slash = path.lastIndexOf('/');
        String key = path.substring(slash + 1);
        int at = key.length() < 3 ? 0 : 1 + dice.below(key.length() - 2);
        String other = dice.chance(0.3)
                ? key.toUpperCase(Locale.ROOT)
                : key.substring(0, at)
                        + (key.length() < 3
                                ? "x" + key
                                : key.charAt(at + 1) + key.substring(at, at + 1) + key.substring(at + 2));
        String renamed = path.substring(0, slash + 1) + (other.equals(key) ? key + "_" : other);
        return TypedChange.renaming(node, "misspelt_key", path, renamed, value);
    }

    private @Nullable TypedChange measure(int node, Field.Measure field, Input input) {
        String unit = field.path() + "/unit";
        return switch (dice.below(4)) {
            case 0 -> TypedChange.of(node, "unit", unit, dice.pick(field.units()));
            case 1 -> word(node, unit, input.at(unit));
            default -> number(node, field.path() + "/value", input.at(field.path() + "/value"), field.value());
        };
    }

    private @Nullable TypedChange periods(int node, Field.Periods field, Input input) {
        List<String> leaves = Edits.leaves(field, input);
        if (leaves.isEmpty()) {
            return null;
        }
        Object all = input.at(field.path());
        return switch (dice.below(6)) {
            case 0, 1 -> whole(node, field, input, leaves);
            case 2 ->
                all instanceof List<?> list
                        ? cut(node, field, list)
                        : TypedChange.removal(node, "missing_key", dice.pick(leaves));
            case 3 ->
                field.layout() == Field.Layout.RECORDS && all instanceof List<?> list
                        ? twice(node, field.path(), "period", list)
                        : stale(node, field, all);
            default -> {
                String leaf = dice.pick(leaves);
                TypedChange idea = number(node, leaf, input.at(leaf), field.value());
                boolean isInList = idea != null && idea.puts().stream().anyMatch(TypedChange.Put::isRemoval);
                yield isInList && field.layout() == Field.Layout.ARRAY ? null : idea;
            }
        };
    }

    /** All periods in another unit, or with the wrong sign. */
    private TypedChange whole(int node, Field.Periods field, Input input, List<String> leaves) {
        int power = dice.chance(0.65) ? dice.whole(1, 3) : -dice.whole(1, 3);
        boolean isSign = dice.chance(0.15);
        var puts = new ArrayList<TypedChange.Put>();
        for (String leaf : leaves) {
            if (input.at(leaf) instanceof BigDecimal number) {
                puts.add(new TypedChange.Put(leaf, isSign ? number.negate() : number.scaleByPowerOfTen(power), false));
            }
        }
        return new TypedChange(node, isSign ? "sign" : "unit", List.of(field.path()), puts);
    }

    /** Some periods too few, or one too many at the front. */
    private TypedChange cut(int node, Field.Periods field, List<?> list) {
        int keep = Math.max(1, list.size() - dice.whole(1, Math.max(2, list.size() / 2)));
        var other = new ArrayList<@Nullable Object>(list.subList(0, keep));
        if (dice.chance(0.25)) {
            other = new ArrayList<>(list);
            other.addFirst(list.getFirst());
        }
        return TypedChange.of(node, "wrong_length", field.path(), other);
    }

    private TypedChange twice(int node, String path, String key, List<?> list) {
        var other = new ArrayList<@Nullable Object>(list);
        int from = dice.below(list.size());
        int to = (from + 1 + dice.below(Math.max(1, list.size() - 1))) % list.size();
        Object name = other.get(from) instanceof Map<?, ?> map ? map.get(key) : null;
        if (dice.chance(0.5)) {
            other.add(other.get(from));
        } else if (other.get(to) instanceof Map<?, ?> map) {
            other.set(to, Edits.with(map, key, name));
        }
        return TypedChange.of(node, "duplicate_key", path, other);
    }

    /** The periods of an earlier cycle, as copied from another scenario. */
    private @Nullable TypedChange stale(int node, Field.Periods field, @Nullable Object all) {
        if (!(all instanceof Map<?, ?> map)) {
            return null;
        }
        var older = new Horizon(documented.startYear() - dice.whole(1, 2), documented.count(), documented.perYear());
        var copy = new java.util.LinkedHashMap<String, @Nullable Object>();
        int period = 0;
        for (Object value : map.values()) {
            copy.put(older.label(period++), value);
        }
        return TypedChange.of(node, "stale_copy", field.path(), copy);
    }

    private TypedChange word(int node, String path, @Nullable Object value) {
        String word = String.valueOf(value);
        String other = switch (dice.below(4)) {
            case 0 ->
                word.toLowerCase(Locale.ROOT).equals(word)
                        ? word.toUpperCase(Locale.ROOT)
                        : word.toLowerCase(Locale.ROOT);
            case 1 -> word + " ";
            case 2 -> word.length() > 2 ? word.substring(0, word.length() - 1) : word + word;
            default -> dice.pick(List.of("default", "other", "none", "NEW", "?"));
        };
        return TypedChange.of(node, "unknown_word", path, other);
    }

    private TypedChange interval(int node, Field.Interval field, Input input) {
        String from = field.path() + '/' + field.from();
        String to = field.path() + '/' + field.to();
        Object first = input.at(from);
        Object last = input.at(to);
        if (dice.chance(0.4)) {
            return new TypedChange(
                    node,
                    "dates_out_of_order",
                    List.of(field.path()),
                    List.of(new TypedChange.Put(from, last, false), new TypedChange.Put(to, first, false)));
        }
        String date = String.valueOf(last);
        if (dice.chance(0.4) && date.length() == 10) {
            String local = date.substring(8) + '.' + date.substring(5, 7) + '.' + date.substring(0, 4);
            return TypedChange.of(node, "text", to, local);
        }
        String earlier =
                (documented.startYear() - dice.whole(1, 9)) + (date.length() == 10 ? date.substring(4) : "-01-31");
        return TypedChange.of(node, "dates_out_of_order", to, earlier);
    }

    private @Nullable TypedChange records(int node, Field.Records field, Input input) {
        if (!(input.at(field.path()) instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        return switch (dice.below(4)) {
            case 0 -> twice(node, field.path(), field.key(), list);
            case 1 ->
                TypedChange.of(node, "wrong_length", field.path(), new ArrayList<>(list.subList(0, list.size() - 1)));
            default -> {
                String path = field.path() + '/' + dice.below(list.size()) + '/' + field.column();
                yield number(node, path, input.at(path), field.value());
            }
        };
    }

    private @Nullable TypedChange parts(int node, Field.Parts field, Input input) {
        String path = field.path() + '/' + dice.pick(field.names());
        if (!(input.at(path) instanceof BigDecimal number)) {
            return null;
        }
        return switch (dice.below(4)) {
            case 0 -> TypedChange.removal(node, "missing_key", path);
            case 1 -> TypedChange.of(node, "percent", path, number.scaleByPowerOfTen(field.total() > 1.5 ? -2 : 2));
            case 2 -> misspelt(node, path, number);
            default -> TypedChange.of(node, "out_of_range", path, number.multiply(rounded(dice.between(1.3, 3))));
        };
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(4));
    }
}
