package scenariorca.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one exception of the product. Its message is written for the user: what, where, and how to mend it. */
public final class RcaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Dependency dependency;

    public RcaException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public RcaException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, cause, null);
    }

    private RcaException(ErrorCode code, String message, @Nullable Throwable cause, @Nullable Dependency dependency) {
        super(message, cause);
        this.code = code;
        this.dependency = dependency;
    }

    /** The same failure, known to be the fault of {@code part}. */
    public RcaException of(Dependency part) {
        return new RcaException(code, getMessage(), getCause(), part);
    }

    /** Whose fault it is; empty when it is nobody's outside, or not known. */
    public Optional<Dependency> dependency() {
        return Optional.ofNullable(dependency);
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
