package scenariorca.identity;

/** A token or a sign-in that proves nothing. The message is for the operator's log, not for the caller. */
public final class IdentityRefused extends Exception {
    private static final long serialVersionUID = 1L;

    IdentityRefused(String message) {
        super(message);
    }

    IdentityRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
