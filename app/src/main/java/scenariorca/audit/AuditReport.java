package scenariorca.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the history is as loads wrote it.
 *
 * @param head the entry the chain ends with; null while no load has begun one
 * @param faults what is wrong with the chain itself, a sentence each
 * @param tables one entry per historical table; empty while there is no chain
 */
public record AuditReport(@Nullable ChainHead head, List<String> faults, List<Table> tables) {
    public AuditReport {
        faults = List.copyOf(faults);
        tables = List.copyOf(tables);
    }

    /** Nothing was changed, added or removed but by loads and decisions. */
    @JsonProperty("intact")
    public boolean isIntact() {
        return head != null && faults.isEmpty() && tables.stream().allMatch(table -> table.findingCount() == 0);
    }

    /**
     * One historical table.
     *
     * @param rows rows of it that the chain covers
     * @param findingCount rows that are not as loads wrote them
     * @param findings the first of them
     */
    public record Table(String table, long rows, long findingCount, List<Finding> findings) {
        public Table {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A row that somebody else wrote.
     *
     * @param day UTC day of the row; null where rows of its table have none
     * @param rowId the row, by what names it in its table. Example: a run's id
     * @param what added, changed or removed
     * @param beforeEntry the entry of the load that found it so and wrote it over; null when it still is so
     */
    public record Finding(
            @Nullable LocalDate day,
            String rowId,
            String what,
            @Nullable Long beforeEntry) {}
}
