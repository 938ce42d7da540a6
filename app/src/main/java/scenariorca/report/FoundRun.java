package scenariorca.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.warehouse.Snapshot;

/**
 * A run that was asked for and exists.
 *
 * @param run as answers show it
 */
record FoundRun(
        int scenarioKey,
        UUID scenarioId,
        @Nullable String scenarioName,
        @Nullable UUID correlationId,
        @Nullable String inputSnapshotHash,
        ComparedRun run) {

    UUID id() {
        return run.runId();
    }

    Instant startedAt() {
        return run.startedAt();
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    static FoundRun find(Snapshot snapshot, UUID id) {
        return snapshot.query("report/run.sql")
                .with("run_id", id)
                .first(FoundRun.class)
                .orElseThrow(() -> Check.notFound("run", id));
    }
}
