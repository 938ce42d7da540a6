package scenariorca.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Check;

/**
 * The order of the tables of a page, as it stands in the address: one table in the order of one of its columns, the others as
 * they come.
 *
 * @param path the page
 * @param query what else is asked of the page
 * @param sort table and column; null when none is asked for. Example: nodes.runs
 * @param order asc or desc; null for the usual one of the column
 */
record Sorting(
        String path,
        QueryString query,
        @Nullable String sort,
        @Nullable String order) {
    /** Rows read to be put in order where a list has no end. */
    static final int ROWS = 1_000;

    Sorting {
        Check.oneOf("order", order, List.of("asc", "desc"));
    }

    /**
     * A column that rows can be put in order by.
     *
     * @param by ascending, what is unknown last
     * @param isText whether people expect a to z first, not the largest
     */
    record Column<T>(Comparator<T> by, boolean isText) {
        static <T> Column<T> text(Function<T, @Nullable String> value) {
            Comparator<T> by =
                    Comparator.comparing((T row) -> Show.or(value.apply(row), "\uffff"), String.CASE_INSENSITIVE_ORDER);
            return new Column<>(by, true);
        }

        static <T> Column<T> number(Function<T, Long> value) {
            return new Column<>(Comparator.comparing(value), false);
        }

        /** What is unknown is the least. */
        static <T, V extends Comparable<? super V>> Column<T> value(Function<T, @Nullable V> value) {
            return new Column<>(Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())), false);
        }
    }

    /**
     * The head of a column.
     *
     * @param link the page in the order of this column, or turned round when it is that already
     * @param aria how it is sorted by this column; null when it is not
     * @param mark the same as a sign
     */
    record Head(String link, @Nullable String aria, String mark) {}

    /** Fails unless a table of the page has the column asked for. */
    Sorting of(Map<String, ? extends Map<String, ? extends Column<?>>> tables) {
        List<String> known = tables.entrySet().stream()
                .flatMap(table -> table.getValue().keySet().stream().map(column -> table.getKey() + "." + column))
                .sorted()
                .collect(Collectors.toList());
        Check.oneOf("sort", sort, known);
        return this;
    }

    boolean isBy(String table) {
        return sort != null && sort.startsWith(table + ".");
    }

    /** The rows in the order asked for; as they are when it is another table's. */
    <T> List<T> sorted(String table, Map<String, Column<T>> columns, List<T> rows) {
        if (!isBy(table) || sort == null) {
            return rows;
        }
        Column<T> column = columns.get(sort.substring(table.length() + 1));
        if (column == null) {
            return rows;
        }
        boolean isAscending = order == null ? column.isText() : order.equals("asc");
        return rows.stream()
                .sorted(isAscending ? column.by() : column.by().reversed())
                .toList();
    }

    Head head(String table, String column, boolean isText) {
        String name = table + "." + column;
        boolean isActive = name.equals(sort);
        boolean isAscending = isActive && (order == null ? isText : order.equals("asc"));
        String next = isActive ? (isAscending ? "desc" : "asc") : isText ? "asc" : "desc";
        String link = new QueryString()
                        .with(query)
                        .with("sort", name)
                        .with("order", next)
                        .of(path) + "#" + table;
        return new Head(
                link,
                isActive ? (isAscending ? "ascending" : "descending") : null,
                isActive ? isAscending ? " ▲" : " ▼" : "");
    }
}
