package scenariorca.simulator.varied.engine;

/**
 * How an engine treats what it did not expect.
 *
 * @param strictness where it looks
 * @param isTyped whether a text or nothing where a number belongs stops it on the spot; otherwise it computes on
 * @param isBlankZero whether nothing counts as 0 where it computes on; otherwise as not a number
 * @param stopsRun whether the first failure ends the run; otherwise other branches go on
 * @param cascade what becomes of nodes that lack a result
 * @param limitMs a run that takes longer is ended
 */
public record Habits(
        Strictness strictness, boolean isTyped, boolean isBlankZero, boolean stopsRun, Cascade cascade, long limitMs) {
    /** What becomes of nodes that lack another's result. */
    public enum Cascade {
        /** They have no calculation. */
        NOTHING,
        /** They are marked as skipped. */
        SKIPPED,
        /** They fail, too, with words about that. */
        FAILED
    }
}
