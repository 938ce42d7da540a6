package scenariorca.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Step 6: whether a suspect is named as the cause, or none is. */
final class Naming {
    private static final double PAIR_PROBABILITY = 0.6;
    private static final double CLASS_PROBABILITY = 0.7;
    private static final int PAIR = 2;

    private Naming() {}

    /** The cause, or two inputs that belong together; none below a probability and a margin. */
    static List<Suspect> causes(List<Suspect> suspects) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        Suspect top = suspects.getFirst();
        double second = suspects.size() > 1 ? suspects.get(1).probability() : 0;
        if (isPair(suspects)) {
            return suspects.subList(0, PAIR);
        }
        boolean isCause = top.probability() >= EvidenceTerm.CAUSE_PROBABILITY
                && top.probability() - second >= EvidenceTerm.CAUSE_MARGIN
                && (top.verdictClass() != VerdictClass.INPUT || top.isSpecific());
        return isCause ? List.of(top) : List.of();
    }

    /** Two inputs the evidence names together, or cannot tell apart while it clears the rest. */
    private static boolean isPair(List<Suspect> suspects) {
        if (suspects.size() < PAIR) {
            return false;
        }
        Suspect one = suspects.get(0);
        Suspect other = suspects.get(1);
        double third = suspects.size() > PAIR ? suspects.get(PAIR).probability() : 0;
        boolean areInputs = one.verdictClass() == VerdictClass.INPUT && other.verdictClass() == VerdictClass.INPUT;
        boolean areSpecific = one.isSpecific() && other.isSpecific();
        if (!areInputs || !areSpecific || one.probability() + other.probability() < PAIR_PROBABILITY) {
            return false;
        }
        boolean areNamed = one.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER) && other.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER);
        boolean areClose = other.probability() >= one.probability() / 2 && third <= other.probability() / 2;
        return areNamed || areClose;
    }

    static Map<VerdictClass, Double> classProbabilities(List<Suspect> suspects) {
        Map<VerdictClass, Double> sums = new EnumMap<>(VerdictClass.class);
        double known = 0;
        for (Suspect suspect : suspects) {
            sums.merge(suspect.verdictClass(), suspect.probability(), Double::sum);
            known += suspect.probability();
        }
        sums.replaceAll((verdictClass, sum) -> Ranking.rounded(Math.min(1, sum)));
        if (!suspects.isEmpty()) {
            sums.put(VerdictClass.UNKNOWN, Ranking.rounded(Math.max(0, 1 - known)));
        }
        return sums;
    }

    /**
     * The class of the causes; without any, a class that is likely as a whole; else unknown. Inputs that have only been near,
     * large or late do not add up to a likely class: somebody always edits something.
     */
    static VerdictClass verdictClass(List<Suspect> causes, List<Suspect> suspects) {
        if (!causes.isEmpty()) {
            return causes.getFirst().verdictClass();
        }
        List<Suspect> specific = suspects.stream()
                .filter(suspect -> suspect.verdictClass() != VerdictClass.INPUT || suspect.isSpecific())
                .toList();
        for (Map.Entry<VerdictClass, Double> entry :
                classProbabilities(specific).entrySet()) {
            if (entry.getKey() != VerdictClass.UNKNOWN && entry.getValue() >= CLASS_PROBABILITY) {
                return entry.getKey();
            }
        }
        return VerdictClass.UNKNOWN;
    }
}
