package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Answer;
import scenariorca.report.Page;

/** All pages of a list as one: a table to take away is not cut off. */
record Whole<T>(Function<@Nullable String, Answer<Page<T>>> list) {
    /** More pages of a thousand rows than a spreadsheet holds. */
    private static final int MAX_PAGES = 1_100;

    /** Dated by its first page; a load published meanwhile makes the pages of the next request. */
    Answer<Page<T>> read() {
        Answer<Page<T>> first = list.apply(null);
        List<T> rows = new ArrayList<>(first.content().items());
        String next = first.content().next();
        for (int page = 1; next != null && page < MAX_PAGES; page++) {
            Page<T> more = list.apply(next).content();
            rows.addAll(more.items());
            next = more.next();
        }
        return new Answer<>(new Page<>(rows, next), first.freshness());
    }
}
