package scenariorca.report;

import scenariorca.warehouse.Row;

/**
 * How many runs ended with one kind of error.
 *
 * @param category kind of error; uncategorized where none could be told. Example: validation
 * @param count runs that failed or timed out with it. Example: 32
 */
public record CategoryCount(String category, long count) {
    static CategoryCount of(Row row) {
        return new CategoryCount(row.text("category"), row.bigNumber("run_count"));
    }
}
