package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;

/** Turns scores into calibrated probabilities, and puts the suspects in order. */
final class Ranking {
    private static final double TEN_THOUSAND = 10_000;
    private static final double LEAST = 1e-9;

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

    /** The suspects in order, each with its probability: they add up to 1 with what is unknown. */
    static List<Suspect> rank(List<Scored> scored, GraphReach reach, Weights weights) {
        List<Scored> ordered = scored.stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.card().score())
                        .thenComparing(Scored::key))
                .toList();
        double[] probabilities = probabilities(
                ordered.stream().mapToDouble(one -> one.card().score()).toArray(), weights);
        List<Suspect> suspects = new ArrayList<>();
        for (Scored one : ordered) {
            double probability = probabilities[suspects.size()];
            suspects.add(suspect(suspects.size() + 1, one, rounded(probability), reach));
        }
        return suspects;
    }

    /** Scores in descending order as probabilities: all suspects compete, then what platforms left out taught is applied. */
    private static double[] probabilities(double[] scores, Weights weights) {
        double total = 0;
        for (double score : scores) {
            total += StrictMath.exp(score - scores[0]);
        }
        double slope = weights.setting(Weights.Setting.SLOPE);
        double offset = weights.setting(Weights.Setting.OFFSET);
        double sum = 0;
        double[] probabilities = new double[scores.length];
        for (int index = 0; index < scores.length; index++) {
            double raw = Math.clamp(StrictMath.exp(scores[index] - scores[0]) / total, LEAST, 1 - LEAST);
            double odds = slope * StrictMath.log(raw / (1 - raw)) + offset;
            probabilities[index] = 1 / (1 + StrictMath.exp(-odds));
            sum += probabilities[index];
        }
        double rest = sum - probabilities[0];
        for (int index = 1; index < scores.length && sum > 1; index++) {
            probabilities[index] *= (1 - probabilities[0]) / rest; // the first keeps what it was calibrated to
        }
        return probabilities;
    }

    private static Suspect suspect(int rank, Scored scored, double probability, GraphReach reach) {
        return new Suspect(
                rank,
                scored.verdictClass(),
                scored.title(),
                Suspect.Target.of(scored.candidate(), scored.change(), reach),
                probability,
                scored.card().score(),
                scored.card().rows());
    }

    static double rounded(double probability) {
        return Math.round(probability * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
