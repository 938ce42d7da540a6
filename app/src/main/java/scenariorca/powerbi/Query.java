package scenariorca.powerbi;

import java.util.stream.Collectors;

/** The Power Query (M) expression that reads a table: only steps that the database itself can do. */
final class Query {
    private Query() {}

    static String of(Table table) {
        String columns = table.columns().stream()
                .map(column -> "\"" + column.source() + "\"")
                .collect(Collectors.joining(", "));
        String window = table.refreshedBy() == null ? "" : """
                    Window = Table.SelectRows(Rows, each [%1$s] >= RangeStart and [%1$s] < RangeEnd),
                """.formatted(table.refreshedBy());
        return """
                let
                    Source = PostgreSQL.Database(WarehouseServer, WarehouseDatabase, [CreateNavigationProperties = false]),
                    Rows = Source{[Schema = WarehouseSchema, Item = "%s"]}[Data],
                %s    Kept = Table.SelectColumns(%s, {%s})
                in
                    Kept
                """.formatted(table.source(), window, table.refreshedBy() == null ? "Rows" : "Window", columns);
    }
}
