package scenariorca.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of error seen most, in runs and in log lines.
 *
 * @param daysAnalyzed length of the window in whole UTC days, today included. Example: 30
 * @param logsCompleteTo up to when log events of all groups should be complete; null when they are not, or none were ever read
 * @param logGroups the same for each log group
 * @param topCategories the most frequent first
 */
public record TopCategories(
        int daysAnalyzed, @Nullable Instant logsCompleteTo, List<LogGroup> logGroups, List<TopCategory> topCategories)
        implements Tabular<TopCategory> {
    public TopCategories {
        logGroups = List.copyOf(logGroups);
        topCategories = List.copyOf(topCategories);
    }

    @Override
    public List<TopCategory> rows() {
        return topCategories;
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }
}
