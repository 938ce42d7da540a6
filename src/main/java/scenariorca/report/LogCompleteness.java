package scenariorca.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;

/** Up to when log events are complete: shown wherever they are. */
final class LogCompleteness {
    private record Found(@Nullable Instant completeTo) {}

    private LogCompleteness() {}

    /** Null when none were ever read. */
    static @Nullable Instant of(Snapshot snapshot) {
        return snapshot.query("report/logs_complete_to.sql")
                .one(row -> new Found(row.instantOrNull("logs_complete_to")))
                .completeTo();
    }
}
