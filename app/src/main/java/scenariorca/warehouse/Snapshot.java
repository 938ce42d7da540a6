package scenariorca.warehouse;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse at one moment: every query asked of one snapshot sees the same published state, however many loads are
 * published meanwhile.
 */
public final class Snapshot {
    private final Connection connection;
    private final StatementTrace trace;
    private final WarehouseState state;

    /** As of when tables are read; null for now. */
    private final @Nullable PastState past;

    Snapshot(Connection connection, StatementTrace trace, WarehouseState state) {
        this(connection, trace, state, null);
    }

    private Snapshot(Connection connection, StatementTrace trace, WarehouseState state, @Nullable PastState past) {
        this.connection = connection;
        this.trace = trace;
        this.state = state;
        this.past = past;
    }

    /**
     * The same rows for the same viewer, as they stood at an earlier time: of scenarios, runs, failed calculations, verdicts,
     * problems and the audit trail. Other tables are read as they stand now.
     */
    public Snapshot asOf(PastState then) {
        return new Snapshot(connection, trace, state, then);
    }

    /** The version seen, and how fresh it is. */
    public WarehouseState state() {
        return state;
    }

    /** A query kept in {@code file} under {@code src/main/sql}. Example: {@code report/run.sql}. */
    public Query query(String file) {
        if (past == null) {
            return new Query(connection, NamedSql.of(file), trace, Failures::of);
        }
        NamedSql sql = PastSql.of(file);
        return past.on(new Query(connection, sql, trace, Failures::of), sql);
    }

    /** One page of a list in the order of one of its columns, as it stands now: see {@code report/in_order.sql}. */
    public Query inOrder(String file) {
        return new Query(connection, NamedSql.inOrder(file), trace, Failures::of);
    }
}
