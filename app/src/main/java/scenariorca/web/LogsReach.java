package scenariorca.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.report.LogGroup;

/**
 * Up to when logs are complete, told of each group that lags behind the others, not by the worst for all.
 *
 * @param to of the groups that do not lag; null when none is complete
 * @param lagging those behind them, or never read
 */
record LogsReach(@Nullable Instant to, List<LogGroup> lagging) {
    /** So far behind the best a group may be and still be told with it. */
    private static final Duration TOGETHER = Duration.ofMinutes(15);

    static LogsReach of(List<LogGroup> groups) {
        Optional<Instant> best = groups.stream()
                .map(LogGroup::completeTo)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Comparator.naturalOrder());
        if (best.isEmpty()) {
            return new LogsReach(null, groups);
        }
        Instant least = best.get().minus(TOGETHER);
        List<LogGroup> lagging =
                groups.stream().filter(group -> !reaches(group, least)).toList();
        Instant to = groups.stream()
                .filter(group -> reaches(group, least))
                .map(group -> Objects.requireNonNull(group.completeTo()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new LogsReach(to, lagging);
    }

    private static boolean reaches(LogGroup group, Instant least) {
        return group.completeTo() != null && !group.completeTo().isBefore(least);
    }
}
