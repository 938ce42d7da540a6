package scenariorca.report;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit most rows wanted, 1 to 1000
 * @param cursor where the page before ended; null for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {
    public static final int MAX_LIMIT = 1_000;
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        Check.within("limit", limit, 1, MAX_LIMIT);
    }

    /** One more than asked for: whether it comes tells whether there is a next page. */
    int rowLimit() {
        return limit + 1;
    }
}
