package scenariorca.access;

import scenariorca.warehouse.Viewer;

/**
 * A role in the identity provider's tokens or of the database server, and what those who have it see.
 *
 * @param isAdmin whether they may also read the metrics
 * @param viewer what they see beside their own scenarios
 */
public record Role(String name, boolean isAdmin, Viewer viewer) {}
