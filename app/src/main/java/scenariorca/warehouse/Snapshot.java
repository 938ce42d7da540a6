package scenariorca.warehouse;

import java.sql.Connection;

/**
 * The warehouse at one moment: every query asked of one snapshot sees the same published state, however many loads are
 * published meanwhile.
 */
public final class Snapshot {
    private final Connection connection;
    private final StatementTrace trace;
    private final WarehouseState state;

    Snapshot(Connection connection, StatementTrace trace, WarehouseState state) {
        this.connection = connection;
        this.trace = trace;
        this.state = state;
    }

    /** The version seen, and how fresh it is. */
    public WarehouseState state() {
        return state;
    }

    /** A query kept in {@code file} under {@code src/main/sql}. Example: {@code report/run.sql}. */
    public Query query(String file) {
        return new Query(connection, NamedSql.of(file), trace, Failures::of);
    }
}
