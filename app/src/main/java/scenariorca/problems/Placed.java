package scenariorca.problems;

/**
 * A run, and what identifies the problem it belongs to beside its kind, error and model.
 *
 * @param problemClass what the verdicts of the runs around it say, its own among them
 */
public record Placed(Rooted run, String problemClass) {
    /** The node in the problem's identity; empty where the estate shares the cause, and for slowness. */
    public String problemNode() {
        return Rooted.isShared(problemClass) || !run.isFailure() ? "" : run.nodeName();
    }
}
