package scenariorca.bundle;

import java.util.List;
import java.util.UUID;

/**
 * What a bundle holds and what made it.
 *
 * @param format of the bundle, 1
 * @param runId the run it is about
 * @param made by what
 * @param files the others, by name
 */
record BundleManifest(int format, UUID runId, Made made, List<File> files) {
    static final int FORMAT = 1;

    /**
     * What made a bundle.
     *
     * @param program version of rca. Example: 0.1.0
     * @param schemaVersion version of the warehouse's tables. Example: 43
     * @param warehouseVersion version of the warehouse's content
     */
    record Made(String program, String schemaVersion, long warehouseVersion) {}

    /** @param sha256 hexadecimal digits */
    record File(String name, long bytes, String sha256) {}
}
