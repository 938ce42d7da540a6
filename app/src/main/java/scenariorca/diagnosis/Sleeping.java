package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import tools.jackson.databind.JsonNode;

/**
 * Step 3 for values that did not change since the run it is compared with, but that something that changed may have woken: a
 * longer horizon, a switch, a new element.
 */
final class Sleeping {
    /** One of these must speak for a value: that it stands there is no suspicion. */
    private static final Set<EvidenceTerm> SPECIFIC = EnumSet.of(
            EvidenceTerm.TEXT_NAMES_KEY,
            EvidenceTerm.TEXT_NAMES_VALUE,
            EvidenceTerm.NUMBER_DERIVED,
            EvidenceTerm.LIMIT_BROKEN,
            EvidenceTerm.OUTSIDE_HISTORY,
            EvidenceTerm.OUTSIDE_PEERS,
            EvidenceTerm.SIGN_CHANGED,
            EvidenceTerm.TYPE_CHANGED,
            EvidenceTerm.VALUE_GONE,
            EvidenceTerm.NEW_CATEGORY);

    private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(10_000);

    private Sleeping() {}

    /** Those that may sleep, as candidates. That the baseline passed with them is known, and clears none. */
    static List<Candidate> candidates(RunEvidence evidence) {
        List<InputChange> leaves = evidence.inputs().sleeping().stream()
                .map(change -> change.with(new InputChange.Seen(
                        change.seen().history(),
                        change.seen().peers(),
                        0,
                        change.seen().recovery(),
                        change.seen().elsewhere(),
                        change.seen().inert())))
                .toList();
        return Candidate.of(leaves).stream()
                .map(candidate -> new Candidate("asleep|" + candidate.key(), candidate.input(), candidate.leaves()))
                .toList();
    }

    static boolean isSuspicious(Scorecard card) {
        return SPECIFIC.stream().anyMatch(card::has);
    }

    /** How much a value stands out by what it looks like, 0 to 1. */
    static double suspicion(Scorecard card) {
        return SPECIFIC.stream()
                .mapToDouble(term -> card.shares().getOrDefault(term, 0.0))
                .max()
                .orElse(0);
    }

    /** Whether a change may make an engine look where it did not look before. */
    static boolean canWake(LeafChange leaf) {
        if (leaf.kind() == ChangeKind.ADDED) {
            return true;
        }
        boolean isSwitch = leaf.after() != null
                && (leaf.after().isBoolean() || leaf.after().isString());
        return isSwitch || countsFurther(leaf);
    }

    /** Whether a whole number grew as one counts periods or steps. */
    static boolean countsFurther(LeafChange leaf) {
        return isCount(leaf.before()) && isCount(leaf.after()) && Values.direction(leaf) > 0;
    }

    /** A whole number as one counts periods or steps. */
    private static boolean isCount(@Nullable JsonNode value) {
        BigDecimal number = Values.number(value);
        return number != null
                && number.signum() >= 0
                && number.compareTo(MOST_COUNTED) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
