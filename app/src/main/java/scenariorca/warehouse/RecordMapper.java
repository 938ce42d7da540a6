package scenariorca.warehouse;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one type from rows of one shape: each component is read from the column of its name, {@code runId}
 * from {@code run_id}. A component that is itself a record is made of columns named after both,
 * {@code node} of {@code node_id} and {@code node_name}, or, where there are none, of the columns of its own components'
 * names; one that may be null is null where all these columns are. Columns without a component are not read.
 */
final class RecordMapper<T> {
    private static final Map<Shape, RecordMapper<?>> KNOWN = new ConcurrentHashMap<>();

    private static final MethodHandle READ = method(lookup ->
            lookup.findVirtual(ColumnReader.class, "read", MethodType.methodType(Object.class, ResultSet.class)));
    private static final MethodHandle IS_ANY_PRESENT = method(lookup -> lookup.findStatic(
            RecordMapper.class, "isAnyPresent", MethodType.methodType(boolean.class, int[].class, ResultSet.class)));

    /** From a result, at its current row, to the record. */
    private final MethodHandle make;

    private RecordMapper(MethodHandle make) {
        this.make = make.asType(MethodType.methodType(Object.class, ResultSet.class));
    }

    private record Shape(Class<?> type, List<String> columns) {}

    /** @throws IllegalStateException when the result lacks a column, or a component has a type no column has */
    static <T> RecordMapper<T> of(Class<T> type, ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        var columns = new ArrayList<String>();
        for (int position = 1; position <= meta.getColumnCount(); position++) {
            columns.add(meta.getColumnLabel(position));
        }
        @SuppressWarnings("unchecked") // the key's type is the mapper's
        var mapper = (RecordMapper<T>) KNOWN.computeIfAbsent(
                new Shape(type, columns), shape -> new RecordMapper<>(new Columns(shape.columns()).record(type, "")));
        return mapper;
    }

    /** @throws IllegalStateException when a column is null whose component must not be: a mistake of ours */
    T read(ResultSet result) throws SQLException {
        try {
            @SuppressWarnings("unchecked") // the handle makes records of this type
            T made = (T) make.invokeExact(result);
            return made;
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The columns of a result by name, and how components are read from them. */
    private record Columns(Map<String, Integer> positions) {
        Columns(List<String> names) {
            var positions = new HashMap<String, Integer>();
            for (int i = 0; i < names.size(); i++) {
                positions.putIfAbsent(names.get(i), i + 1);
            }
            this(positions);
        }

        /** From the result to a record whose columns begin with a prefix. */
        MethodHandle record(Class<?> type, String prefix) {
            RecordComponent[] components = type.getRecordComponents();
            MethodHandle[] readers = Arrays.stream(components)
                    .map(component -> component(type, component, prefix))
                    .toArray(MethodHandle[]::new);
            MethodHandle made = MethodHandles.filterArguments(constructor(type, components), 0, readers);
            return MethodHandles.permuteArguments(
                    made, MethodType.methodType(type, ResultSet.class), new int[components.length]);
        }

        private MethodHandle component(Class<?> type, RecordComponent component, String prefix) {
            String column = prefix + column(component.getName());
            boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (isNested(component.getType())) {
                return nested(component.getType(), column + "_", isNullable);
            }
            String what = "%s.%s".formatted(type.getSimpleName(), component.getName());
            Integer position = positions.get(column);
            if (position == null) {
                throw new IllegalStateException(
                        "%s needs a column %s, and the statement has %s".formatted(what, column, positions.keySet()));
            }
            String required = isNullable ? null : "column %s is null, and %s must not be".formatted(column, what);
            return READ.bindTo(ColumnReader.of(component.getGenericType(), position, required))
                    .asType(MethodType.methodType(component.getType(), ResultSet.class));
        }

        private MethodHandle nested(Class<?> type, String prefix, boolean isNullable) {
            boolean isPrefixed = Arrays.stream(type.getRecordComponents())
                    .anyMatch(component -> positions.containsKey(prefix + column(component.getName())));
            String own = isPrefixed ? prefix : "";
            MethodHandle record = record(type, own);
            if (!isNullable) {
                return record;
            }
            int[] columns = Arrays.stream(type.getRecordComponents())
                    .map(component -> positions.get(own + column(component.getName())))
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .toArray();
            return MethodHandles.guardWithTest(
                    IS_ANY_PRESENT.bindTo(columns),
                    record,
                    MethodHandles.dropArguments(MethodHandles.constant(type, null), 0, ResultSet.class));
        }
    }

    private static boolean isAnyPresent(int[] columns, ResultSet result) throws SQLException {
        for (int column : columns) {
            result.getString(column);
            if (!result.wasNull()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNested(Class<?> type) {
        return type.isRecord() && !ColumnReader.reads(type);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return method(lookup -> MethodHandles.privateLookupIn(type, lookup)
                .findConstructor(type, MethodType.methodType(void.class, types)));
    }

    private static MethodHandle method(Search search) {
        try {
            return search.in(MethodHandles.lookup());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Search {
        MethodHandle in(MethodHandles.Lookup lookup) throws ReflectiveOperationException;
    }

    /** {@code timeGapSeconds} is {@code time_gap_seconds}, {@code runA} is {@code run_a}. */
    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
