package scenariorca.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Viewer;

/**
 * An API key as the warehouse keeps it, without the key itself.
 *
 * @param name what the operator calls it. Example: grafana
 * @param hash of the key, see {@link Secret}
 * @param isAdmin whether it may also read the metrics
 * @param isEditor whether it may also act on problems and tell of releases
 * @param viewer what it sees
 * @param expiresAt from when it is refused; null for never
 * @param revokedAt null while it is good
 */
public record ApiKey(
        String name,
        String hash,
        boolean isAdmin,
        boolean isEditor,
        Viewer viewer,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** What it may do. */
    public Scope scope() {
        return Scope.of(isAdmin, isEditor);
    }

    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
