package scenariorca.powerbi;

/** Writes one table of the model as TMDL. */
final class TableFile {
    private final Star star;
    private final Comments comments;

    TableFile(Star star, Comments comments) {
        this.star = star;
        this.comments = comments;
    }

    String write(Table table) {
        var out = new Tmdl().describe(0, comments.of(table)).line(0, "table " + Tmdl.name(table.name()));
        out.line(1, "lineageTag: " + Ids.uuid("table/" + table.name()));
        if (table.isCalendar()) {
            out.line(1, "dataCategory: Time");
        }
        out.blank();
        if (table.refreshedBy() != null) {
            refreshPolicy(out, table);
        }
        star.measuresOf(table).forEach(measure -> measure(out, measure));
        table.columns().forEach(column -> column(out, table, column));
        if (table.isCalendar()) {
            calendar(out);
        }
        partition(out, table);
        return out.line(1, "annotation PBI_ResultType = Table").blank().text();
    }

    /** Two years kept, the last fourteen days read anew: a run, a calculation or a late log line changes within days. */
    private static void refreshPolicy(Tmdl out, Table table) {
        out.line(1, "refreshPolicy")
                .line(2, "policyType: basic")
                .line(2, "rollingWindowGranularity: month")
                .line(2, "rollingWindowPeriods: 24")
                .line(2, "incrementalGranularity: day")
                .line(2, "incrementalPeriods: 14")
                .line(2, "sourceExpression =")
                .block(3, Query.of(table))
                .blank();
    }

    private static void measure(Tmdl out, Measure measure) {
        out.describe(1, measure.description()).expression(1, "measure " + Tmdl.name(measure.name()), measure.dax());
        if (!measure.format().isEmpty()) {
            out.line(2, "formatString: " + measure.format());
        }
        if (measure.isHidden()) {
            out.line(2, "isHidden");
        }
        out.line(2, "displayFolder: " + measure.folder())
                .line(2, "lineageTag: " + Ids.uuid("measure/" + measure.name()))
                .blank();
    }

    private void column(Tmdl out, Table table, Column column) {
        out.describe(1, comments.of(table, column))
                .line(1, "column " + Tmdl.name(column.name()))
                .line(2, "dataType: " + column.type().tmdl());
        if (column.isHidden()) {
            out.line(2, "isHidden");
        }
        // The date table's key is its date: that is what marks it. Its number is only what others point to.
        if (column.isCalendar() || column.isKey() && !table.isCalendar()) {
            out.line(2, "isKey");
        }
        if (!column.format().isEmpty()) {
            out.line(2, "formatString: " + column.format());
        }
        out.line(2, "lineageTag: " + Ids.uuid("column/" + table.name() + "/" + column.name()))
                .line(2, "summarizeBy: none")
                .line(2, "sourceColumn: " + column.source());
        column.sortedBy()
                .ifPresent(source -> out.line(
                        2, "sortByColumn: " + Tmdl.name(table.columnFrom(source).name())));
        out.blank().line(2, "annotation SummarizationSetBy = User").blank();
    }

    private static void calendar(Tmdl out) {
        out.describe(1, "Year, month and day.")
                .line(1, "hierarchy Calendar")
                .line(2, "lineageTag: " + Ids.uuid("hierarchy/Calendar"))
                .blank();
        for (String level : new String[] {"Year", "Year Month", "Date"}) {
            out.line(2, "level " + Tmdl.name(level))
                    .line(3, "lineageTag: " + Ids.uuid("level/" + level))
                    .line(3, "column: " + Tmdl.name(level))
                    .blank();
        }
    }

    private static void partition(Tmdl out, Table table) {
        out.line(1, "partition " + Tmdl.name(table.name()) + " = m")
                .line(2, "mode: " + table.mode().tmdl())
                .line(2, "source =")
                .block(4, Query.of(table))
                .blank();
    }
}
