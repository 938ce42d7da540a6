package scenariorca.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Reads the warehouse: a pool of connections that can only read, each question in one repeatable-read transaction. */
public final class WarehouseReader implements AutoCloseable {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    /** The pool tries ever more slowly to connect while somebody waits: nobody does for long. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(4);
    /** Longer than any statement may take, so that only a dead network trips it. */
    private static final Duration SOCKET_TIMEOUT = STATEMENT_TIMEOUT.plusSeconds(10);

    private final HikariDataSource pool;
    private final DatabaseAddress address;
    private final StatementTrace trace;
    private final DatabaseOutage outage;

    private WarehouseReader(
            HikariDataSource pool, DatabaseAddress address, StatementTrace trace, DatabaseOutage outage) {
        this.pool = pool;
        this.address = address;
        this.trace = trace;
        this.outage = outage;
    }

    /** A reader of the warehouse at {@code address}. Connects when first asked, not before. */
    public static WarehouseReader open(DatabaseAddress address, int connections) {
        var config = new HikariConfig();
        config.setPoolName("rca-reports");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(properties(address));
        config.setMaximumPoolSize(connections);
        // With one, the pool would go on trying by itself while the database is away, and be slow to see it come back.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setConnectionInitSql(DatabaseAddress.IN_UTC);
        config.setIsolateInternalQueries(true); // commits it
        config.setThreadFactory(WarehouseReader::thread);
        return new WarehouseReader(new HikariDataSource(config), address, StatementTrace.NONE, new DatabaseOutage());
    }

    /** Belongs to nobody's request, in whose middle it may be started. */
    private static Thread thread(Runnable task) {
        Thread thread = Thread.ofPlatform().daemon().name("rca-reports-pool").unstarted(task);
        thread.setContextClassLoader(WarehouseReader.class.getClassLoader());
        return thread;
    }

    /** The same reader, telling {@code trace} of every statement. Closing either closes both. */
    public WarehouseReader tracedBy(StatementTrace trace) {
        return new WarehouseReader(pool, address, trace, outage);
    }

    /**
     * What {@code question} makes of one snapshot of the warehouse, of which only what {@code viewer} may see is there.
     *
     * @throws scenariorca.platform.RcaException UNREACHABLE when the database does not answer or takes too long
     */
    public <T> T read(Viewer viewer, Function<Snapshot, T> question) {
        outage.check();
        if (outage.since().isPresent()) {
            seeWhetherItIsBack();
        }
        try (Connection connection = pool.getConnection()) {
            T answer = question.apply(new Snapshot(connection, trace, enter(connection, viewer)));
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** By a connection of its own, which tells at once; the pool would wait. */
    private void seeWhetherItIsBack() {
        try {
            connect().close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** The state published now, from the database. */
    public WarehouseState state() {
        return read(Viewer.NOBODY, Snapshot::state);
    }

    /** The state published now, as seen on a connection of {@link #connect}. */
    static WarehouseState stateOn(Connection connection) {
        return enter(connection, Viewer.NOBODY);
    }

    /** The first statement of a transaction: it says who asks, until the transaction ends. */
    private static WarehouseState enter(Connection connection, Viewer viewer) {
        return Query.of(connection, "report/enter.sql")
                .with("viewer", viewer.json())
                .with("role_ending", viewer.seesAll() ? "_reader_of_all" : "_reader")
                .one(WarehouseReader::state);
    }

    private static WarehouseState state(Row row) {
        return new WarehouseState(
                row.bigNumber("version"), row.instantOrNull("fresh_to"), row.instantOrNull("logs_complete_to"));
    }

    /**
     * A connection of its own, with the same settings as those of the pool; for listening and measuring. Whether it comes
     * about tells those who wait for the pool, too.
     */
    public Connection connect() throws SQLException {
        try {
            Connection connection = address.connect(properties(address));
            outage.ended();
            return connection;
        } catch (SQLException e) {
            outage.seen(e);
            throw e;
        }
    }

    /**
     * Whether answers can be given at all.
     *
     * @throws scenariorca.platform.RcaException UNREACHABLE, at once, when the database does not answer; CONFIGURATION
     *     when it would show everybody everything
     */
    public void probe() {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            enter(connection, Viewer.NOBODY);
            boolean isBound = Query.of(connection, "report/is_bound.sql").one(row -> row.flag("is_bound"));
            if (!isBound) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        ("%s bypasses row-level security in the warehouse; run ./rca migrate as a user who may create"
                                        + " the role %s_reader")
                                .formatted(address.user(), address.schema()));
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** What a failure on a connection of {@link #connect} means to a caller. */
    public RcaException explain(SQLException failure) {
        return Failures.of(failure);
    }

    /** Since when the database does not answer; empty while it does, as far as is known. */
    public Optional<Instant> awaySince() {
        return outage.since();
    }

    /** The pool's connections in use, idle, and callers waiting for one. */
    public Usage usage() {
        var bean = pool.getHikariPoolMXBean();
        return bean == null
                ? new Usage(0, 0, 0)
                : new Usage(
                        bean.getActiveConnections(), bean.getIdleConnections(), bean.getThreadsAwaitingConnection());
    }

    /** Most connections it may have. */
    public int connections() {
        return pool.getMaximumPoolSize();
    }

    /** How busy the pool is. */
    public record Usage(int active, int idle, int waiting) {}

    @Override
    public void close() {
        pool.close();
    }

    /** Read-only, repeatable read, and plans kept from the first use: most answers take less time than their plans. */
    private static Properties properties(DatabaseAddress address) {
        Properties properties = address.properties("rca-reports");
        properties.setProperty(
                "options",
                "-c search_path=" + address.schema()
                        + " -c default_transaction_read_only=on"
                        + " -c default_transaction_isolation=repeatable\\ read"
                        + " -c jit=off"
                        + " -c statement_timeout=" + STATEMENT_TIMEOUT.toMillis()
                        + " -c idle_in_transaction_session_timeout=" + SOCKET_TIMEOUT.toMillis());
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
        return properties;
    }
}
