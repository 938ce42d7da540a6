package scenariorca.preflight;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.diagnosis.Outlier;
import scenariorca.diagnosis.Suspicion;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputChange.Source;
import tools.jackson.databind.JsonNode;

/** How strongly each term speaks, 0 for not at all, and the change that makes it speak. */
final class Risks {
    /** Classes of causes that a run does not bring with it. */
    private static final Set<String> PASSING = Set.of("platform", "upstream", "fluke");

    private static final int ENOUGH_PEERS = 5;
    private static final int ENOUGH_HISTORY = 3;
    private static final double MOST_MAGNITUDES = 4;
    private static final double MANY_RULES = 3;

    private final Map<RiskTerm, Double> strengths = new EnumMap<>(RiskTerm.class);
    private final Map<RiskTerm, InputChange> changes = new EnumMap<>(RiskTerm.class);
    private @Nullable BrokenRule broken;

    private Risks() {}

    static Risks of(Outlook outlook) {
        var risks = new Risks();
        Outlook.Lately lately = outlook.lately();
        List<InputChange> changed =
                outlook.changes().stream().filter(InputChange::isUsed).toList();
        risks.history(lately, !changed.isEmpty() || !outlook.graph().isEmpty());
        risks.set(RiskTerm.MANY_EDITS, Math.log1p(changed.size()));
        changed.stream().filter(change -> change.seen().passedHere() == 0).forEach(risks::change);
        risks.set(RiskTerm.BROKEN_RULE, Math.min(outlook.broken().size(), MANY_RULES));
        risks.broken = outlook.broken().stream()
                .max(Comparator.comparingInt(BrokenRule::held))
                .orElse(null);
        risks.set(RiskTerm.NEW_MODEL, outlook.graph().isEmpty() ? 0 : 1);
        return risks;
    }

    private void history(Outlook.Lately lately, boolean differs) {
        if (lately.hasLastFailed()) {
            boolean isPassing = lately.lastClass() != null && PASSING.contains(lately.lastClass());
            set(
                    !lately.hasChangedSinceLast()
                            ? isPassing ? RiskTerm.SAME_OUTAGE : RiskTerm.SAME_FAILURE
                            : RiskTerm.FAILED_THEN_CHANGED,
                    lately.hasChangedSinceLast() && !differs ? 0 : 1);
        }
        boolean isOfInput = lately.hasLastFailed() && "input".equals(lately.lastClass());
        set(RiskTerm.SUSPECT_GONE, isOfInput && lately.hasChangedSinceLast() && !lately.isSuspectUnchanged() ? 1 : 0);
        set(RiskTerm.MODEL_FAILED, lately.hasLastFailed() && "model".equals(lately.lastClass()) ? 1 : 0);
        int passing = lately.others().scenarios() - lately.others().failing();
        set(RiskTerm.OTHERS_PASS, Math.log1p(Math.max(0, passing)));
        set(RiskTerm.SUSPECT_STANDS, lately.hasLastFailed() && lately.isSuspectUnchanged() ? 1 : 0);
        set(RiskTerm.OWN_FAILURES, lately.ownFailures() / (lately.ownRuns() + 2.0));
        set(RiskTerm.OTHERS_FAIL, Math.log1p(lately.others().failing()));
        set(RiskTerm.MODEL_FAILS, Math.log1p(lately.others().failingOfModel()));
        set(RiskTerm.NEVER_WORKED, lately.hasWorked() ? 0 : 1);
    }

    private void change(InputChange change) {
        raise(RiskTerm.SUSPICIOUS, Suspicion.of(change), change);
        JsonNode after = change.leaf().after();
        if (after != null && after.isNumber() && change.leaf().kind() != ChangeKind.TYPE_CHANGED) {
            double value = after.asDouble();
            raise(
                    RiskTerm.OUTSIDE,
                    Math.max(
                            Outlier.of(value, change.seen().peers(), ENOUGH_PEERS),
                            Outlier.of(value, change.seen().history(), ENOUGH_HISTORY)),
                    change);
            raise(RiskTerm.MAGNITUDE, magnitudes(change.leaf().before(), value), change);
        } else if (after == null || after.isNull() || change.leaf().kind() == ChangeKind.TYPE_CHANGED) {
            raise(RiskTerm.SHAPE, 1, change);
        }
        boolean isUnvalidated = Boolean.FALSE.equals(change.version().isValidated())
                && !Boolean.FALSE.equals(change.version().wasValidated());
        raise(RiskTerm.UNVALIDATED, isUnvalidated && change.place().source() == Source.NODE ? 1 : 0, change);
    }

    private static double magnitudes(@Nullable JsonNode before, double after) {
        if (before == null || !before.isNumber()) {
            return 0;
        }
        double from = before.asDouble();
        if (from == after) {
            return 0;
        }
        if (from == 0 || after == 0 || from < 0 != after < 0) {
            return 1;
        }
        double magnitudes = Math.abs(StrictMath.log10(after / from));
        return Double.isFinite(magnitudes) ? Math.min(magnitudes, MOST_MAGNITUDES) : MOST_MAGNITUDES;
    }

    private void set(RiskTerm term, double strength) {
        if (strength > 0) {
            strengths.put(term, strength);
        }
    }

    private void raise(RiskTerm term, double strength, InputChange change) {
        if (strength > strengths.getOrDefault(term, 0.0)) {
            strengths.put(term, strength);
            changes.put(term, change);
        }
    }

    Map<RiskTerm, Double> strengths() {
        return strengths;
    }

    /** Null where no single change makes the term speak. */
    @Nullable
    InputChange change(RiskTerm term) {
        return changes.get(term);
    }

    /** The broken rule most versions keep; null when none is broken. */
    @Nullable
    BrokenRule broken() {
        return broken;
    }
}
