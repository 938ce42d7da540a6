package scenariorca.comparison;

import java.util.Locale;

/** How a leaf of a JSON value differs from the leaf at the same path of another. */
public enum ChangeKind {
    /** The path exists only after. */
    ADDED,
    /** The path exists only before. */
    REMOVED,
    /** Another value of the same type. */
    CHANGED,
    /** Another type: a number that became a text or null, a value that became an object. */
    TYPE_CHANGED;

    /** As written in JSON. Example: {@code type_changed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind the same difference has when read from after to before. */
    public ChangeKind mirrored() {
        return switch (this) {
            case ADDED -> REMOVED;
            case REMOVED -> ADDED;
            case CHANGED, TYPE_CHANGED -> this;
        };
    }
}
