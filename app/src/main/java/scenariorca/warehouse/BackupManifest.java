package scenariorca.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, beside the rows.
 *
 * @param format version of the file's layout
 * @param takenAt when the snapshot was taken
 * @param schemaVersion version of the tables, up to which an empty warehouse is migrated before the rows go in. Example: 10
 * @param warehouseVersion version of what is in them
 * @param tables in the order of copying in
 */
record BackupManifest(int format, Instant takenAt, String schemaVersion, long warehouseVersion, List<Table> tables) {
    static final int FORMAT = 2;

    /** Its tables have no digests. */
    static final int OLDEST_FORMAT = 1;

    static final String ENTRY = "manifest.json";

    BackupManifest {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param days days that had a partition of their own
     * @param sha256 of its rows as they are in the file, in hexadecimal digits; null in a file of the oldest format
     */
    record Table(
            String name,
            List<String> columns,
            List<LocalDate> days,
            long rows,
            @Nullable String sha256) {
        Table {
            columns = List.copyOf(columns);
            days = List.copyOf(days);
        }

        /** The file within the backup, as PostgreSQL's COPY writes text. */
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    BackupSummary summary(long bytes, double seconds) {
        return new BackupSummary(takenAt, schemaVersion, warehouseVersion, tables.size(), rows(), bytes, seconds);
    }
}
