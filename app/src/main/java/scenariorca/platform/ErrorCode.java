package scenariorca.platform;

/** What went wrong, as far as a caller must react to it. The code decides the HTTP status and the exit code. */
public enum ErrorCode {
    /** A parameter or an option is wrong; the message names it and what it must be. */
    INVALID_INPUT(400, 2),
    /** A setting is missing or wrong; the message names it and how to mend it. */
    CONFIGURATION(500, 2),
    /** The thing asked for does not exist; the message names its id. */
    NOT_FOUND(404, 1),
    /** The caller may not do this. */
    FORBIDDEN(403, 2),
    /** The command ran and found a problem, such as a difference or a broken source. */
    PROBLEM(500, 1),
    /** A database or a service does not answer. */
    UNREACHABLE(503, 3);

    private final int httpStatus;
    private final int exitCode;

    ErrorCode(int httpStatus, int exitCode) {
        this.httpStatus = httpStatus;
        this.exitCode = exitCode;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** 1 it ran and found a problem, 2 wrong usage or configuration, 3 a dependency is unreachable. */
    public int exitCode() {
        return exitCode;
    }
}
