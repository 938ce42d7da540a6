package scenariorca.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scenariorca.platform.SqlFile;
import scenariorca.source.CopyFormat;
import scenariorca.source.SourceDatabase;

/**
 * How one source table is read on this installation: the staging table's columns, each as the source has it.
 *
 * @param table name at the source and in staging
 * @param columns the staging table's columns, comma-separated
 * @param select the query without a condition
 * @param format how its rows travel: in text where a type is not the staging table's, as only that is converted on arrival
 * @param notices optional columns the source lacks, as sentences
 * @param problems required columns the source lacks, as names
 */
record SourceQuery(
        String table, String columns, String select, CopyFormat format, List<String> notices, List<String> problems) {
    /** Columns some installations spell otherwise. */
    private static final Map<String, String> OTHER_SPELLING = Map.of(
            "fc_event_type.updated_by", "udpated_by",
            "fc_scenario_event_data.evented_shares_overridden", "event_shares_overridden");

    /** Columns of which only a part is read; the expression is in source/columns. */
    private static final Set<String> SHORTENED = Set.of("fc_scenario_node_calc.output_data");

    SourceQuery {
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }

    static SourceQuery of(String table, List<StagingColumn> wanted, SourceDatabase source) {
        Map<String, String> present = source.columns(table);
        boolean isAlike = true;
        var select = new ArrayList<String>();
        var notices = new ArrayList<String>();
        var problems = new ArrayList<String>();
        for (StagingColumn column : wanted) {
            String name = table + "." + column.name();
            String spelling = OTHER_SPELLING.getOrDefault(name, column.name());
            if (present.containsKey(column.name()) || present.containsKey(spelling)) {
                String found = present.containsKey(column.name()) ? column.name() : spelling;
                select.add((SHORTENED.contains(name) ? shortened(name) : found) + " as " + column.name());
                isAlike &= SHORTENED.contains(name) || column.type().equals(present.get(found));
            } else if (column.isRequired()) {
                problems.add(name);
            } else {
                select.add("null::" + column.type() + " as " + column.name());
                notices.add("the source has no " + name + "; it stays empty");
            }
        }
        String columns =
                String.join(", ", wanted.stream().map(StagingColumn::name).toList());
        return new SourceQuery(
                table,
                columns,
                "select " + String.join(", ", select) + " from " + table,
                isAlike ? CopyFormat.BINARY : CopyFormat.TEXT,
                notices,
                problems);
    }

    private static String shortened(String name) {
        return SqlFile.read("source/columns/" + name + ".sql")
                .lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", String::concat);
    }

    /** The query with a condition on the staging table's column names. */
    String where(String condition) {
        return "select * from (" + select + ") as " + table + " where " + condition;
    }

    /**
     * A column of a staging table.
     *
     * @param name its name there, and the usual one at the source
     * @param type its PostgreSQL type
     * @param isRequired whether a load makes no sense without it
     */
    record StagingColumn(String name, String type, boolean isRequired) {}
}
