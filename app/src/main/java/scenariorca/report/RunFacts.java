package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Row;
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
                .first(RunFacts::of)
                .orElseThrow(() -> Check.notFound("run", id));
    }

    private static RunFacts of(Row row) {
        return new RunFacts(
                row.uuid("run_id"),
                row.number("scenario_key"),
                row.uuid("scenario_id"),
                row.textOrNull("scenario_name"),
                row.textOrNull("run_by"),
                row.text("run_status"),
                row.text("run_outcome"),
                row.textOrNull("fail_reason"),
                row.textOrNull("error_category"),
                row.uuidOrNull("correlation_id"),
                row.textOrNull("input_snapshot_hash"),
                row.decimalOrNull("duration_seconds"),
                row.number("node_failures"),
                row.instant("run_started_at"),
                row.instantOrNull("run_ended_at"));
    }
}
