package scenariorca.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import scenariorca.report.OrderedPage;
import scenariorca.report.Page;

/**
 * A part of a list, with ways to the parts beside it.
 *
 * @param items its rows
 * @param count rows of the whole list; null where the list goes on and they are not counted
 * @param place where it stands in the list; empty for a list in its own order. Example: page 2 of 30
 * @param before where the part before it is; null where there is none, and for a list in its own order
 * @param after where the part after it is; null for the last
 */
record Listing<T>(
        List<T> items,
        @Nullable Long count,
        String place,
        @Nullable String before,
        @Nullable String after) {
    Listing {
        items = List.copyOf(items);
    }

    /**
     * Of a list in its own order.
     *
     * @param cursor where the page before ended; null for the first page
     * @param link where the page after a cursor is
     */
    static <T> Listing<T> of(Page<T> page, @Nullable String cursor, UnaryOperator<String> link) {
        String next = page.next();
        Long count = cursor == null && next == null ? Long.valueOf(page.items().size()) : null;
        return new Listing<>(page.items(), count, "", null, next == null ? null : link.apply(next));
    }

    /** Of a list in the order of one of its columns. */
    static <T> Listing<T> of(OrderedPage<T> page, Sorting sorting, String table) {
        int number = page.number();
        String place =
                page.pages() == 1 ? "" : "page %s of %s".formatted(Show.number(number), Show.number(page.pages()));
        return new Listing<>(
                page.items(),
                page.count(),
                place,
                number == 1 ? null : sorting.page(table, number - 1),
                number == page.pages() ? null : sorting.page(table, number + 1));
    }
}
