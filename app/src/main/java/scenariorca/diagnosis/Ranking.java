package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;

/** Turns scores into probabilities that add up to 1 with "none of these", and puts the suspects in order. */
final class Ranking {
    private static final double TEN_THOUSAND = 10_000;

    private Ranking() {}

    /**
     * A suspect before it has a rank.
     *
     * @param key breaks ties, always the same way
     * @param candidate the input; null for anything else
     * @param change the leaf of the input that scored most; null for anything else
     * @param card its evidence
     */
    record Scored(
            String key,
            VerdictClass verdictClass,
            String title,
            @Nullable Candidate candidate,
            @Nullable InputChange change,
            Scorecard card) {}

    /** The suspects in order, each with its probability. */
    static List<Suspect> rank(List<Scored> scored, GraphReach reach) {
        List<Scored> ordered = scored.stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.card().score())
                        .thenComparing(Scored::key))
                .toList();
        double highest = ordered.isEmpty() ? 0 : ordered.getFirst().card().score();
        double reference = Math.max(highest, EvidenceTerm.PRIOR_NONE);
        double total = StrictMath.exp(EvidenceTerm.PRIOR_NONE - reference);
        for (Scored one : ordered) {
            total += StrictMath.exp(one.card().score() - reference);
        }
        List<Suspect> suspects = new ArrayList<>();
        for (Scored one : ordered) {
            double probability = StrictMath.exp(one.card().score() - reference) / total;
            suspects.add(suspect(suspects.size() + 1, one, rounded(probability), reach));
        }
        return suspects;
    }

    private static Suspect suspect(int rank, Scored scored, double probability, GraphReach reach) {
        InputChange change = scored.change();
        Candidate candidate = scored.candidate();
        return new Suspect(
                rank,
                scored.verdictClass(),
                scored.title(),
                change == null ? null : change.nodeId(),
                change == null ? null : reach.nameOf(change.nodeId()),
                change == null ? null : change.input(),
                candidate == null ? 0 : candidate.leaves().size(),
                change == null ? null : change.leaf(),
                change == null ? null : change.changedBy(),
                change == null ? null : change.changedAt(),
                change == null ? null : change.versionId(),
                probability,
                scored.card().score(),
                scored.card().rows());
    }

    static double rounded(double probability) {
        return Math.round(probability * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
