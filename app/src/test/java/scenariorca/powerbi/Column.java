package scenariorca.powerbi;

/**
 * A column of a table of the model.
 *
 * @param source its name in the database. Example: run_outcome
 * @param name the name people see. Example: Outcome
 * @param sortedBy name of the column it is sorted by; empty when sorted by itself
 */
record Column(
        String source,
        String name,
        ColumnType type,
        boolean isHidden,
        boolean isKey,
        String sortedBy,
        String description) {
    static Column of(Tmdl node) {
        return new Column(
                Tmdl.plain(node.property("sourceColumn")),
                node.name(),
                ColumnType.of(node.property("dataType")),
                node.is("isHidden"),
                node.is("isKey"),
                Tmdl.plain(node.property("sortByColumn")),
                node.description());
    }
}
