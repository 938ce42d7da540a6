package scenariorca.warehouse;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/** The current row of a result. A column that must not be null and is one is a mistake of ours, and said so. */
public final class Row {
    private final ResultSet result;
    private @Nullable Class<?> mapped;
    private @Nullable RecordMapper<?> mapper;

    Row(ResultSet result) {
        this.result = result;
    }

    /**
     * The row as a record, each component from the column of its name: {@code runId} from {@code run_id}. A component that
     * is a record is made of columns named after both, {@code node_id}, or of those of its own components, {@code id}.
     *
     * @throws IllegalStateException when a column is missing, or null where the component is not nullable: a mistake of ours
     */
    public <T extends Record> T as(Class<T> type) {
        return read(() -> {
            RecordMapper<?> known = mapper;
            if (known == null || mapped != type) {
                known = RecordMapper.of(type, result);
                mapper = known;
                mapped = type;
            }
            return type.cast(known.read(result));
        });
    }

    /** The first column of a statement that counts. */
    long count() {
        return read(() -> result.getLong(1));
    }

    public String text(String column) {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> result.getString(column));
    }

    public UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    public @Nullable UUID uuidOrNull(String column) {
        return read(() -> result.getObject(column, UUID.class));
    }

    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = read(() -> result.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    public LocalDate date(String column) {
        return present(column, read(() -> result.getObject(column, LocalDate.class)));
    }

    public int number(String column) {
        return present(column, numberOrNull(column));
    }

    public @Nullable Integer numberOrNull(String column) {
        return read(() -> result.getObject(column, Integer.class));
    }

    public long bigNumber(String column) {
        return present(column, bigNumberOrNull(column));
    }

    public @Nullable Long bigNumberOrNull(String column) {
        return read(() -> result.getObject(column, Long.class));
    }

    public @Nullable BigDecimal decimalOrNull(String column) {
        return read(() -> result.getBigDecimal(column));
    }

    public boolean flag(String column) {
        return present(column, flagOrNull(column));
    }

    public @Nullable Boolean flagOrNull(String column) {
        return read(() -> result.getObject(column, Boolean.class));
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }

    private static <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            if (PSQLState.UNDEFINED_COLUMN.getState().equals(e.getSQLState())) {
                throw new IllegalStateException("a statement lacks a column that is read", e);
            }
            throw Failures.of(e);
        }
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws SQLException;
    }
}
