package scenariorca.diagnosis.evidence;

/**
 * How often the same kind of change and the same error pattern came together elsewhere: over the runs of the last 90 days
 * before this run, of other scenarios of the same model, leaving out this scenario's lineage (scenarios that share its
 * core_scenario_id, or are it). "The same kind of change" is a version of the same node whose input_diff_summary holds a
 * change at the same path with array identities removed and of the same {@link InputChange.Direction}; it belongs
 * to the run run_id_after.
 *
 * @param failedWith runs with such a change that failed with this run's fingerprint (ef)
 * @param passedWith runs with such a change that succeeded (ep)
 * @param failedWithout runs without such a change that failed with this run's fingerprint (nf)
 * @param passedWithout runs without such a change that succeeded (np)
 */
public record Cooccurrence(int failedWith, int passedWith, int failedWithout, int passedWithout) {
    public static final Cooccurrence NONE = new Cooccurrence(0, 0, 0, 0);
}
