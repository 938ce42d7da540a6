package scenariorca.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Step 8: whether a suspect is named as the cause, or none is. */
final class Naming {
    private static final double CLOSE = 0.25;

    /** What slept is less likely by itself; what a count reaches besides may be as innocent as it was. */
    private static final double NOT_FAR = 0.05;

    private Naming() {}

    /** The cause, or two inputs that evidence joins; none below the probability from which naming was right. */
    static List<Suspect> causes(List<Suspect> suspects, Weights weights) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        Suspect top = suspects.getFirst();
        boolean isCertain = (top.isInput() ? top.isAccused() : top.hasEvidence())
                && top.probability() >= weights.setting(Weights.Setting.NAME);
        Suspect partner = top.isInput() ? partner(top, suspects, isCertain, weights) : null;
        return partner != null ? List.of(top, partner) : isCertain ? List.of(top) : List.of();
    }

    /** The likeliest input that evidence joins with the first, where the two are certain enough; null without one. */
    private static @Nullable Suspect partner(Suspect top, List<Suspect> suspects, boolean isCertain, Weights weights) {
        for (Suspect other : suspects.subList(1, suspects.size())) {
            boolean isWoken = Waking.isPair(top, other);
            boolean isLikely = top.probability() + other.probability() >= weights.setting(Weights.Setting.NAME);
            boolean isClose = other.probability() >= top.probability() * (isWoken ? NOT_FAR : CLOSE);
            if (other.isInput() && isClose && (isLikely || isWoken && isCertain) && areJoined(top, other)) {
                return other;
            }
        }
        return null;
    }

    /** Two inputs that together give a number the error names, or break one rule together. */
    private static boolean areJoined(Suspect one, Suspect other) {
        return one.joints().stream().anyMatch(other.joints()::contains);
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
