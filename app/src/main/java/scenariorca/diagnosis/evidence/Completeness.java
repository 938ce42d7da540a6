package scenariorca.diagnosis.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of the evidence was there.
 *
 * @param logsCompleteTo etl_watermark.last_loaded_at of the logs; null when logs were never loaded
 * @param sourceCompleteTo source_snapshot_at of the last load; null when unknown
 * @param logEvents log events of the run in the warehouse, those not given in the evidence included
 * @param changesLeftOut changes that differ but were left out of the evidence by a limit
 */
public record Completeness(
        @Nullable Instant logsCompleteTo, @Nullable Instant sourceCompleteTo, int logEvents, int changesLeftOut) {
    public static final Completeness UNKNOWN = new Completeness(null, null, 0, 0);
}
