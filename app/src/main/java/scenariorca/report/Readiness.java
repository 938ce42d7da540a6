package scenariorca.report;

import java.time.Instant;
import java.util.List;
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
 * @param outages what does not work at the moment: the warehouse, and where this server loads, too, what its loads need;
 *     where it tells people of problems, a channel that takes no message; questions can be answered all the same unless it
 *     is the warehouse
 */
public record Readiness(
        String status,
        @Nullable String reason,
        String database,
        @Nullable String schemaVersion,
        @Nullable Long warehouseVersion,
        @Nullable Instant dataFreshTo,
        @Nullable Long dataAgeSeconds,
        List<Outage> outages) {
    public Readiness {
        outages = List.copyOf(outages);
    }

    /**
     * Something that does not work at the moment, told without addresses or names: whoever may ask need not know those.
     *
     * @param what source, warehouse, log service or loads. Example: source
     * @param since when it was first seen not to work
     * @param reason what is wrong. Example: it does not answer
     * @param action what is being done about it. Example: tried 3 times, the next try is at 2026-11-20T10:00:05Z
     */
    public record Outage(String what, Instant since, String reason, String action) {
        static Outage of(scenariorca.platform.Outage outage) {
            return new Outage(outage.what(), outage.since(), outage.reason(), outage.action());
        }
    }

    public boolean canAnswer() {
        return status.equals("ready");
    }
}
