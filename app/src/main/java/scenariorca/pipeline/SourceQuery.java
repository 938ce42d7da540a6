package scenariorca.pipeline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import scenariorca.source.CopyFormat;
import scenariorca.source.PlatformSelect;
import scenariorca.source.SourceColumn;
import scenariorca.source.SourceDatabase;

/**
 * How one staging table is filled on this installation: the platform's SELECT with what this source has.
 *
 * @param table the staging table
 * @param columns its columns in order
 * @param select the query without a condition
 * @param format how its rows travel: in text where a type is not the staging table's, as only that is converted on arrival
 * @param origins the source's table and column of each column that is one, as {@code table.column}
 * @param names what people at the source call each column, as {@code table.column}
 * @param notices optional columns the source lacks, as sentences
 * @param problems required columns and tables the source lacks, as names
 */
record SourceQuery(
        String table,
        List<StagingColumn> columns,
        String select,
        CopyFormat format,
        Map<String, String> origins,
        Map<String, String> names,
        List<String> notices,
        List<String> problems) {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

    SourceQuery {
        columns = List.copyOf(columns);
        origins = Map.copyOf(origins);
        names = Map.copyOf(names);
        notices = List.copyOf(notices);
        problems = List.copyOf(problems);
    }

    static SourceQuery of(String table, List<StagingColumn> wanted, SourceDatabase source) throws SQLException {
        PlatformSelect platform = source.selects().get(table);
        if (platform == null) {
            throw new IllegalStateException("the platform has no SELECT for " + table);
        }
        var items = new ArrayList<String>();
        var notices = new ArrayList<String>();
        var problems = new TreeSet<String>();
        platform.tables().values().stream()
                .filter(name -> source.columns(name).isEmpty())
                .forEach(name -> problems.add("table " + name));
        for (StagingColumn column : wanted) {
            String item = platform.items().get(column.name());
            List<String> missing = item == null
                    ? List.of(table + "." + column.name())
                    : platform.needs(item).stream()
                            .filter(need -> !platform.isThere(need, source))
                            .toList();
            if (item != null && missing.isEmpty()) {
                items.add(platform.spelt(item, source) + " as " + column.name());
            } else if (column.isRequired()) {
                problems.addAll(missing);
            } else {
                items.add("null::" + column.type() + " as " + column.name());
                missing.forEach(name -> notices.add("the source has no " + name + "; it stays empty"));
            }
        }
        String select = "select " + String.join(", ", items) + " " + platform.from();
        List<SourceColumn> found = problems.isEmpty() ? source.describe(select) : List.of();
        return new SourceQuery(
                table,
                wanted,
                select,
                format(wanted, found),
                origins(found),
                names(platform),
                notices,
                List.copyOf(problems));
    }

    private static CopyFormat format(List<StagingColumn> wanted, List<SourceColumn> found) {
        for (int at = 0; at < found.size(); at++) {
            String there = found.get(at).type();
            String here = wanted.get(at).type();
            if (!there.equals(here) && !(TEXTS.contains(there) && TEXTS.contains(here))) {
                return CopyFormat.TEXT;
            }
        }
        return CopyFormat.BINARY;
    }

    private static Map<String, String> origins(List<SourceColumn> found) {
        var origins = new HashMap<String, String>();
        found.stream()
                .filter(column -> !column.baseTable().isEmpty())
                .forEach(column -> origins.put(column.name(), column.baseTable() + "." + column.baseColumn()));
        return origins;
    }

    private static Map<String, String> names(PlatformSelect platform) {
        var names = new HashMap<String, String>();
        platform.items()
                .forEach((column, item) ->
                        platform.needs(item).stream().findFirst().ifPresent(name -> names.put(column, name)));
        return names;
    }

    /** What people at the source call a column; the staging table's name for it when it comes from nowhere. */
    String nameOf(String column) {
        return names.getOrDefault(column, table + "." + column);
    }

    /** Whether a column is one of the source's, and no expression that could fail. */
    boolean isPlain(String column) {
        return origins.containsKey(column);
    }

    /** The column whose value names a row. */
    String key() {
        return columns.getFirst().name();
    }

    /** The columns' names, comma-separated. */
    String columnNames() {
        return columns.stream().map(StagingColumn::name).collect(Collectors.joining(", "));
    }

    /** The query under the staging table's name, for a query on several. */
    String asTable() {
        return table + " as not materialized (" + select + ")";
    }

    /**
     * A column of a staging table.
     *
     * @param type its PostgreSQL type's short name. Example: {@code int4}
     * @param isRequired whether a load makes no sense without it
     * @param maxLength longest text it holds, in characters; 0 when it is no text or holds any
     */
    record StagingColumn(String name, String type, boolean isRequired, int maxLength) {}
}
