package scenariorca.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the warehouse compares with the source.
 *
 * @param sourceSnapshotAt the source's clock when it was read
 * @param tables one entry per kind of row
 */
public record VerificationReport(Instant sourceSnapshotAt, List<Table> tables) {
    public VerificationReport {
        tables = List.copyOf(tables);
    }

    /** Nothing is missing and nothing differs. Rows the source has deleted since, and we keep, are no difference. */
    @JsonProperty("equal")
    public boolean isEqual() {
        return tables.stream().flatMap(table -> table.findings().stream()).noneMatch(Finding::isDifference);
    }

    /**
     * One kind of row.
     *
     * @param table its name. Example: input_versions
     * @param sourceRows rows in the source
     * @param warehouseRows rows in the warehouse
     * @param days days compared
     * @param findings the days that differ
     */
    public record Table(String table, long sourceRows, long warehouseRows, int days, List<Finding> findings) {
        public Table {
            findings = List.copyOf(findings);
        }
    }

    /**
     * One day that differs.
     *
     * @param day UTC day; null for rows without a time
     * @param missing rows the warehouse lacks
     * @param different rows the warehouse has otherwise
     * @param kept rows the source no longer has
     * @param missingExamples ids of some of the missing
     * @param differentExamples ids of some of the different
     */
    public record Finding(
            @Nullable String day,
            long missing,
            long different,
            long kept,
            List<String> missingExamples,
            List<String> differentExamples) {
        public boolean isDifference() {
            return missing + different > 0;
        }
    }
}
