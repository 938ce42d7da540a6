package scenariorca.powerbi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of the model, read from one view of the warehouse.
 *
 * @param node all that its file says
 * @param name the name people see. Example: Node Calculations
 * @param file where it is described
 */
record ModelTable(Tmdl node, String name, Path file, List<Column> columns) {
    private static final Pattern VIEW = Pattern.compile("\\bItem\\s*=\\s*\"(v_pbi_[a-z_]+)\"");
    private static final Pattern WINDOW = Pattern.compile("\\[(\\w+)]\\s*>=\\s*RangeStart\\b");
    private static final Pattern KEPT = Pattern.compile("Table\\.SelectColumns\\(\\s*\\w+\\s*,\\s*\\{([^}]*)}");

    static ModelTable of(Tmdl node, Path file) {
        return new ModelTable(
                node, node.name(), file, node.all("column").map(Column::of).toList());
    }

    List<Measure> measures() {
        return node.all("measure").map(measure -> Measure.of(name, measure)).toList();
    }

    /** The Power Query expression that reads it. */
    String query() {
        return partition().property("source");
    }

    private Tmdl partition() {
        return node.all("partition").findFirst().orElseThrow();
    }

    /** import, directQuery or dual. */
    String mode() {
        return partition().property("mode");
    }

    /** Name of the view in the warehouse. Example: v_pbi_node_calculation. */
    String source() {
        return first(VIEW, query()).orElseThrow(() -> new IllegalStateException(file + " reads no view v_pbi_*"));
    }

    /** Columns of the view that the query keeps. */
    List<String> kept() {
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(first(KEPT, query()).orElse(""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Source name of the time by which only new rows are refreshed; empty for a table read whole. */
    Optional<String> refreshedBy() {
        return first(WINDOW, query());
    }

    boolean isCalendar() {
        return node.property("dataCategory").equals("Time");
    }

    Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
    }
}
