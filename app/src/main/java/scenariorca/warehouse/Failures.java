package scenariorca.warehouse;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Dependency;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** What a failure of the database means to a caller, without the database's own words. */
final class Failures {
    private static final String CANCELLED = "57014";
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_COLUMN = "42703";

    private Failures() {}

    static RcaException of(SQLException failure) {
        return explained(failure).of(Dependency.WAREHOUSE);
    }

    private static RcaException explained(SQLException failure) {
        String state = failure.getSQLState();
        if (CANCELLED.equals(state)) {
            return new RcaException(
                    ErrorCode.UNREACHABLE,
                    "The warehouse took too long to answer; ask for less, or try again",
                    failure);
        }
        if (isOtherVersion(failure)) {
            return new RcaException(
                    ErrorCode.UNREACHABLE,
                    "The warehouse is not set up, or is of another version; run \"rca migrate\"",
                    failure);
        }
        if (failure instanceof SQLTransientConnectionException || isConnection(state)) {
            return new RcaException(ErrorCode.UNREACHABLE, "The warehouse does not answer; try again shortly", failure);
        }
        return new RcaException(
                ErrorCode.PROBLEM, "The warehouse refused a query; the server's log says which", failure);
    }

    /** Whether it lacks a table or a column that this program knows. */
    static boolean isOtherVersion(SQLException failure) {
        return NO_SUCH_TABLE.equals(failure.getSQLState()) || NO_SUCH_COLUMN.equals(failure.getSQLState());
    }

    /** Classes 08 connection, 28 who are you, 3D no such database, 53 no resources, 57P shut down; none: the driver's own. */
    private static boolean isConnection(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
