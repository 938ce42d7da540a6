package scenariorca.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Check;
import scenariorca.report.OrderedPage;
import scenariorca.report.RowOrder;

/**
 * The order of the tables of a page, as it stands in the address: one table in the order of one of its columns, the others as
 * they come.
 *
 * @param path the page
 * @param query what else is asked of the page
 * @param sort table and column; null when none is asked for. Example: nodes.runs
 * @param order asc or desc; null for the usual one of the column
 * @param number which page of a list in the order of one of its columns, from 1
 */
record Sorting(
        String path,
        QueryString query,
        @Nullable String sort,
        @Nullable String order,
        int number) {
    Sorting {
        Check.oneOf("order", order, List.of("asc", "desc"));
    }

    /** A column that a table can be put in order by. */
    sealed interface Sortable {
        /** Whether people expect a to z first, not the largest. */
        boolean isText();
    }

    /** A column of a list that may be long: the database puts it in order, page by page. */
    record ListColumn(boolean isText) implements Sortable {}

    /**
     * A column that rows can be put in order by.
     *
     * @param by ascending, what is unknown last
     * @param isText whether people expect a to z first, not the largest
     */
    record Column<T>(Comparator<T> by, boolean isText) implements Sortable {
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
    Sorting of(Map<String, ? extends Map<String, ? extends Sortable>> tables) {
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
        return rows.stream()
                .sorted(isAscending(column.isText()) ? column.by() : column.by().reversed())
                .toList();
    }

    /** The part asked for of a list in the order of one of its columns; null when it is another table's. */
    @Nullable
    RowOrder rows(String table, Map<String, ListColumn> columns, int limit) {
        if (!isBy(table) || sort == null) {
            return null;
        }
        String name = sort.substring(table.length() + 1);
        ListColumn column = columns.get(name);
        return column == null ? null : new RowOrder(name, isAscending(column.isText()), number, limit);
    }

    /** The part asked for of a list of which all rows are at hand. */
    <T> OrderedPage<T> page(String table, Map<String, Column<T>> columns, List<T> rows, int limit) {
        List<T> before = sorted(table, columns, rows);
        long from = (long) (number - 1) * limit;
        if (number < 1 || from > 0 && from >= before.size()) {
            throw Check.invalid("page", "a page that the list has", String.valueOf(number));
        }
        List<T> items = before.stream().skip(from).limit(limit).toList();
        return new OrderedPage<>(items, before.size(), number, limit);
    }

    /** Where another page of that list is. */
    String page(String table, int other) {
        return new QueryString()
                        .with(query)
                        .with("sort", sort)
                        .with("order", order)
                        .with("page", other == 1 ? null : other)
                        .of(path)
                + "#" + table;
    }

    private boolean isAscending(boolean isText) {
        return order == null ? isText : order.equals("asc");
    }

    Head head(String table, String column, boolean isText) {
        String name = table + "." + column;
        boolean isActive = name.equals(sort);
        boolean isAscending = isActive && isAscending(isText);
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
