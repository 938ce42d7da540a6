package scenariorca.source;

/**
 * A column of what a query at the source returns.
 *
 * @param name what the query calls it
 * @param type its PostgreSQL type's short name. Example: {@code timestamptz}
 * @param baseTable the table it is a plain column of; empty for an expression
 * @param baseColumn its name there; empty for an expression
 */
public record SourceColumn(String name, String type, String baseTable, String baseColumn) {}
