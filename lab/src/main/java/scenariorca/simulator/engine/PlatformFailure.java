package scenariorca.simulator.engine;

/** What ends a run at once, whatever node it is in: the fault is not the node's. */
public final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String exceptionName;

    PlatformFailure(String exceptionName, String message) {
        super(message, null, false, false);
        this.exceptionName = exceptionName;
    }

    /** The class the log shows. Example: java.lang.OutOfMemoryError. */
    String exceptionName() {
        return exceptionName;
    }
}
