package scenariorca.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in a list.
 *
 * @param userId the name as the platform writes it. Example: jdoe
 * @param displayName name to show; null when unknown. Example: jdoe
 * @param firstSeenAt earliest trace of the user; null without one
 * @param lastSeenAt latest trace of the user; null without one
 */
public record UserRow(
        String userId,
        @Nullable String displayName,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt) {}
