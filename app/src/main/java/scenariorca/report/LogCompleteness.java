package scenariorca.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;

/**
 * Up to when log events are complete: shown wherever they are.
 *
 * @param groups each log group ever read, by name, at most {@value #MOST_GROUPS}
 */
record LogCompleteness(List<LogGroup> groups) {
    static final int MOST_GROUPS = 1_000;

    LogCompleteness {
        groups = List.copyOf(groups);
    }

    static LogCompleteness of(Snapshot snapshot) {
        return new LogCompleteness(snapshot.query("report/log_groups.sql")
                .with("after_group", (String) null)
                .with("row_limit", MOST_GROUPS)
                .list(LogGroup.class));
    }

    /** Up to when all groups are; null when none were ever read, or one of them never. */
    @Nullable
    Instant completeTo() {
        List<Instant> times = groups.stream()
                .map(LogGroup::completeTo)
                .filter(Objects::nonNull)
                .toList();
        return times.size() < groups.size()
                ? null
                : times.stream().min(Comparator.naturalOrder()).orElse(null);
    }
}
