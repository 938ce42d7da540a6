package scenariorca.simulator.output;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Writes what has become visible on a live platform: new rows, and new images of rows that changed. While the database is
 * away it keeps them, as a platform keeps its requests, and writes them, each once, when the database is back.
 */
public final class LivePlayer implements AutoCloseable {
    /** A database away for longer than that is a failure, not an outage: what waits is in memory. */
    private static final int MOST_WAITING = 1_000_000;

    private final Connecting connecting;
    private final List<Journal.Entry> waiting = new ArrayList<>();
    private @Nullable Connection connection;

    /** The transaction that was being committed when the connection broke: it may have been, or not. */
    private @Nullable String uncertain;

    /** How many of those that wait were in it; others came after them. */
    private int uncertainCount;

    /** Makes a connection without auto-commit. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    LivePlayer(Connecting connecting) {
        this.connecting = connecting;
    }

    /**
     * Writes what became visible up to a time, in one transaction.
     *
     * @return how many rows that was; 0 while the database is away
     */
    public long play(Journal journal, Instant until) {
        waiting.addAll(journal.take(until));
        if (waiting.isEmpty()) {
            return 0;
        }
        try {
            Connection open = connection == null ? reconnect() : connection;
            long written = waiting.size();
            if (!waiting.isEmpty()) {
                write(open);
                waiting.clear();
            }
            return written;
        } catch (SQLException e) {
            drop(e);
            if (!isAway(e) || waiting.size() > MOST_WAITING) {
                throw refused(e);
            }
            return 0;
        }
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }

    /** Finds out, too, what became of the transaction whose end we did not hear. */
    private Connection reconnect() throws SQLException {
        Connection fresh = connecting.connect();
        connection = fresh;
        try (Statement statement = fresh.createStatement()) {
            if (uncertain != null) {
                try (ResultSet rows =
                        statement.executeQuery(Scripts.file("fate.sql").replace("?", uncertain))) {
                    rows.next();
                    if ("committed".equals(rows.getString(1))) {
                        waiting.subList(0, uncertainCount).clear();
                    }
                }
                uncertain = null;
            }
            statement.execute(Scripts.file("stage.sql"));
        }
        fresh.commit();
        return fresh;
    }

    private void write(Connection open) throws SQLException {
        var byTable = new EnumMap<Table, List<byte[]>>(Table.class);
        var images = new EnumMap<Table, Map<UUID, byte[]>>(Table.class);
        for (Journal.Entry entry : waiting) {
            if (entry.table().isMutable()) {
                images.computeIfAbsent(entry.table(), key -> new LinkedHashMap<>())
                        .put(entry.id(), entry.row());
            } else {
                byTable.computeIfAbsent(entry.table(), key -> new ArrayList<>()).add(entry.row());
            }
        }
        images.forEach((table, rows) -> byTable.put(table, List.copyOf(rows.values())));
        CopyManager copy = open.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<Table, List<byte[]>> entry : byTable.entrySet()) {
            write(open, copy, entry.getKey(), entry.getValue());
        }
        String transaction = transaction(open);
        uncertain = transaction;
        uncertainCount = waiting.size();
        open.commit();
        uncertain = null;
    }

    private static String transaction(Connection open) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet rows = statement.executeQuery(Scripts.file("transaction.sql"))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void drop(SQLException reason) {
        try {
            close();
        } catch (RcaException e) {
            reason.addSuppressed(e); // a broken connection cannot say goodbye
        }
        connection = null;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void write(Connection open, CopyManager copy, Table table, List<byte[]> rows) throws SQLException {
        String name = table.isMutable() ? "staged_" + table.sqlName() : table.sqlName();
        var in = copy.copyIn(Scripts.copy(name));
        for (byte[] row : rows) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
        if (table.isMutable()) {
            try (Statement statement = open.createStatement()) {
                statement.execute(Scripts.upsert(table.sqlName()));
            }
        }
    }

    private static RcaException refused(SQLException e) {
        return new RcaException(ErrorCode.PROBLEM, "the target database refused: " + e.getMessage(), e);
    }
}
