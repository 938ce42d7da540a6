package scenariorca.diagnosis.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who else failed. "Around" is run_started_at within 15 minutes before and after this run's start; "other" leaves out this
 * scenario's lineage (scenarios that share its core_scenario_id, or are it). Source: fact_scenario_run, dim_scenario.
 *
 * @param scenariosAround other scenarios with a failed run of this run's fingerprint around it
 * @param modelsAround distinct models of these scenarios that are not this run's model
 * @param failedAround failed and timed out runs of other scenarios around it, of any pattern
 * @param passedAround successful runs of other scenarios around it
 * @param usualScenarios mean of scenariosAround over the half hours of the 30 days before; 0 without history
 * @param usualFailedShare failed share of the finished runs of other scenarios in the 30 days before, 0 to 1
 * @param runsInMonth runs of any scenario with this fingerprint in the 30 days before this run and the day after it
 * @param scenariosInMonth scenarios of these runs
 * @param firstSeenAt dim_error_pattern.first_seen_at; null without a fingerprint
 */
public record PatternSpread(
        int scenariosAround,
        int modelsAround,
        int failedAround,
        int passedAround,
        double usualScenarios,
        double usualFailedShare,
        int runsInMonth,
        int scenariosInMonth,
        @Nullable Instant firstSeenAt) {
    public static final PatternSpread NONE = new PatternSpread(0, 0, 0, 0, 0, 0, 0, 0, null);
}
