package scenariorca.simulator.varied.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.Input;

/** A document as somebody fills it in the first time: usual values, in the shape the fields say. */
public final class Draft {
    private static final double WOBBLE = 0.06;

    private final Horizon span;
    private final Dice dice;
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

    private Draft(Horizon span, Dice dice) {
        this.span = span;
        this.dice = dice;
    }

    /** @param span the periods a document covers, which may be more than a run forecasts */
    public static Input of(List<Field> fields, Horizon span, Dice dice) {
        var draft = new Draft(span, dice);
        fields.forEach(draft::fill);
        return Input.of(draft.keys);
    }

    private void fill(Field field) {
        switch (field) {
            case Field.Number number -> put(number.path(), usual(number));
            case Field.Measure measure ->
                put(
                        measure.path(),
                        ordered(
                                "value",
                                usual(measure.value()),
                                "unit",
                                measure.units().getFirst()));
            case Field.Periods periods -> put(periods.path(), periods(periods));
            case Field.Word word -> put(word.path(), dice.pick(word.words()));
            case Field.Flag flag -> put(flag.path(), flag.usual());
            case Field.Interval interval -> put(interval.path(), interval(interval));
            case Field.Records records -> put(records.path(), records(records));
            case Field.Parts parts -> put(parts.path(), parts(parts));
            case Field.Note note -> put(note.path(), dice.pick(note.texts()));
        }
    }

    private BigDecimal usual(Field.Number number) {
        return typed(dice.between(number.low(), number.high()), number);
    }

    /** A number as exactly as people type it, and always inside what is allowed. */
    public static BigDecimal typed(double value, Field.Number number) {
        return BigDecimal.valueOf(value).setScale(number.decimals(), RoundingMode.HALF_EVEN);
    }

    private Object periods(Field.Periods field) {
        double level = dice.between(field.value().low(), field.value().high());
        double trend =
                dice.between(-0.4, 0.4) * (field.value().high() - field.value().low());
        var values = new ArrayList<BigDecimal>();
        for (int period = 0; period < span.count(); period++) {
            double value = level + trend * period / span.count();
            value *= 1 + dice.between(-WOBBLE, WOBBLE);
            values.add(
                    typed(Math.clamp(value, field.value().low(), field.value().high()), field.value()));
        }
        return laidOut(field.layout(), span, values);
    }

    /** Numbers by period in a layout. */
    static Object laidOut(Field.Layout layout, Horizon span, List<BigDecimal> values) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var records = new ArrayList<@Nullable Object>();
        for (int period = 0; period < values.size(); period++) {
            map.put(span.label(period), values.get(period));
            records.add(ordered("period", span.label(period), "value", values.get(period)));
        }
        return switch (layout) {
            case ARRAY -> List.copyOf(values);
            case MAP -> map;
            case RECORDS -> records;
        };
    }

    private Object interval(Field.Interval field) {
        var from = java.time.LocalDate.of(span.startYear(), 1 + dice.below(12), 1 + dice.below(28));
        var to = from.plusDays(dice.whole(field.leastDays(), field.mostDays()));
        return ordered(field.from(), from.toString(), field.to(), to.toString());
    }

    private Object records(Field.Records field) {
        var records = new ArrayList<@Nullable Object>();
        for (String name : field.names()) {
            records.add(ordered(field.key(), name, field.column(), usual(field.value())));
        }
        return records;
    }

    private Object parts(Field.Parts field) {
        double[] weights = new double[field.names().size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = dice.between(0.5, 1.5);
            sum += weights[i];
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        BigDecimal left = BigDecimal.valueOf(field.total());
        int places = field.total() > 1.5 ? 1 : 3;
        for (int i = 0; i < weights.length; i++) {
            BigDecimal share = i == weights.length - 1
                    ? left
                    : BigDecimal.valueOf(weights[i] / sum * field.total()).setScale(places, RoundingMode.HALF_EVEN);
            left = left.subtract(share);
            map.put(field.names().get(i), share);
        }
        return map;
    }

    private static Map<String, @Nullable Object> ordered(
            String first, @Nullable Object one, String second, @Nullable Object two) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    @SuppressWarnings("unchecked")
    private void put(String path, @Nullable Object value) {
        String[] steps = path.substring(1).split("/");
        Map<String, @Nullable Object> at = keys;
        for (int i = 0; i < steps.length - 1; i++) {
            at = (Map<String, @Nullable Object>)
                    at.computeIfAbsent(steps[i], step -> new LinkedHashMap<String, @Nullable Object>());
        }
        at.put(steps[steps.length - 1], value);
    }
}
