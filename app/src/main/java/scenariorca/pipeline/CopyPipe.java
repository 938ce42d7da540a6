package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;
import scenariorca.platform.RcaException;
import scenariorca.source.CopyFormat;

/** Pipes the rows of one database into a table of another without looking at them; memory is one buffer. */
final class CopyPipe {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int ROWS_BETWEEN_REPORTS = 100_000;

    private final Connection target;
    private final CopyFormat format;
    private final Explanation unreadable;
    private final UnaryOperator<byte[]> mending;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** @param format of both ends */
    CopyPipe(Connection target, CopyFormat format, Explanation unreadable) {
        this(target, format, unreadable, UnaryOperator.identity());
    }

    private CopyPipe(Connection target, CopyFormat format, Explanation unreadable, UnaryOperator<byte[]> mending) {
        this.target = target;
        this.format = format;
        this.unreadable = unreadable;
        this.mending = mending;
    }

    /** The same, with every row changed on its way. */
    CopyPipe mending(UnaryOperator<byte[]> how) {
        return new CopyPipe(target, format, unreadable, how);
    }

    /** Told every now and then how many rows have passed. */
    interface Meter {
        void passed(long rows);
    }

    /** Says what it means that rows cannot be read. */
    interface Explanation {
        RcaException of(SQLException failure);
    }

    /**
     * @return the number of rows that arrived
     * @throws SQLException when they cannot be written
     * @throws RcaException when they cannot be read
     */
    long run(CopyOut from, String table, String columns, Meter meter) throws SQLException {
        CopyIn into = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin" + format.clause());
        try {
            transfer(from, into, meter);
            return into.endCopy();
        } catch (SQLException | RcaException e) {
            cancel(into, e);
            cancel(from, e);
            throw e;
        }
    }

    /** A broken connection cannot be asked to stop; that must not hide why. */
    private static void cancel(CopyOperation copy, Exception reason) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private byte @Nullable [] next(CopyOut from) {
        try {
            byte[] row = from.readFromCopy();
            return row == null ? null : mending.apply(row);
        } catch (SQLException e) {
            throw unreadable.of(e);
        }
    }

    private void transfer(CopyOut from, CopyIn into, Meter meter) throws SQLException {
        int used = 0;
        long rows = 0;
        for (byte[] row = next(from); row != null; row = next(from)) {
            if (used + row.length > BUFFER_BYTES) {
                into.writeToCopy(buffer, 0, used);
                used = 0;
            }
            if (row.length > BUFFER_BYTES) {
                into.writeToCopy(row, 0, row.length);
            } else {
                System.arraycopy(row, 0, buffer, used, row.length);
                used += row.length;
            }
            if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                meter.passed(rows);
            }
        }
        into.writeToCopy(buffer, 0, used);
    }
}
