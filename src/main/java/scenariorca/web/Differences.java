package scenariorca.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison;
import scenariorca.report.Tabular;

/** The values in which two runs differ, as a table to take away. */
public record Differences(List<Difference> rows) implements Tabular<Differences.Difference> {
    /** One value. */
    public record Difference(
            UUID nodeId,
            @Nullable String nodeName,
            String key,
            String kind,
            @Nullable JsonText before,
            @Nullable JsonText after,
            @Nullable BigDecimal delta,
            @Nullable BigDecimal percent,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    static Differences of(RunComparison comparison) {
        return new Differences(comparison.changedNodes().stream()
                .flatMap(node -> node.changes().stream()
                        .map(change -> new Difference(
                                node.nodeId(),
                                node.nodeName(),
                                change.key(),
                                change.kind(),
                                change.before(),
                                change.after(),
                                change.delta(),
                                change.percent(),
                                change.changedBy(),
                                change.changedAt())))
                .toList());
    }

    @Override
    public @Nullable String nextCursor() {
        return null;
    }
}
