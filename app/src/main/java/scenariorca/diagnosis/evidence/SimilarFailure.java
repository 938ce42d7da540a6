package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import scenariorca.scenario.RunId;

/**
 * Another run with this run's fingerprint: the last ten of other scenarios in the 90 days before and the day after.
 *
 * @param runId run_id
 * @param scenarioName dim_scenario.scenario_name
 * @param startedAt run_started_at
 */
public record SimilarFailure(RunId runId, String scenarioName, Instant startedAt) {
    static final Comparator<SimilarFailure> ORDER =
            Comparator.comparing(SimilarFailure::startedAt).reversed().thenComparing(SimilarFailure::runId);
}
