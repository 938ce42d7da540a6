package scenariorca.powerbi;

/**
 * Many rows of one table point to one row of another; filters flow from the one to the many only.
 *
 * @param from the many side
 * @param fromColumn the key it holds
 * @param to the one side
 * @param toColumn its own key
 * @param isActive false when only a measure that asks for it uses it
 */
record Relationship(Table from, Column fromColumn, Table to, Column toColumn, boolean isActive) {}
