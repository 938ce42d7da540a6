package scenariorca.diagnosis.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How failures with this run's fingerprint came and went, in any scenario in the year before this run. Source: fact_scenario_run,
 * fact_run_comparison.
 *
 * @param passed repetitions with the very same inputs that succeeded
 * @param failed repetitions with the very same inputs that failed again
 * @param untouched scenarios it struck though nobody had changed an input since their last success; null as 0
 * @param touched scenarios it struck only after somebody had; null as 0
 */
public record Retries(
        int passed,
        int failed,
        @Nullable Integer untouched,
        @Nullable Integer touched) {
    public static final Retries NONE = new Retries(0, 0, 0, 0);
}
