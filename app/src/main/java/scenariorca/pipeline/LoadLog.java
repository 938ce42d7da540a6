package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/** The record of loads (etl_run), and the lock that lets one load run at a time. */
final class LoadLog {
    /** How long whoever would only do the same again waits for a load under way. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    /** @param connection of its own, in autocommit: the record must outlive a load that fails */
    LoadLog(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a record; those of loads that died meanwhile become "abandoned".
     *
     * @param patience how long it waits for another load to end
     */
    long begin(String mode, Duration patience, Progress progress) throws SQLException {
        if (!isLocked("load/log/try_lock.sql")) {
            progress.say("another load of this warehouse is running, or has just been killed; waiting for it");
            awaitLock(patience);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read("load/log/abandon.sql"));
        }
        return open(connection, mode);
    }

    /** A record without the lock, for what loads need not wait for. */
    static long open(Connection connection, String mode) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/log/begin.sql"))) {
            statement.setString(1, mode);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private void awaitLock(Duration patience) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/log/await_lock.sql"))) {
            statement.setString(1, patience.toMillis() + "ms");
            statement.execute();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new RcaException(
                        ErrorCode.PROBLEM,
                        "another load of this warehouse is still running; run the command again when it has ended",
                        e);
            }
            throw e;
        }
    }

    private boolean isLocked(String file) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(file))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Lets the next load begin. Closing the connection would do, but only a moment later. */
    void end() throws SQLException {
        isLocked("load/log/unlock.sql");
    }

    void fail(long etlRunId, String error) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/log/fail.sql"))) {
            statement.setString(1, error);
            statement.setLong(2, etlRunId);
            statement.execute();
        }
    }

    /**
     * Ends a record within the load's own transaction, so that readers see its rows and its version at once.
     *
     * @param snapshotAt time of the source's snapshot; null when the source was not read
     * @return the version published; null when nothing was written
     */
    static @Nullable Long publish(
            Connection publishing, long etlRunId, @Nullable Instant snapshotAt, List<LoadSummary.Table> tables)
            throws SQLException {
        long written = tables.stream().mapToLong(LoadSummary.Table::written).sum();
        try (var statement = publishing.createStatement()) {
            statement.execute(SqlFile.read("load/log/publish_lock.sql"));
        }
        try (var statement = publishing.prepareStatement(SqlFile.read("load/log/publish.sql"))) {
            statement.setLong(1, written);
            statement.setString(2, Json.write(tables));
            statement.setObject(3, snapshotAt == null ? null : OffsetDateTime.ofInstant(snapshotAt, ZoneOffset.UTC));
            statement.setLong(4, etlRunId);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getObject(1, Long.class);
        }
    }
}
