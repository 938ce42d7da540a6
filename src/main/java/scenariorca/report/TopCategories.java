package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of error most runs ended with.
 *
 * @param daysAnalyzed length of the window in whole UTC days, today included. Example: 30
 * @param topCategories the most frequent first
 */
public record TopCategories(int daysAnalyzed, List<CategoryCount> topCategories) implements Tabular<CategoryCount> {
    public TopCategories {
        topCategories = List.copyOf(topCategories);
    }

    @Override
    public List<CategoryCount> rows() {
        return topCategories;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }
}
