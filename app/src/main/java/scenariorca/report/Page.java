package scenariorca.report;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows of this page, in the list's order
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) implements Tabular<T> {
    /** Most rows of a table to take away: more than a spreadsheet holds. */
    public static final int MOST_ROWS = 1_000_000;

    public Page {
        items = List.copyOf(items);
    }

    /** @param rows as read, one more than asked for when there is a next page */
    static <T> Page<T> of(List<T> rows, PageRequest request, Cursor.Scope scope, Function<T, List<Object>> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, scope.write(position.apply(items.getLast())));
    }

    @Override
    public List<T> rows() {
        return items;
    }

    @Override
    public @Nullable String nextCursor() {
        return next;
    }
}
