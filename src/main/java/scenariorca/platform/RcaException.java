package scenariorca.platform;

import org.jspecify.annotations.Nullable;

/** The one exception of the product. Its message is written for the user: what, where, and how to mend it. */
public final class RcaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public RcaException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public RcaException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
