package scenariorca.access;

import scenariorca.warehouse.Viewer;

/**
 * A role in the identity provider's tokens or of the database server, and what those who have it see.
 *
 * @param isAdmin whether they may also read the metrics
 * @param isEditor whether they may also act on problems and tell of releases
 * @param viewer what they see beside their own scenarios
 */
public record Role(String name, boolean isAdmin, boolean isEditor, Viewer viewer) {
    public static Role of(String name, Scope scope, Viewer viewer) {
        return new Role(name, scope.isAdmin(), scope.mayEdit(), viewer);
    }

    /** What they may do. */
    public Scope scope() {
        return Scope.of(isAdmin, isEditor);
    }
}
