package scenariorca.warehouse;

import java.time.Instant;

/**
 * What was backed up or restored.
 *
 * @param takenAt when the backup's snapshot was taken
 * @param schemaVersion version of the tables then. Example: 10
 * @param warehouseVersion version of what was in them. Example: 17
 * @param bytes size of the file
 */
public record BackupSummary(
        Instant takenAt,
        String schemaVersion,
        long warehouseVersion,
        int tables,
        long rows,
        long bytes,
        double seconds) {}
