package scenariorca.report;

import scenariorca.reliability.RunTotals;
import scenariorca.warehouse.Row;

/** Reads the columns that count runs by outcome. */
final class Totals {
    private Totals() {}

    static RunTotals of(Row row) {
        return new RunTotals(
                row.bigNumber("successful_runs"), row.bigNumber("failed_runs"), row.bigNumber("timeout_runs"));
    }
}
