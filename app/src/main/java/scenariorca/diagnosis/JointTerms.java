package scenariorca.diagnosis;

import java.util.EnumSet;
import java.util.Set;

/** What counts more together than each by itself: a value that looks wrong, where it went wrong, and that the error speaks of. */
final class JointTerms {
    private static final Set<EvidenceTerm> STRANGE = EnumSet.of(
            EvidenceTerm.RULE_BROKEN,
            EvidenceTerm.COUNTS_TOO_FAR,
            EvidenceTerm.OUTSIDE_PEERS,
            EvidenceTerm.OUTSIDE_HISTORY,
            EvidenceTerm.SIGN_CHANGED,
            EvidenceTerm.TYPE_CHANGED,
            EvidenceTerm.VALUE_GONE,
            EvidenceTerm.BECAME_ZERO,
            EvidenceTerm.NEW_CATEGORY,
            EvidenceTerm.SCALE_CHANGED);
    private static final Set<EvidenceTerm> PLACED =
            EnumSet.of(EvidenceTerm.AT_FAILURE, EvidenceTerm.OUTPUT_BEGINS, EvidenceTerm.OUTPUT_BROKEN);
    private static final Set<EvidenceTerm> SPOKEN = EnumSet.of(
            EvidenceTerm.TEXT_NAMES_KEY,
            EvidenceTerm.TEXT_NAMES_VALUE,
            EvidenceTerm.TEXT_NAMES_NODE,
            EvidenceTerm.TEXT_FITS_CHANGE,
            EvidenceTerm.NUMBER_DERIVED,
            EvidenceTerm.LIMIT_BROKEN,
            EvidenceTerm.SUM_EXPLAINS,
            EvidenceTerm.PAIR_EXPLAINS_NUMBER);

    /** What speaks of a value itself, and not only of where it stands. */
    static final Set<EvidenceTerm> ACCUSING = accusing();

    private JointTerms() {}

    private static Set<EvidenceTerm> accusing() {
        Set<EvidenceTerm> terms = EnumSet.of(
                EvidenceTerm.RAN_LONGER,
                EvidenceTerm.OUTPUT_FOLLOWS,
                EvidenceTerm.OUTPUT_BROKEN,
                EvidenceTerm.NOT_VALIDATED,
                EvidenceTerm.TOGETHER_ELSEWHERE,
                EvidenceTerm.FIXED_BEFORE,
                EvidenceTerm.CONFIRMED_BEFORE,
                EvidenceTerm.RECOVERED_WITHOUT,
                EvidenceTerm.WAKES,
                EvidenceTerm.WOKEN);
        terms.addAll(STRANGE);
        terms.addAll(SPOKEN);
        return terms;
    }

    static void add(Scorecard card) {
        double strange = most(card, STRANGE);
        double late = card.shares().getOrDefault(EvidenceTerm.CAME_AFTER_FAILURE, 0.0);
        double placed = most(card, PLACED) * (1 - late);
        double spoken = most(card, SPOKEN);
        card.add(EvidenceTerm.STRANGE_IN_PLACE, strange * placed, "it stands out where it went wrong");
        card.add(EvidenceTerm.TOLD_IN_PLACE, spoken * placed, "the error speaks of it, where it went wrong");
    }

    private static double most(Scorecard card, Set<EvidenceTerm> terms) {
        return terms.stream()
                .mapToDouble(term -> card.shares().getOrDefault(term, 0.0))
                .max()
                .orElse(0);
    }
}
