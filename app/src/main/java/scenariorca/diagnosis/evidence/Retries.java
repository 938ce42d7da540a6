package scenariorca.diagnosis.evidence;

/**
 * How it went when a failure with this run's fingerprint was repeated with the very same inputs, in any scenario in the year before
 * this run. Source: fact_scenario_run.
 *
 * @param passed repetitions that succeeded
 * @param failed repetitions that failed again
 */
public record Retries(int passed, int failed) {
    public static final Retries NONE = new Retries(0, 0);
}
