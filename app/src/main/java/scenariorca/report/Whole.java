package scenariorca.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All pages of a list as one: a table to take away is not cut off. Beyond a million rows, which no spreadsheet holds, the
 * table ends with a cursor for the rest, which is in the answer's Link header.
 */
public record Whole<T>(Function<@Nullable String, Answer<Page<T>>> list) {
    /**
     * Dated by its first page; a load published meanwhile makes the pages of the next request.
     *
     * @param cursor where the table before ended; null for the first
     */
    public Answer<Page<T>> read(@Nullable String cursor) {
        Answer<Page<T>> first = list.apply(cursor == null || cursor.isBlank() ? null : cursor);
        List<T> rows = new ArrayList<>(first.content().items());
        String next = first.content().next();
        while (next != null && rows.size() < Page.MOST_ROWS) {
            Page<T> more = list.apply(next).content();
            rows.addAll(more.items());
            next = more.next();
        }
        return new Answer<>(new Page<>(rows, next), first.freshness());
    }
}
