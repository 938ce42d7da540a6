package scenariorca.problems;

import org.jspecify.annotations.Nullable;

/**
 * A run, and what identifies the problem it belongs to.
 *
 * @param problemClass what the verdicts of the runs around it say, its own among them
 * @param identity the root error; of an outage whose runs say different things, when that began; of upstream the error that
 *     told of it; where nothing is said, when the input was typed or the version of the model published
 * @param nodeName the first failing node; empty for an outage, for runs that pass when repeated, and for slowness
 * @param modelKey the model of slow runs, of a version that is wrong, and of failures that say nothing; -1 for others, which
 *     may strike several models
 * @param input the input to blame; empty for other classes than input
 */
public record Placed(Rooted run, String problemClass, String identity, String nodeName, int modelKey, String input) {
    private static final String TYPED = "typed:";
    private static final int ANY_MODEL = -1;

    static Placed ofOutage(Rooted run, String identity) {
        return new Placed(run, "platform", identity, "", ANY_MODEL, "");
    }

    /** @param shared what identifies it beside the run's own error; null when nothing does */
    static Placed of(Rooted run, String problemClass, @Nullable String shared) {
        if (!run.isFailure()) {
            return new Placed(run, problemClass, run.fingerprint(), "", run.modelKey(), "");
        }
        if (shared != null) {
            int modelKey = problemClass.equals("model") ? run.modelKey() : ANY_MODEL;
            return new Placed(run, problemClass, shared, run.nodeName(), modelKey, "");
        }
        Rooted.Blame blame = run.blame(problemClass);
        if (run.isSilent()) {
            String typed = blame.typedAt() == null ? "" : TYPED + blame.typedAt();
            return new Placed(run, problemClass, typed, run.nodeName(), run.modelKey(), blame.input());
        }
        String nodeName = problemClass.equals("fluke") ? "" : run.nodeName();
        return new Placed(run, problemClass, run.fingerprint(), nodeName, ANY_MODEL, blame.input());
    }
}
