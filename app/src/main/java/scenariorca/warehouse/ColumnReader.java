package scenariorca.warehouse;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * Reads one column of a result as a Java value.
 *
 * @param reading how a value of its type is read
 * @param position from 1
 * @param required the column and where it goes, when it must not be null; null when it may be
 */
record ColumnReader(Reading reading, int position, @Nullable String required) {
    private static final Map<Class<?>, Reading> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(UUID.class, (result, position) -> result.getObject(position, UUID.class)),
            Map.entry(Instant.class, ColumnReader::instant),
            Map.entry(LocalDate.class, (result, position) -> result.getObject(position, LocalDate.class)),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(JsonText.class, ColumnReader::json),
            Map.entry(List.class, ColumnReader::list),
            Map.entry(Integer.class, (result, position) -> orNull(result, result.getInt(position))),
            Map.entry(int.class, (result, position) -> orNull(result, result.getInt(position))),
            Map.entry(Long.class, (result, position) -> orNull(result, result.getLong(position))),
            Map.entry(long.class, (result, position) -> orNull(result, result.getLong(position))),
            Map.entry(double.class, (result, position) -> orNull(result, result.getDouble(position))),
            Map.entry(Boolean.class, (result, position) -> orNull(result, result.getBoolean(position))),
            Map.entry(boolean.class, (result, position) -> orNull(result, result.getBoolean(position))));

    /** How a type is read: from a result at its current row, and a position. */
    interface Reading {
        @Nullable
        Object read(ResultSet result, int position) throws SQLException;
    }

    static boolean reads(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    /** @throws IllegalStateException when no column is read as such a type: a mistake of ours */
    static ColumnReader of(Type type, int position, @Nullable String required) {
        Reading reading = BY_TYPE.get(type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (reading == null) {
            throw new IllegalStateException("no column is read as " + type);
        }
        return new ColumnReader(reading, position, required);
    }

    /** @throws IllegalStateException when the column is null and must not be: a mistake of ours */
    @Nullable
    Object read(ResultSet result) throws SQLException {
        Object value = reading.read(result, position);
        if (value == null && required != null) {
            throw new IllegalStateException(required);
        }
        return value;
    }

    private static @Nullable Object orNull(ResultSet result, Object value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static @Nullable Object instant(ResultSet result, int position) throws SQLException {
        OffsetDateTime time = result.getObject(position, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Object json(ResultSet result, int position) throws SQLException {
        String text = result.getString(position);
        return text == null ? null : new JsonText(text);
    }

    /** Of an array; empty when it is null. */
    private static Object list(ResultSet result, int position) throws SQLException {
        Array array = result.getArray(position);
        return array == null ? List.of() : List.of((Object[]) array.getArray());
    }
}
