package scenariorca.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.Shares;
import scenariorca.diagnosis.VerdictClass;

/**
 * A failed run as weights are fitted on it: its suspects, and which of them are guilty.
 *
 * @param domain what kind of platform it is of: folds leave one out
 * @param suspects those that were not cleared
 */
record FitCase(String domain, List<Suspect> suspects) {
    /**
     * A suspect.
     *
     * @param terms share of each term, 0 to 1; those of 0 left out
     */
    record Suspect(VerdictClass verdictClass, boolean isGuilty, Map<EvidenceTerm, Double> terms) {}

    FitCase {
        suspects = List.copyOf(suspects);
    }

    static FitCase of(CaseTruth truth, List<Shares> shares) {
        List<Suspect> suspects = new ArrayList<>();
        for (Shares one : shares) {
            boolean isGuilty = truth.causes().isEmpty()
                    ? one.verdictClass().word().equals(truth.truthClass())
                    : truth.causes().stream().anyMatch(cause -> cause.is(one.nodeId(), one.input()));
            suspects.add(new Suspect(one.verdictClass(), isGuilty, one.terms()));
        }
        return new FitCase(truth.setting().domain(), suspects);
    }

    /** The same case as if some terms were unknown. */
    FitCase without(Set<EvidenceTerm> leftOut) {
        return new FitCase(
                domain,
                suspects.stream()
                        .map(suspect -> {
                            Map<EvidenceTerm, Double> rest = new HashMap<>(suspect.terms());
                            rest.keySet().removeAll(leftOut);
                            return new Suspect(suspect.verdictClass(), suspect.isGuilty(), rest);
                        })
                        .toList());
    }

    /** Whether the guilty is among the suspects: of a case whose guilty was cleared nothing is learned. */
    boolean isLearnable() {
        return suspects.stream().anyMatch(Suspect::isGuilty);
    }
}
