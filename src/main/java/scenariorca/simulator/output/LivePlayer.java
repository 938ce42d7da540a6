package scenariorca.simulator.output;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Writes what has become visible on a live platform: new rows, and new images of rows that changed. */
public final class LivePlayer {
    private final Connection connection;

    LivePlayer(Connection connection) {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(Scripts.file("stage.sql"));
            connection.commit();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Writes what became visible up to a time, in one transaction, and says how many rows that was. */
    public long play(Journal journal, Instant until) {
        List<Journal.Entry> due = journal.take(until);
        if (due.isEmpty()) {
            return 0;
        }
        var byTable = new EnumMap<Table, List<byte[]>>(Table.class);
        var images = new EnumMap<Table, Map<UUID, byte[]>>(Table.class);
        for (Journal.Entry entry : due) {
            if (entry.table().isMutable()) {
                images.computeIfAbsent(entry.table(), key -> new LinkedHashMap<>())
                        .put(entry.id(), entry.row());
            } else {
                byTable.computeIfAbsent(entry.table(), key -> new ArrayList<>()).add(entry.row());
            }
        }
        images.forEach((table, rows) -> byTable.put(table, List.copyOf(rows.values())));
        try {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<Table, List<byte[]>> entry : byTable.entrySet()) {
                write(copy, entry.getKey(), entry.getValue());
            }
            connection.commit();
        } catch (SQLException e) {
            throw refused(e);
        }
        return due.size();
    }

    private void write(CopyManager copy, Table table, List<byte[]> rows) throws SQLException {
        String name = table.isMutable() ? "staged_" + table.sqlName() : table.sqlName();
        var in = copy.copyIn(Scripts.copy(name));
        for (byte[] row : rows) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
        if (table.isMutable()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Scripts.upsert(table.sqlName()));
            }
        }
    }

    private static RcaException refused(SQLException e) {
        return new RcaException(ErrorCode.PROBLEM, "the target database refused: " + e.getMessage(), e);
    }
}
