package scenariorca.simulator.output;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** The database a platform is simulated in: empty tables, then rows, then keys, all in one transaction. */
public final class PlatformDatabase implements AutoCloseable {
    private final Connection connection;
    private final LivePlayer.Connecting again;
    private final DatabaseSink sink;
    private final FillProgress progress;

    private PlatformDatabase(Connection connection, LivePlayer.Connecting again, FillProgress progress) {
        this.connection = connection;
        this.again = again;
        this.progress = progress;
        this.sink = new DatabaseSink(connection, progress);
    }

    /**
     * Connects and creates the tables.
     *
     * @throws RcaException UNREACHABLE without a connection, CONFIGURATION when there are tables and they may not be replaced
     */
    public static PlatformDatabase open(String url, Properties properties, boolean replace, FillProgress progress) {
        Connection connection = connect(url, properties);
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (replace) {
                    statement.execute(Scripts.file("drop.sql"));
                } else {
                    refuseTables(statement, url);
                }
                statement.execute(Scripts.file("tables.sql"));
            }
            return new PlatformDatabase(connection, () -> again(url, properties), progress);
        } catch (SQLException | RcaException e) {
            close(connection);
            throw e instanceof RcaException known
                    ? known
                    : new RcaException(ErrorCode.PROBLEM, "cannot create the platform's tables: " + e.getMessage(), e);
        }
    }

    private static Connection connect(String url, Properties properties) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--target is \"%s\"; it must be like jdbc:postgresql://localhost:5432/platform".formatted(url));
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new RcaException(
                    ErrorCode.UNREACHABLE,
                    "no connection to %s: %s; check that PostgreSQL runs there and that user and password are right"
                            .formatted(url.replaceAll("\\?.*", ""), e.getMessage()),
                    e);
        }
    }

    private static Connection again(String url, Properties properties) throws SQLException {
        Connection fresh = DriverManager.getConnection(url, properties);
        fresh.setAutoCommit(false);
        return fresh;
    }

    private static void refuseTables(Statement statement, String url) throws SQLException {
        try (ResultSet result = statement.executeQuery(Scripts.file("count-tables.sql"))) {
            result.next();
            if (result.getInt(1) > 0) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "%s holds a forecasting platform already (%d tables); choose an empty database, or add --replace to drop them"
                                .formatted(url.replaceAll("\\?.*", ""), result.getInt(1)));
            }
        }
    }

    public RowSink sink() {
        return sink;
    }

    /** Waits for the last row, adds keys and, when asked, indexes, and makes everything visible at once. */
    public void finish(boolean indexes) {
        sink.finish();
        progress.report("adding keys");
        run("keys.sql");
        if (indexes) {
            run("indexes.sql");
        }
        run("analyze.sql");
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the target database refused to commit: " + e.getMessage(), e);
        }
    }

    private void run(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Scripts.file(script));
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the target database refused: " + e.getMessage(), e);
        }
    }

    /** Plays on in this database, by a connection of its own. */
    public LivePlayer live() {
        close(connection);
        return new LivePlayer(again);
    }

    @Override
    public void close() {
        sink.close();
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RcaException(ErrorCode.PROBLEM, "the connection could not be closed: " + e.getMessage(), e);
        }
    }
}
