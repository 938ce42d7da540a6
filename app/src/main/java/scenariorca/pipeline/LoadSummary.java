package scenariorca.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param etlRunId its record in etl_run
 * @param mode full, incremental, scenario or logs; with {@code +logs} when log events were read, too
 * @param status published or unchanged
 * @param version the warehouse's version afterwards; null before the first load that wrote something
 * @param seconds from start to end
 * @param rowsRead rows read from the source
 * @param rowsWritten rows inserted or updated in the warehouse
 * @param rowsPerSecond rows read a second, over the whole load
 * @param tables one entry per table, in the order of loading
 * @param logs what it did with log events; null when it read none
 * @param notices what a person should know, such as a column the source lacks
 */
public record LoadSummary(
        long etlRunId,
        String mode,
        String status,
        @Nullable Long version,
        double seconds,
        long rowsRead,
        long rowsWritten,
        long rowsPerSecond,
        List<Table> tables,
        @Nullable LogCounts logs,
        List<String> notices) {
    public LoadSummary {
        tables = List.copyOf(tables);
        notices = List.copyOf(notices);
    }

    /**
     * One table of the source or the warehouse.
     *
     * @param table its name
     * @param read rows read from the source; 0 for a table that is derived
     * @param written rows inserted or updated; for a source table 0
     * @param unchanged rows read that the warehouse had already; 0 for a table whose rows are not kept one for one
     * @param skipped rows left out
     * @param reason why they were left out; null when none was
     * @param seconds time it took
     */
    public record Table(
            String table,
            long read,
            long written,
            long unchanged,
            long skipped,
            @Nullable String reason,
            double seconds) {
        Table with(long nowUnchanged, long nowSkipped, @Nullable String why) {
            return new Table(table, read, written, nowUnchanged, nowSkipped, why, seconds);
        }
    }
}
