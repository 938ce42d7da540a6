package scenariorca.problems;

import org.jspecify.annotations.Nullable;

/**
 * A run, and what identifies the problem it belongs to.
 *
 * @param problemClass what the verdicts of the runs around it say, its own among them
 * @param identity the root error; of an outage whose runs say different things, when that began; of upstream the error that
 *     told of it
 * @param nodeName the first failing node; empty where the estate shares the cause, and for slowness
 * @param modelKey the model of slow runs, of a version that is wrong, and of failures that say nothing; -1 for others, which
 *     may strike several models
 */
public record Placed(Rooted run, String problemClass, String identity, String nodeName, int modelKey) {
    private static final int ANY_MODEL = -1;

    static Placed ofOutage(Rooted run, String identity) {
        return new Placed(run, "platform", identity, "", ANY_MODEL);
    }

    /** @param shared what identifies it beside the run's own error; null when nothing does */
    static Placed of(Rooted run, String problemClass, @Nullable String shared) {
        if (!run.isFailure()) {
            return new Placed(run, problemClass, run.fingerprint(), "", run.modelKey());
        }
        if (shared != null) {
            int modelKey = problemClass.equals("model") ? run.modelKey() : ANY_MODEL;
            return new Placed(run, problemClass, shared, run.nodeName(), modelKey);
        }
        if (run.isSilent()) {
            return new Placed(run, problemClass, "", run.nodeName(), run.modelKey());
        }
        boolean isAnywhere = Rooted.isShared(problemClass) && !problemClass.equals("platform");
        return new Placed(run, problemClass, run.fingerprint(), isAnywhere ? "" : run.nodeName(), ANY_MODEL);
    }
}
