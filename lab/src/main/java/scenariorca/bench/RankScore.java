package scenariorca.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one ranking finds the planted causes of one case. Ties count at their expected rank: a cause among three that are
 * tied for the first place is first with a chance of one third.
 *
 * @param acAt1 expected share of the causes that could be at rank 1 and are
 * @param acAt3 the same for the first three ranks
 * @param avgAt5 mean of the same for the first one to five ranks
 * @param reciprocal expected reciprocal of the rank of the cause ranked highest; 0 when none is ranked
 */
record RankScore(double acAt1, double acAt3, double avgAt5, double reciprocal) {
    private static final int FIVE = 5;

    static RankScore of(List<RankedInput> ranking, List<PlantedCause> causes) {
        double[] at = new double[FIVE + 1];
        double reciprocal = 0;
        for (PlantedCause cause : causes) {
            Place place = place(ranking, cause);
            for (int k = 1; place != null && k <= FIVE; k++) {
                at[k] += Math.clamp((k - place.before()) / (double) place.tied(), 0, 1);
            }
            reciprocal = Math.max(reciprocal, place == null ? 0 : place.reciprocal());
        }
        double average = 0;
        for (int k = 1; k <= FIVE; k++) {
            at[k] /= Math.min(k, Math.max(1, causes.size()));
            average += at[k] / FIVE;
        }
        return new RankScore(at[1], at[3], average, reciprocal);
    }

    /**
     * Where a cause stands.
     *
     * @param before how many are ranked above it
     * @param tied how many share its place, itself included
     */
    private record Place(int before, int tied) {
        double reciprocal() {
            double sum = 0;
            for (int rank = before + 1; rank <= before + tied; rank++) {
                sum += 1.0 / rank;
            }
            return sum / tied;
        }
    }

    /** Null when the ranking does not name it. */
    private static @Nullable Place place(List<RankedInput> ranking, PlantedCause cause) {
        double best = Double.NEGATIVE_INFINITY;
        for (RankedInput ranked : ranking) {
            if (cause.is(ranked.nodeId(), ranked.input())) {
                best = Math.max(best, ranked.score());
            }
        }
        if (best == Double.NEGATIVE_INFINITY) {
            return null;
        }
        int before = 0;
        int tied = 0;
        for (RankedInput ranked : ranking) {
            before += ranked.score() > best ? 1 : 0;
            tied += ranked.score() == best ? 1 : 0;
        }
        return new Place(before, tied);
    }
}
