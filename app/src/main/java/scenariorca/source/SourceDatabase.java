package scenariorca.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.copy.CopyOut;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.Dependency;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/** One read-only look at the source: a repeatable-read transaction on a single connection, all from one snapshot. */
public final class SourceDatabase implements AutoCloseable {
    /** What other people see in pg_stat_activity of the production database. */
    public static final String APPLICATION_NAME = "scenario-rca";

    private static final Duration BEYOND_STATEMENT = Duration.ofSeconds(10);

    private static final String NAME = "the source (SOURCE_DB_*)";

    private final DatabaseAddress address;
    private final Connection connection;
    private final Map<String, PlatformSelect> selects;
    private final Instant snapshotAt;
    private final Map<String, Set<String>> columns;
    private final Map<String, Set<String>> indexedColumns;

    private SourceDatabase(SourceSettings settings, Connection connection) throws SQLException {
        this.address = settings.address();
        this.connection = connection;
        this.selects = PlatformSelect.of(settings.platform());
        this.snapshotAt = snapshotAt(connection);
        this.columns = names("source/columns.sql");
        this.indexedColumns = names("source/indexed_columns.sql");
    }

    /** @throws RcaException when it cannot be reached or refuses us */
    @SuppressWarnings("resource") // the connection is closed with the object, or here on failure
    public static SourceDatabase open(SourceSettings settings) {
        DatabaseAddress address = settings.address();
        try {
            Connection connection = address.connect(properties(settings));
            try {
                begin(connection, settings);
                return new SourceDatabase(settings, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseFailure.explain(NAME, address, e).of(Dependency.SOURCE);
        }
    }

    /** Waits longer than any statement may take, so that only a network that swallows everything trips it. */
    private static Properties properties(SourceSettings settings) {
        Properties properties = settings.address().properties(APPLICATION_NAME);
        Duration patience = settings.statementTimeout().plus(BEYOND_STATEMENT);
        properties.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
        return properties;
    }

    private static void begin(Connection connection, SourceSettings settings) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setSchema(settings.address().schema());
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set statement_timeout = " + settings.statementTimeout().toMillis());
        }
        connection.commit(); // the settings stay; the snapshot begins with the next statement
    }

    private static Instant snapshotAt(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("source/snapshot.sql"))) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The source's own clock at the snapshot. */
    public Instant snapshotAt() {
        return snapshotAt;
    }

    public DatabaseAddress address() {
        return address;
    }

    /** How its rows become ours, by the staging table they fill. */
    public Map<String, PlatformSelect> selects() {
        return selects;
    }

    /** The platform's tables that are read, whether they are there or not. */
    public SortedSet<String> tables() {
        return selects.values().stream()
                .flatMap(select -> select.tables().values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A table's columns by name; empty when there is no such table or we may not read it. */
    public Set<String> columns(String table) {
        return columns.getOrDefault(table, Set.of());
    }

    /** Whether an index starts with this column, given as {@code table.column}, so that a condition on it need not read the table. */
    public boolean isIndexed(String column) {
        int dot = column.indexOf('.');
        return indexedColumns.getOrDefault(column.substring(0, dot), Set.of()).contains(column.substring(dot + 1));
    }

    /**
     * What a query returns, without running it.
     *
     * @throws SQLException when it cannot be run; the snapshot outlives that
     */
    public List<SourceColumn> describe(String query) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(query)) {
            ResultSetMetaData shape = statement.getMetaData();
            var found = new ArrayList<SourceColumn>();
            for (int at = 1; at <= shape.getColumnCount(); at++) {
                PGResultSetMetaData origin = shape.unwrap(PGResultSetMetaData.class);
                found.add(new SourceColumn(
                        shape.getColumnLabel(at),
                        shape.getColumnTypeName(at),
                        origin.getBaseTableName(at),
                        origin.getBaseColumnName(at)));
            }
            connection.releaseSavepoint(before);
            return found;
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }

    /** A point to go back to after a failure, within the same snapshot. */
    public Savepoint mark() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /** Makes the connection usable again after a failure. */
    public void backTo(Savepoint mark) {
        try {
            connection.rollback(mark);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /** Starts {@code copy (query) to stdout}. */
    public CopyOut copyOut(String query, CopyFormat format) {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout" + format.clause());
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    /** The connection, for queries within the same snapshot. */
    public Connection connection() {
        return connection;
    }

    public RcaException explain(SQLException failure) {
        return DatabaseFailure.explain(NAME, address, failure).of(Dependency.SOURCE);
    }

    private Map<String, Set<String>> names(String file) throws SQLException {
        var result = new HashMap<String, Set<String>>();
        try (var statement = connection.prepareStatement(SqlFile.read(file))) {
            statement.setArray(1, connection.createArrayOf("text", tables().toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                result.computeIfAbsent(rows.getString(1), _ -> new LinkedHashSet<>())
                        .add(rows.getString(2));
            }
        }
        result.replaceAll((_, value) -> Set.copyOf(new HashSet<>(value)));
        return Map.copyOf(result);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw explain(e);
        }
    }
}
