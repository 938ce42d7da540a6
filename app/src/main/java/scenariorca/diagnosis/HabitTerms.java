package scenariorca.diagnosis;

import java.util.Objects;
import scenariorca.diagnosis.evidence.Retries;
import scenariorca.diagnosis.evidence.RunEvidence;

/**
 * How this error used to come and go: one that strikes scenarios nobody has changed, or goes away though nobody changes anything, is
 * hardly made by an input. Needs no word of it.
 */
final class HabitTerms {
    private final double needless;
    private final double needed;
    private final int without;
    private final int with;

    HabitTerms(RunEvidence evidence) {
        Retries retries = evidence.others().retries();
        int untouched = Objects.requireNonNullElse(retries.untouched(), 0);
        int touched = Objects.requireNonNullElse(retries.touched(), 0);
        this.without = untouched + retries.passed();
        this.with = touched + Math.max(0, evidence.others().recoveries() - retries.passed());
        double all = without + with + 1.0;
        this.needless = without / all;
        this.needed = with / all;
    }

    void add(VerdictClass verdictClass, Scorecard card) {
        boolean isInput = verdictClass == VerdictClass.INPUT;
        card.addCount(
                isInput ? EvidenceTerm.ERROR_NEEDS_NO_CHANGE : EvidenceTerm.ERROR_STRIKES_ANYBODY,
                needless,
                "before, this error struck where nobody had changed anything, or went away by itself",
                without,
                without + with);
        if (isInput) {
            card.addCount(
                    EvidenceTerm.ERROR_FOLLOWS_CHANGES,
                    needed,
                    "before, this error came and went with changes of inputs",
                    with,
                    without + with);
        }
    }
}
