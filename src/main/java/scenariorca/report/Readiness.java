package scenariorca.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether questions can be answered.
 *
 * @param status ready or not_ready. Example: ready
 * @param reason why not; null when ready
 * @param database up or down. Example: up
 * @param schemaVersion version of the warehouse's tables; null while they cannot be read. Example: 5
 * @param warehouseVersion version of the warehouse, which grows with each load that changed something; null while it
 *     cannot be read. Example: 17
 * @param dataFreshTo time of the source's snapshot behind the data; null before the first load
 * @param dataAgeSeconds seconds since then; null before the first load. Example: 310
 */
public record Readiness(
        String status,
        @Nullable String reason,
        String database,
        @Nullable String schemaVersion,
        @Nullable Long warehouseVersion,
        @Nullable Instant dataFreshTo,
        @Nullable Long dataAgeSeconds) {

    public boolean canAnswer() {
        return status.equals("ready");
    }
}
