package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import tools.jackson.databind.JsonNode;

/** Step 5 for an input: a rule that held in other versions is broken, and holds again when this alone is put back. */
final class RuleTerms {
    private static final String ORDER = "NOT_AFTER ";

    private final List<BrokenRule> broken;
    private final Map<String, InputChange> changes = new HashMap<>();

    RuleTerms(RunEvidence evidence) {
        this.broken = evidence.inputs().broken();
        evidence.changes().forEach(change -> changes.putIfAbsent(change.nodeId() + " " + change.input(), change));
    }

    void add(Candidate candidate, Scorecard card) {
        for (BrokenRule rule : broken) {
            if (isOfIt(rule, candidate) && isMended(rule, candidate)) {
                double trust = rule.held() / (rule.held() + 3.0);
                double exceptions = rule.seen() - rule.held();
                card.addRule(trust / (1 + exceptions), rule);
            }
        }
    }

    private static boolean isOfIt(BrokenRule rule, Candidate candidate) {
        return rule.nodeId().equals(candidate.first().nodeId())
                && (rule.inputs().contains(candidate.input())
                        || candidate.leaves().stream()
                                .anyMatch(leaf -> rule.inputs().contains(leaf.input())));
    }

    /** Of two values of which one must not exceed the other, and that both changed, who is put back must mend it. */
    private boolean isMended(BrokenRule rule, Candidate candidate) {
        if (!rule.rule().startsWith(ORDER) || rule.inputs().size() != 2) {
            return true;
        }
        InputChange left = changes.get(rule.nodeId() + " " + rule.inputs().getFirst());
        InputChange right = changes.get(rule.nodeId() + " " + rule.inputs().getLast());
        if (left == null || right == null) {
            return true;
        }
        boolean isLeft = candidate.leaves().contains(left);
        return isLeft
                ? isOrdered(left.leaf().before(), right.leaf().after())
                : isOrdered(left.leaf().after(), right.leaf().before());
    }

    /** Whether the first is not above the second; so, too, when nobody can tell. */
    private static boolean isOrdered(@Nullable JsonNode left, @Nullable JsonNode right) {
        BigDecimal least = Values.number(left);
        BigDecimal most = Values.number(right);
        if (least != null && most != null) {
            return least.compareTo(most) <= 0;
        }
        if (left == null || right == null || !left.isString() || !right.isString()) {
            return true;
        }
        return left.stringValue().compareTo(right.stringValue()) <= 0;
    }
}
