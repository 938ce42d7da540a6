package scenariorca.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which published state of the warehouse something was read from.
 *
 * @param version grows by one with every load that changed something; 0 before the first
 * @param freshTo time of the source's snapshot behind it; null before the first load
 */
public record WarehouseState(long version, @Nullable Instant freshTo) {}
