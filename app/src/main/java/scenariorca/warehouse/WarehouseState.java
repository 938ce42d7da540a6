package scenariorca.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which published state of the warehouse something was read from.
 *
 * @param version grows by one with every load that changed something; 0 before the first
 * @param freshTo time of the source's snapshot behind it; null before the first load
 * @param logsCompleteTo up to when log events are complete; null when they are not, or none were ever read
 */
public record WarehouseState(
        long version, @Nullable Instant freshTo, @Nullable Instant logsCompleteTo) {}
