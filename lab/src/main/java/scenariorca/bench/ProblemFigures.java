package scenariorca.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well problems agree with what was planted: shares from 0 to 1, null where there was nothing to measure on.
 *
 * @param runs failed runs
 * @param origins things that made them fail, each as it happened
 * @param problems problems found
 * @param placed share of the runs that belong to a problem
 * @param grouping agreement of the problems with the causes
 * @param mixed problems that hold runs of causes of two classes
 * @param begins share of the origins whose first run begins an episode
 * @param ends share of the origins whose last run ends an episode, and that are told as ended when they were
 * @param releaseRecall share of the releases that broke runs that are named
 * @param innocentReleases share of the episodes with a release named that did not come with it
 * @param worst the causes told worst, as text
 */
public record ProblemFigures(
        int runs,
        int origins,
        int problems,
        double placed,
        Grouping grouping,
        int mixed,
        @Nullable Double begins,
        @Nullable Double ends,
        @Nullable Double releaseRecall,
        @Nullable Double innocentReleases,
        List<String> worst) {
    private static final double F1 = 0.95;
    private static final double RECALL = 0.9;
    private static final double INNOCENT = 0.05;

    /**
     * Pairs of runs. What comes back is the same problem: two runs belong together when the same thing broke them, or the same
     * kind of thing at another time.
     *
     * @param precision share of the pairs in one problem that failed of causes of one kind
     * @param recall share of the pairs that failed of the same thing that are in one problem
     */
    public record Grouping(double precision, double recall) {
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public ProblemFigures {
        worst = List.copyOf(worst);
    }

    public boolean isOnTarget() {
        return grouping.f1() >= F1
                && mixed == 0
                && (releaseRecall == null || releaseRecall >= RECALL)
                && (innocentReleases == null || innocentReleases <= INNOCENT);
    }
}
