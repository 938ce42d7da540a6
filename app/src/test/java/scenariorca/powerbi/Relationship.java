package scenariorca.powerbi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many rows of one table point to one row of another; filters flow from the one to the many only.
 *
 * @param from the many side
 * @param isActive false when only a measure that asks for it uses it
 */
record Relationship(
        ModelTable from, Column fromColumn, ModelTable to, Column toColumn, boolean isActive, boolean isOneWay) {
    private static final Pattern END = Pattern.compile("('(?:[^']|'')*'|[^.']+)\\.('(?:[^']|'')*'|[^.']+)");

    static Relationship of(Tmdl node, List<ModelTable> tables) {
        Matcher from = end(node.property("fromColumn"));
        Matcher to = end(node.property("toColumn"));
        ModelTable fromTable = table(tables, from);
        ModelTable toTable = table(tables, to);
        String direction = node.property("crossFilteringBehavior");
        return new Relationship(
                fromTable,
                fromTable.column(Tmdl.plain(from.group(2))).orElseThrow(),
                toTable,
                toTable.column(Tmdl.plain(to.group(2))).orElseThrow(),
                !node.property("isActive").equals("false"),
                direction.isEmpty() || direction.equals("oneDirection"));
    }

    private static Matcher end(String text) {
        Matcher found = END.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("no column: " + text);
        }
        return found;
    }

    private static ModelTable table(List<ModelTable> tables, Matcher end) {
        String name = Tmdl.plain(end.group(1));
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a relationship names the unknown table " + name));
    }
}
