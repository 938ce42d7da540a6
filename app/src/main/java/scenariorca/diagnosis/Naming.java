package scenariorca.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Step 8: whether a suspect is named as the cause, or none is. */
final class Naming {
    private static final int PAIR = 2;
    private static final double CLOSE = 0.25;

    private Naming() {}

    /** The cause, or two inputs that evidence joins; none below the probability from which naming was right. */
    static List<Suspect> causes(List<Suspect> suspects, Weights weights) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        if (isPair(suspects, weights)) {
            return suspects.subList(0, PAIR);
        }
        Suspect top = suspects.getFirst();
        Weights.Setting least = top.isInput() ? Weights.Setting.NAME_INPUT : Weights.Setting.NAME_OTHER;
        return top.hasEvidence() && top.probability() >= weights.setting(least) ? List.of(top) : List.of();
    }

    /** Two inputs that together give a number the error names, break one rule together, or of which one woke the other. */
    private static boolean isPair(List<Suspect> suspects, Weights weights) {
        if (suspects.size() < PAIR) {
            return false;
        }
        Suspect one = suspects.get(0);
        Suspect other = suspects.get(1);
        return one.isInput()
                && other.isInput()
                && areJoined(one, other)
                && one.probability() + other.probability() >= weights.setting(Weights.Setting.NAME_INPUT)
                && other.probability() >= one.probability() * CLOSE;
    }

    private static boolean areJoined(Suspect one, Suspect other) {
        boolean isNumber = one.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER) && other.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER);
        return isNumber
                || isWoken(one, other)
                || isWoken(other, one)
                || rule(one).equals(rule(other)) && !rule(one).isEmpty();
    }

    private static boolean isWoken(Suspect sleeper, Suspect waker) {
        return sleeper.isAsleep() && !waker.isAsleep() && waker.change() != null && Sleeping.canWake(waker.change());
    }

    private static String rule(Suspect suspect) {
        return suspect.evidence().stream()
                .filter(row -> row.term() == EvidenceTerm.RULE_BROKEN)
                .map(EvidenceRow::text)
                .findFirst()
                .orElse("");
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

    /** The class of the causes; without any, the likeliest class where it is likely enough; else unknown. */
    static VerdictClass verdictClass(List<Suspect> causes, List<Suspect> suspects, Weights weights) {
        if (!causes.isEmpty()) {
            return causes.getFirst().verdictClass();
        }
        List<Suspect> evident = suspects.stream().filter(Suspect::hasEvidence).toList();
        return classProbabilities(evident).entrySet().stream()
                .filter(entry -> entry.getKey() != VerdictClass.UNKNOWN)
                .max(Map.Entry.<VerdictClass, Double>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .filter(entry -> entry.getValue()
                        >= weights.setting(
                                entry.getKey() == VerdictClass.INPUT
                                        ? Weights.Setting.SAY_INPUT
                                        : Weights.Setting.SAY_OTHER))
                .map(Map.Entry::getKey)
                .orElse(VerdictClass.UNKNOWN);
    }
}
