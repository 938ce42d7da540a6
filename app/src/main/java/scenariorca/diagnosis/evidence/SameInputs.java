package scenariorca.diagnosis.evidence;

import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunId;

/**
 * Other runs of this scenario with the very same inputs: fact_scenario_run of the same scenario_key with an equal
 * input_snapshot_hash that is not null, before and after, this run left out, and with no event input change between.
 *
 * @param passed of these, successful runs
 * @param failed of these, failed and timed out runs
 * @param passedRunId the successful one nearest in time; null without one
 */
public record SameInputs(int passed, int failed, @Nullable RunId passedRunId) {
    public static final SameInputs NONE = new SameInputs(0, 0, null);
}
