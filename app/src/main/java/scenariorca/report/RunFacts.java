package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Snapshot;

/** A run that was asked for and exists. */
record RunFacts(
        UUID id,
        int scenarioKey,
        UUID scenarioId,
        @Nullable String scenarioName,
        @Nullable String runBy,
        String status,
        String outcome,
        @Nullable String failReason,
        @Nullable String errorCategory,
        @Nullable UUID correlationId,
        @Nullable String inputSnapshotHash,
        @Nullable BigDecimal durationSeconds,
        int nodeFailures,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    static RunFacts find(Snapshot snapshot, UUID id) {
        return snapshot.query("report/run.sql")
                .with("run_id", id)
                .first(RunFacts.class)
                .orElseThrow(() -> Check.notFound("run", id));
    }
}
