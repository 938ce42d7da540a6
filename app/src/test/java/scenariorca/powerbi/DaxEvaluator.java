package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes measures as Power BI is documented to: filter context, row context, the transition from one to the other by a
 * measure's name, blanks. Only what the measures use.
 */
final class DaxEvaluator {
    private final DaxData data;

    DaxEvaluator(DaxData data) {
        this.data = data;
    }

    /** Under which everything is computed: filters, the row at hand, variables. */
    private record Scope(
            DaxContext context, Map<String, @Nullable Object> row, Map<String, @Nullable Object> variables) {
        Scope in(DaxContext other) {
            return new Scope(other, row, variables);
        }

        Scope at(Map<String, @Nullable Object> cells) {
            Map<String, @Nullable Object> more = new HashMap<>(row);
            more.putAll(cells);
            return new Scope(context, more, variables);
        }

        Scope with(String name, @Nullable Object value) {
            Map<String, @Nullable Object> more = new HashMap<>(variables);
            more.put(name, value);
            return new Scope(context, row, more);
        }
    }

    /** The value of a measure: a Double, String, Boolean, LocalDateTime, or null for blank. */
    @Nullable
    Object measure(String name, DaxContext context) {
        return evaluate(Dax.parse(data.star().measure(name).dax()), new Scope(context, Map.of(), Map.of()));
    }

    /** Whether a row fulfils a condition, such as a role's. */
    boolean isTrue(String condition, Map<String, @Nullable Object> row, String login) {
        return Boolean.TRUE.equals(evaluate(
                Dax.parse(condition), new Scope(DaxContext.everything(), row, Map.of("USERPRINCIPALNAME", login))));
    }

    private @Nullable Object evaluate(Dax dax, Scope scope) {
        return switch (dax) {
            case Dax.Literal(Object value) -> value;
            case Dax.VariableRef(String name) -> scope.variables().get(name);
            case Dax.ColumnRef column -> scope.row().get(column.key());
            case Dax.Let(String name, Dax value, Dax body) -> evaluate(body, scope.with(name, evaluate(value, scope)));
            case Dax.MeasureRef(String name) -> measure(name, transition(scope));
            case Dax.Not(Dax operand) -> !Boolean.TRUE.equals(evaluate(operand, scope));
            case Dax.In(Dax value, List<Dax> values) -> {
                Object found = evaluate(value, scope);
                yield values.stream().anyMatch(one -> DaxValues.compare(found, evaluate(one, scope)) == 0);
            }
            case Dax.Binary binary -> binary(binary, scope);
            case Dax.Call call -> call(call, scope);
            case Dax.TableRef table -> throw new IllegalArgumentException("a table is no value: " + table);
        };
    }

    /** A measure named in a row is computed for that row: its cells become filters. */
    private static DaxContext transition(Scope scope) {
        DaxContext context = scope.context();
        for (var cell : scope.row().entrySet()) {
            context = context.and(new DaxContext.Filter(
                    cell.getKey().substring(0, cell.getKey().indexOf('[')),
                    cell.getKey(),
                    value -> Objects.equals(value, cell.getValue())));
        }
        return context;
    }

    private @Nullable Object binary(Dax.Binary binary, Scope scope) {
        Object left = evaluate(binary.left(), scope);
        return switch (binary.sign()) {
            case "&&" -> Boolean.TRUE.equals(left) && Boolean.TRUE.equals(evaluate(binary.right(), scope));
            case "||" -> Boolean.TRUE.equals(left) || Boolean.TRUE.equals(evaluate(binary.right(), scope));
            default -> DaxValues.apply(binary.sign(), left, evaluate(binary.right(), scope));
        };
    }

    private @Nullable Object call(Dax.Call call, Scope scope) {
        List<Dax> arguments = call.arguments();
        return switch (call.function()) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            case "USERPRINCIPALNAME" -> scope.variables().get("USERPRINCIPALNAME");
            case "IF" ->
                Boolean.TRUE.equals(evaluate(arguments.get(0), scope))
                        ? evaluate(arguments.get(1), scope)
                        : arguments.size() > 2 ? evaluate(arguments.get(2), scope) : null;
            case "SWITCH" -> choose(arguments, scope);
            case "ISBLANK" -> evaluate(arguments.getFirst(), scope) == null;
            case "ISFILTERED" ->
                scope.context().filtersColumn(column(arguments.getFirst()).key());
            case "DIVIDE" -> DaxValues.divide(evaluate(arguments.get(0), scope), evaluate(arguments.get(1), scope));
            case "LEFT" -> text(arguments.get(0), scope).substring(0, number(arguments.get(1), scope));
            case "SEARCH" -> (double) (folded(arguments.get(1), scope).indexOf(folded(arguments.get(0), scope)) + 1);
            case "CALCULATE" -> evaluate(arguments.getFirst(), scope.in(modified(arguments, scope)));
            case "COUNTROWS" ->
                DaxValues.count(rows(arguments.getFirst(), scope).size());
            case "MINX" ->
                DaxValues.least(rows(arguments.get(0), scope).stream()
                        .map(row -> evaluate(arguments.get(1), scope.at(row)))
                        .filter(Objects::nonNull)
                        .toList());
            case "PERCENTILEX.INC" ->
                DaxValues.percentile(
                        rows(arguments.get(0), scope).stream()
                                .map(row -> evaluate(arguments.get(1), scope.at(row)))
                                .toList(),
                        (Double) Objects.requireNonNull(evaluate(arguments.get(2), scope)));
            default -> aggregate(call.function(), column(arguments.getFirst()), scope);
        };
    }

    private @Nullable Object choose(List<Dax> arguments, Scope scope) {
        Object wanted = evaluate(arguments.getFirst(), scope);
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            if (DaxValues.compare(wanted, evaluate(arguments.get(i), scope)) == 0) {
                return evaluate(arguments.get(i + 1), scope);
            }
        }
        return arguments.size() % 2 == 0 ? evaluate(arguments.getLast(), scope) : null;
    }

    private @Nullable Object aggregate(String function, Dax.ColumnRef column, Scope scope) {
        var values = new ArrayList<@Nullable Object>();
        for (var row : scope.context().rows(data, data.star().table(column.table()))) {
            values.add(row.get(column.key()));
        }
        List<Object> present = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return switch (function) {
            case "SUM" -> DaxValues.sum(present);
            case "AVERAGE" -> DaxValues.divide(DaxValues.sum(present), (double) present.size());
            case "MIN" -> DaxValues.least(present);
            case "MAX" -> DaxValues.greatest(present);
            case "MEDIAN" -> DaxValues.percentile(present, 0.5);
            case "DISTINCTCOUNT" -> DaxValues.count(new HashSet<>(values).size());
            case "DISTINCTCOUNTNOBLANK" -> DaxValues.count(new HashSet<>(present).size());
            case "SELECTEDVALUE" -> new HashSet<>(values).size() == 1 ? values.getFirst() : null;
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    /** The filters that CALCULATE computes its first argument under. */
    private DaxContext modified(List<Dax> arguments, Scope scope) {
        DaxContext context = transition(scope);
        for (Dax argument : arguments.subList(1, arguments.size())) {
            context = switch (argument) {
                case Dax.Call(String name, List<Dax> inner)
                when name.equals("REMOVEFILTERS") -> context.without(((Dax.TableRef) inner.getFirst()).table());
                case Dax.Call(String name, List<Dax> inner)
                when name.equals("USERELATIONSHIP") ->
                    context.asking(column(inner.getFirst()).key());
                case Dax.Call(String name, List<Dax> inner)
                when name.equals("KEEPFILTERS") -> context.and(filter(inner.getFirst(), scope));
                default -> context.instead(filter(argument, scope));
            };
        }
        return context;
    }

    private DaxContext.Filter filter(Dax condition, Scope scope) {
        Dax.ColumnRef column = switch (condition) {
            case Dax.Binary(String _, Dax left, Dax _) -> column(left);
            case Dax.In(Dax value, List<Dax> _) -> column(value);
            default -> throw new IllegalArgumentException("no condition on a column: " + condition);
        };
        Predicate<@Nullable Object> test = value -> {
            Map<String, @Nullable Object> cell = new HashMap<>();
            cell.put(column.key(), value);
            return Boolean.TRUE.equals(evaluate(condition, scope.at(cell)));
        };
        return new DaxContext.Filter(column.table(), column.key(), test);
    }

    private List<Map<String, @Nullable Object>> rows(Dax dax, Scope scope) {
        return switch (dax) {
            case Dax.TableRef(String name) ->
                scope.context().rows(data, data.star().table(name));
            case Dax.Call(String name, List<Dax> arguments)
            when name.equals("FILTER") ->
                rows(arguments.get(0), scope).stream()
                        .filter(row -> Boolean.TRUE.equals(evaluate(arguments.get(1), scope.at(row))))
                        .toList();
            case Dax.Call(String name, List<Dax> arguments)
            when name.equals("VALUES") ->
                values(column(arguments.getFirst()), scope).toList();
            case Dax.Call(String name, List<Dax> arguments) when name.equals("TOPN") -> top(arguments, scope);
            default -> throw new IllegalArgumentException("no table: " + dax);
        };
    }

    private Stream<Map<String, @Nullable Object>> values(Dax.ColumnRef column, Scope scope) {
        return scope.context().rows(data, data.star().table(column.table())).stream()
                .map(row -> row.get(column.key()))
                .distinct()
                .map(value -> {
                    Map<String, @Nullable Object> cell = new HashMap<>();
                    cell.put(column.key(), value);
                    return cell;
                });
    }

    /** The first rows by a value, the largest first, with all that equal the last of them. */
    private List<Map<String, @Nullable Object>> top(List<Dax> arguments, Scope scope) {
        int count = number(arguments.get(0), scope);
        List<Map<String, @Nullable Object>> rows = rows(arguments.get(1), scope);
        Comparator<Map<String, @Nullable Object>> bySize =
                (one, other) -> DaxValues.compare(value(arguments, scope, other), value(arguments, scope, one));
        List<Map<String, @Nullable Object>> sorted =
                rows.stream().sorted(bySize).toList();
        if (sorted.size() <= count) {
            return sorted;
        }
        return sorted.stream()
                .filter(row -> bySize.compare(row, sorted.get(count - 1)) <= 0)
                .toList();
    }

    private @Nullable Object value(List<Dax> arguments, Scope scope, Map<String, @Nullable Object> row) {
        return evaluate(arguments.get(2), scope.at(row));
    }

    private static Dax.ColumnRef column(Dax dax) {
        if (dax instanceof Dax.ColumnRef column) {
            return column;
        }
        throw new IllegalArgumentException("no column: " + dax);
    }

    private String text(Dax dax, Scope scope) {
        return String.valueOf(evaluate(dax, scope));
    }

    /** Case does not matter to a search. */
    private String folded(Dax dax, Scope scope) {
        return text(dax, scope).toLowerCase(Locale.ROOT);
    }

    private int number(Dax dax, Scope scope) {
        return ((Double) Objects.requireNonNull(evaluate(dax, scope))).intValue();
    }
}
