package scenariorca.platform;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;

/** Turns what the database driver throws into the one line a user can act on. */
public final class DatabaseFailure {
    private static final Set<String> WRONG_LOGIN = Set.of("28000", "28P01");
    /** Beside the classes 08 and 57P: all its connections are taken. */
    private static final String TOO_MANY = "53300";

    /** What a pooler answers that does not hand on the settings a connection begins with. */
    private static final String REFUSED_SETTING = "08P01";

    private static final Set<String> NO_SPACE = Set.of("53100", "53200");

    private DatabaseFailure() {}

    /**
     * @param what the database as a user knows it. Example: the source (SOURCE_DB_*)
     * @param address where it is; its password is never shown
     */
    public static RcaException explain(String what, DatabaseAddress address, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String text = firstLine(failure);
        if (WRONG_LOGIN.contains(state)) {
            return new RcaException(
                    ErrorCode.CONFIGURATION,
                    "%s at %s refuses the user or the password: %s".formatted(what, address, text),
                    failure);
        }
        if (state.equals("3D000")) {
            return new RcaException(
                    ErrorCode.CONFIGURATION, "%s at %s does not exist: %s".formatted(what, address, text), failure);
        }
        if (state.equals(REFUSED_SETTING) && text.contains("startup parameter")) {
            return new RcaException(
                    ErrorCode.CONFIGURATION,
                    "%s at %s is behind a connection pooler: %s; name the server itself, whose connections keep what is set on them"
                            .formatted(what, address, text),
                    failure);
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.equals(TOO_MANY)) {
            return new RcaException(
                    ErrorCode.UNREACHABLE,
                    "%s at %s cannot be reached: %s; check that it runs and that host and port are right"
                            .formatted(what, address, reason(failure, text)),
                    failure);
        }
        if (NO_SPACE.contains(state)) {
            return new RcaException(
                    ErrorCode.PROBLEM,
                    "%s at %s has no room left: %s; free some and run the command again, nothing is lost"
                            .formatted(what, address, text),
                    failure);
        }
        if (state.equals("42501")) {
            return new RcaException(
                    ErrorCode.CONFIGURATION, "%s at %s: %s; grant it".formatted(what, address, text), failure);
        }
        return new RcaException(
                ErrorCode.PROBLEM, "%s at %s: %s (SQL state %s)".formatted(what, address, text, state), failure);
    }

    /** Why no connection came about; the driver itself says only that it did not. */
    private static String reason(SQLException failure, String text) {
        return switch (failure.getCause()) {
            case UnknownHostException unknown -> "no host is known by the name " + unknown.getMessage();
            case SocketTimeoutException _ -> "no answer in time";
            case SocketException refused when refused.getMessage() != null -> refused.getMessage();
            case null, default -> text.replaceAll("\\.+$", "");
        };
    }

    private static String firstLine(SQLException failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        String where = message.lines()
                .filter(line -> line.strip().startsWith("Where: "))
                .findFirst()
                .map(String::strip)
                .orElse("");
        String line = message.lines().findFirst().orElse(message);
        return where.isEmpty() ? line : line + " (" + where.substring("Where: ".length()) + ")";
    }
}
