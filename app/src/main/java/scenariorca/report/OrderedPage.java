package scenariorca.report;

import java.util.List;

/**
 * One page of a list that is in the order of one of its columns.
 *
 * @param items the rows of this page
 * @param count rows of the whole list. Example: 3000
 * @param number which page, from 1
 * @param limit rows on a page that is not the last
 */
public record OrderedPage<T>(List<T> items, long count, int number, int limit) {
    public OrderedPage {
        items = List.copyOf(items);
    }

    /** How many there are; one when the list is empty. */
    public long pages() {
        return Math.max(1, (count + limit - 1) / limit);
    }
}
