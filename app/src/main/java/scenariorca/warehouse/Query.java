package scenariorca.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import scenariorca.platform.RcaException;

/**
 * One SQL file with values for its {@code :named} parameters, ready to be run. Values are always bound, never written
 * into the text.
 */
public final class Query {
    /** Rows fetched at a time when a result is larger than this. */
    private static final int FETCH_ROWS = 2_000;

    private final Connection connection;
    private final NamedSql sql;
    private final StatementTrace trace;
    private final Function<SQLException, RcaException> explained;
    private final Map<String, Value> values = new HashMap<>();

    /** @param explained what a failure means to whoever asked */
    Query(Connection connection, NamedSql sql, StatementTrace trace, Function<SQLException, RcaException> explained) {
        this.connection = connection;
        this.sql = sql;
        this.trace = trace;
        this.explained = explained;
    }

    /** Of a file, on a connection of a server that answers callers. */
    public static Query of(Connection connection, String file) {
        return new Query(connection, NamedSql.of(file), StatementTrace.NONE, Failures::of);
    }

    /** Of a statement put together from several files. @param name what to call it in messages: the file it begins with */
    public static Query composed(Connection connection, String name, String text) {
        return new Query(connection, NamedSql.parse(name, text), StatementTrace.NONE, Failures::of);
    }

    /** A value and the type its null has: the server must not guess one anew for each call. */
    private record Value(@Nullable Object object, int type) {}

    public Query with(String name, @Nullable UUID value) {
        return bind(name, value, Types.OTHER);
    }

    public Query with(String name, @Nullable String value) {
        return bind(name, value, Types.VARCHAR);
    }

    public Query with(String name, @Nullable Integer value) {
        return bind(name, value, Types.INTEGER);
    }

    public Query with(String name, @Nullable Long value) {
        return bind(name, value, Types.BIGINT);
    }

    public Query with(String name, @Nullable Boolean value) {
        return bind(name, value, Types.BOOLEAN);
    }

    public Query with(String name, @Nullable Instant value) {
        return bind(name, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    public Query with(String name, @Nullable LocalDate value) {
        return bind(name, value, Types.DATE);
    }

    /** A text[] parameter; null when the list is empty, which by our convention means "any". */
    public Query withAny(String name, List<String> value) {
        return bind(name, value.isEmpty() ? null : value.toArray(String[]::new), Types.OTHER);
    }

    /** A text[] parameter, empty when the list is. */
    public Query withAll(String name, List<String> value) {
        return bind(name, value.toArray(String[]::new), Types.OTHER);
    }

    /** All rows in the order of the statement, each a record; see {@link Row#as}. */
    public <T extends Record> List<T> list(Class<T> type) {
        return list(row -> row.as(type));
    }

    /** All rows in the order of the statement. */
    public <T> List<T> list(Function<Row, T> mapper) {
        var list = new ArrayList<T>();
        try (PreparedStatement statement = prepare();
                ResultSet result = statement.executeQuery()) {
            var row = new Row(result);
            while (result.next()) {
                list.add(mapper.apply(row));
            }
            return list;
        } catch (SQLException e) {
            throw explained.apply(e);
        }
    }

    /** Runs a statement that changes rows, and says how many. */
    public int update() {
        try (PreparedStatement statement = prepare()) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw explained.apply(e);
        }
    }

    /** The first row as a record; empty when there is none. */
    public <T extends Record> Optional<T> first(Class<T> type) {
        return first(row -> row.as(type));
    }

    /** The first row; empty when there is none. */
    public <T> Optional<T> first(Function<Row, T> mapper) {
        return list(mapper).stream().findFirst();
    }

    /** The one row of a statement that always has one, such as a sum, as a record. */
    public <T extends Record> T one(Class<T> type) {
        return one(row -> row.as(type));
    }

    /** The one row of a statement that always has one, such as a count. */
    public <T> T one(Function<Row, T> mapper) {
        return first(mapper).orElseThrow(() -> new IllegalStateException(sql.file() + " returned no row"));
    }

    /** The one number of a statement that counts. */
    public long count() {
        return one(Row::count);
    }

    private Query bind(String name, @Nullable Object value, int type) {
        if (!sql.names().contains(name)) {
            throw new IllegalArgumentException(sql.file() + " has no parameter :" + name);
        }
        values.put(name, new Value(value, type));
        return this;
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        if (sql.isPlannedAnew()) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        var bound = new ArrayList<@Nullable Object>();
        for (int position = 1; position <= sql.names().size(); position++) {
            String name = sql.names().get(position - 1);
            Value value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException(sql.file() + " needs a value for :" + name);
            }
            set(statement, position, value);
            bound.add(value.object());
        }
        statement.setFetchSize(FETCH_ROWS);
        trace.ran(sql.file(), sql.text(), bound);
        return statement;
    }

    private void set(PreparedStatement statement, int position, Value value) throws SQLException {
        if (value.object() == null) {
            statement.setNull(position, value.type());
        } else if (value.object() instanceof String[] texts) {
            statement.setArray(position, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(position, value.object());
        }
    }
}
