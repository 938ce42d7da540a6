package scenariorca.report;

import java.util.List;
import scenariorca.warehouse.Query;

/**
 * One page of a list in the order of one of its columns. What a row does not have is last in either direction.
 *
 * @param column as the statement of the list names it. Example: took
 * @param number which page, from 1
 * @param limit most rows on a page, 1 to 1000
 */
public record RowOrder(String column, boolean isAscending, int number, int limit) {
    /** Rows before a page stay within what a number of rows can be. */
    private static final int MAX_NUMBER = 1_000_000;

    public RowOrder {
        Check.within("page", number, 1, MAX_NUMBER);
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
    }

    private record Counted<T>(T row, long count) {}

    /** @param query of a list, as {@link scenariorca.warehouse.Snapshot#inOrder} gives it */
    <T extends Record> OrderedPage<T> read(Query query, Class<T> type) {
        List<Counted<T>> rows = query.with("sort", column)
                .with("row_limit", (Integer) null)
                .with("is_ascending", isAscending)
                .with("page_rows", limit)
                .with("page_offset", (number - 1) * limit)
                .list(row -> new Counted<>(row.as(type), row.bigNumber("total_count")));
        if (rows.isEmpty() && number > 1) {
            throw Check.invalid("page", "a page that the list has", String.valueOf(number));
        }
        long count = rows.isEmpty() ? 0 : rows.getFirst().count();
        return new OrderedPage<>(rows.stream().map(Counted::row).toList(), count, number, limit);
    }
}
