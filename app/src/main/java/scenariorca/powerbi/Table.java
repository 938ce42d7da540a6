package scenariorca.powerbi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of the model, read from one view of the warehouse.
 *
 * @param name the name people see. Example: Node Calculations
 * @param view the view without its prefix. Example: node_calculation
 * @param base the table of the warehouse that describes columns the view only passes through
 * @param mode how it is read
 * @param refreshedBy source name of the time by which only new rows are refreshed; null for a table read whole
 * @param columns its columns in order
 */
record Table(
        String name,
        String view,
        String base,
        Mode mode,
        @Nullable String refreshedBy,
        List<Column> columns) {
    /** What every view for Power BI begins with. */
    static final String PREFIX = "v_pbi_";

    /** How a table is read. */
    enum Mode {
        IMPORT("import"),
        /** Asked anew by each visual: for what is too big to copy and is looked at one run at a time. */
        DIRECT_QUERY("directQuery"),
        /** Copied, and asked for where it filters a direct query. */
        DUAL("dual");

        private final String tmdl;

        Mode(String tmdl) {
            this.tmdl = tmdl;
        }

        String tmdl() {
            return tmdl;
        }
    }

    Table {
        columns = List.copyOf(columns);
    }

    static Table whole(String name, String view, String base, String columns) {
        return new Table(name, view, base, Mode.IMPORT, null, Column.list(columns));
    }

    static Table growing(String name, String view, String base, String refreshedBy, String columns) {
        return new Table(name, view, base, Mode.IMPORT, refreshedBy, Column.list(columns));
    }

    Table as(Mode newMode) {
        return new Table(name, view, base, newMode, refreshedBy, columns);
    }

    /** Name of the view in the warehouse. Example: v_pbi_node_calculation. */
    String source() {
        return PREFIX + view;
    }

    /** Where the table is described in the written project. */
    String file() {
        return PowerBiProject.MODEL + "/definition/tables/" + name + ".tmdl";
    }

    /** The column others point to. */
    Optional<Column> key() {
        return columns.stream().filter(Column::isKey).findFirst();
    }

    boolean isCalendar() {
        return columns.stream().anyMatch(Column::isCalendar);
    }

    boolean isDimension() {
        return columns.stream().noneMatch(column -> column.link().isPresent());
    }

    Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    Column columnFrom(String source) {
        return columns.stream()
                .filter(column -> column.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table " + name + " has no column from " + source));
    }
}
