package scenariorca.simulator.varied.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/** A node's view of its document and of the results before it, with the habits of the engine. */
public final class Reader {
    private final Node node;
    private final Input input;
    private final Horizon span;
    private final Habits habits;
    private final List<double[]> parents;
    private final double[] feed;
    /** What was read once: formulas ask for the same value in each period. */
    private final Map<String, Double> known = new HashMap<>();

    private double effort = 1;

    /** @param feed what the node reads from elsewhere, one value a period; empty when it reads nothing */
    Reader(Node node, Input input, Horizon span, Habits habits, List<double[]> parents, double[] feed) {
        this.node = node;
        this.input = input;
        this.span = span;
        this.habits = habits;
        this.parents = parents;
        this.feed = feed;
    }

    /** Says that the computation takes that many times its usual time. */
    public void takes(double times) {
        effort = Double.isFinite(times) ? Math.max(1, times) : 1;
    }

    double effort() {
        return effort;
    }

    public Horizon span() {
        return span;
    }

    /** The result of a node before this one, in the order of the formula. */
    public double[] up(int index) {
        return parents.get(index);
    }

    /** How many results there are. */
    public int ups() {
        return parents.size();
    }

    /** What came from elsewhere for a period. */
    public double fed(int period) {
        return period < feed.length ? feed[period] : Double.NaN;
    }

    public double number(String path) {
        return known.computeIfAbsent(path, any -> number(path, input.at(path)));
    }

    public boolean flag(String path) {
        return Boolean.TRUE.equals(input.at(path));
    }

    /** A value in the first unit of its field. */
    public double measure(String path) {
        return known.computeIfAbsent(path, this::readMeasure);
    }

    private double readMeasure(String path) {
        Field.Measure field = field(path, Field.Measure.class);
        Object unit = input.at(path + "/unit");
        int index = field.units().indexOf(String.valueOf(unit));
        double factor = index < 0
                ? unknown(FailureKind.WORD, path + "/unit", unit)
                : field.factors().get(index);
        String value = path + "/value";
        return number(value, input.at(value)) * factor;
    }

    /** The factor a word is worth. */
    public double word(String path) {
        return known.computeIfAbsent(path, this::readWord);
    }

    private double readWord(String path) {
        Field.Word field = field(path, Field.Word.class);
        Object word = input.at(path);
        int index = field.words().indexOf(String.valueOf(word));
        return index < 0
                ? unknown(FailureKind.WORD, path, word)
                : field.factors().get(index);
    }

    /** Days between the two dates. */
    public double days(String path) {
        return known.computeIfAbsent(path, this::readDays);
    }

    private double readDays(String path) {
        Field.Interval field = field(path, Field.Interval.class);
        Object from = input.at(path + '/' + field.from());
        Object to = input.at(path + '/' + field.to());
        try {
            return ChronoUnit.DAYS.between(LocalDate.parse(String.valueOf(from)), LocalDate.parse(String.valueOf(to)));
        } catch (DateTimeParseException e) {
            return unknown(FailureKind.TYPE, path, e.getParsedString());
        }
    }

    /** One number for each period of the run. */
    public double[] periods(String path) {
        Field.Layout layout = field(path, Field.Periods.class).layout();
        double[] values = new double[span.count()];
        for (int period = 0; period < values.length; period++) {
            values[period] = layout == Field.Layout.RECORDS
                    ? recorded(path, span.label(period))
                    : number(Inspection.leaf(path, layout, span, period));
        }
        return values;
    }

    /** Records of the same period count together. */
    private double recorded(String path, String period) {
        double sum = 0;
        int found = 0;
        int index = 0;
        for (Object record : input.at(path) instanceof List<?> list ? list : List.of()) {
            if (record instanceof Map<?, ?> map && period.equals(map.get("period"))) {
                sum += number(path + '/' + index + "/value", map.get("value"));
                found++;
            }
            index++;
        }
        return found == 0 ? number(path + '/' + period, null) : sum;
    }

    /** The numbers of records by name; records of the same name count together. */
    public Map<String, Double> records(String path) {
        Field.Records field = field(path, Field.Records.class);
        var values = new LinkedHashMap<String, Double>();
        int index = 0;
        for (Object record : input.at(path) instanceof List<?> list ? list : List.of()) {
            if (record instanceof Map<?, ?> map) {
                double value = number(path + '/' + index + '/' + field.column(), map.get(field.column()));
                values.merge(String.valueOf(map.get(field.key())), value, Double::sum);
            }
            index++;
        }
        for (String name : field.names()) {
            values.computeIfAbsent(name, any -> number(path + '/' + any, null));
        }
        return values;
    }

    /** The sum of the records' numbers. */
    public double total(String path) {
        return known.computeIfAbsent(path, this::readTotal);
    }

    private double readTotal(String path) {
        return records(path).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The shares by name. */
    public double part(String path, String name) {
        return number(path + '/' + name);
    }

    /** A quotient that means something only over more than zero. */
    public double divide(double dividend, double divisor, String quantity, int period) {
        if (Math.abs(divisor) < 1e-12 && looks()) {
            throw stop(FailureKind.DIVISION, quantity, dividend, divisor, period);
        }
        return dividend / divisor;
    }

    /** Looks whether a derived value stays within a limit. */
    public double atMost(double value, double limit, String quantity, int period) {
        if (value > limit && looks()) {
            throw stop(FailureKind.EXHAUSTED, quantity, value, limit, period);
        }
        return value;
    }

    private Failure.Stop stop(FailureKind kind, String quantity, double value, double limit, int period) {
        return new Failure.Stop(new Failure(
                kind,
                Map.of(
                        "quantity", quantity,
                        "value", Inspection.shown(value),
                        "limit", Inspection.shown(limit),
                        "period", span.label(period))));
    }

    private boolean looks() {
        return node.looks(habits.strictness());
    }

    private double number(String path, @Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.doubleValue();
            case null -> habits.isBlankZero() && !habits.isTyped() ? 0 : unknown(FailureKind.MISSING, path, null);
            case String text when isNumber(text) -> Double.parseDouble(text);
            default -> unknown(FailureKind.TYPE, path, value);
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
    }

    private double unknown(FailureKind kind, String path, @Nullable Object value) {
        if (habits.isTyped()) {
            throw new Failure.Stop(Inspection.failure(kind, path, value, "", ""));
        }
        return Double.NaN;
    }

    private <F extends Field> F field(String path, Class<F> type) {
        for (Field field : node.fields()) {
            if (field.path().equals(path)) {
                return type.cast(field);
            }
        }
        throw new IllegalArgumentException(node.name() + " has no field " + path);
    }
}
