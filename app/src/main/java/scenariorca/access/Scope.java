package scenariorca.access;

import java.util.Locale;

/** What somebody who is let in may do; each may what those before it may. */
public enum Scope {
    READ,
    /** Act on problems and tell of releases. */
    EDIT,
    /** Read the metrics. */
    ADMIN;

    /** As stored and printed. Example: {@code edit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope of(boolean isAdmin, boolean isEditor) {
        if (isAdmin) {
            return ADMIN;
        }
        return isEditor ? EDIT : READ;
    }

    public boolean isAdmin() {
        return this == ADMIN;
    }

    public boolean mayEdit() {
        return this != READ;
    }

    /** The wider of two. */
    public Scope or(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
