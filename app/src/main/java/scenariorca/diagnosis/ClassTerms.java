package scenariorca.diagnosis;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** Step 5 for the causes that are no input: platform, model, data from upstream. */
final class ClassTerms {
    private static final int ENOUGH_RUNS = 3;

    private final RunEvidence evidence;
    private final GraphReach reach;
    private final Set<NodeId> upstream;
    private final ErrorText text;
    private final boolean isAboutValues;
    private final int suspectInputs;
    private final Set<VerdictClass> told;

    /** @param suspectInputs inputs that were not cleared */
    ClassTerms(Scene scene, ErrorText text, boolean isAboutValues, int suspectInputs) {
        this.evidence = scene.evidence();
        this.reach = scene.reach();
        this.upstream = scene.upstream();
        this.text = text;
        this.isAboutValues = isAboutValues;
        this.suspectInputs = suspectInputs;
        this.told = told(text);
    }

    /** The classes the error itself speaks of. */
    private static Set<VerdictClass> told(ErrorText text) {
        Set<VerdictClass> told = EnumSet.noneOf(VerdictClass.class);
        for (ErrorText.Line line : text.lines()) {
            for (CauseMark mark : CauseMark.values()) {
                if (line.isDirect() && mark.isIn(line.text())) {
                    told.add(mark.verdictClass());
                }
            }
        }
        return told;
    }

    void platform(Scorecard card) {
        marks(VerdictClass.PLATFORM, card);
        categories(card, 1);
        others(card, 1);
        slowness(card);
        nothingChanged(card, shareOf(VerdictClass.PLATFORM, 1));
    }

    void upstream(Scorecard card) {
        marks(VerdictClass.UPSTREAM, card);
        valueError(card, 0.5);
        others(card, 0.5);
        nothingChanged(card, shareOf(VerdictClass.UPSTREAM, 0.5));
    }

    void model(Scorecard card) {
        marks(VerdictClass.MODEL, card);
        valueError(card, 0.5);
        graph(card);
        boolean isOneModel = evidence.spread().modelsAround() == 0;
        others(card, isOneModel ? 0.4 : 0);
        nothingChanged(card, shareOf(VerdictClass.MODEL, evidence.graphChanges().isEmpty() ? 0.2 : 0.6));
    }

    /**
     * That no input is to blame says nothing of which other class is: the error does. Where it is silent, how usual each
     * class is decides.
     */
    private double shareOf(VerdictClass verdictClass, double usual) {
        if (told.contains(verdictClass)) {
            return 1;
        }
        return told.isEmpty() ? usual : usual / 2;
    }

    private void marks(VerdictClass verdictClass, Scorecard card) {
        ErrorText.Line told = null;
        CauseMark meant = null;
        ErrorText.Line logged = null;
        CauseMark loggedMark = null;
        for (ErrorText.Line line : text.lines()) {
            for (CauseMark mark : CauseMark.values()) {
                if (mark.verdictClass() != verdictClass || !mark.isIn(line.text())) {
                    continue;
                }
                if (line.isDirect() && (told == null || line.weight() > told.weight())) {
                    told = line;
                    meant = mark;
                } else if (!line.isDirect() && (logged == null || line.weight() > logged.weight())) {
                    logged = line;
                    loggedMark = mark;
                }
            }
        }
        if (told != null && meant != null) {
            card.add(EvidenceTerm.ERROR_TELLS, told.weight(), "the error says " + meant.meaning());
        }
        if (logged != null && loggedMark != null) {
            card.addLog(
                    EvidenceTerm.LOG_TELLS,
                    logged.weight(),
                    "a log line says " + loggedMark.meaning(),
                    logged.logKey());
        }
    }

    private void categories(Scorecard card, double share) {
        boolean isOfMachines = CauseMark.isOfPlatform(evidence.run().errorCategory())
                || evidence.failedCalcs().stream().map(FailedCalc::category).anyMatch(CauseMark::isOfPlatform);
        boolean isOfAnother = !told.isEmpty() && !told.contains(VerdictClass.PLATFORM);
        if (isOfMachines && !isOfAnother) {
            card.add(EvidenceTerm.ERROR_IS_OF_MACHINES, share, "its error category is one of machines");
        }
        valueError(card, share);
    }

    private void valueError(Scorecard card, double share) {
        if (isAboutValues) {
            card.add(EvidenceTerm.ERROR_IS_OF_VALUES, share, "the error says that a value is wrong");
        } else if (CauseMark.isOfValues(evidence.run().errorCategory())) {
            card.add(EvidenceTerm.ERROR_IS_OF_VALUES, share / 2, "its error category is one of values");
        }
    }

    private void others(Scorecard card, double share) {
        PatternSpread spread = evidence.spread();
        double excess = spread.scenariosAround() - spread.usualScenarios();
        if (excess > 0) {
            double reachOfIt = spread.modelsAround() > 0 ? 1 : 0.7;
            double value = Math.min(1, StrictMath.log(1 + excess) / StrictMath.log(8)) * reachOfIt;
            card.addCount(
                    EvidenceTerm.OTHERS_FAILED_TOO,
                    value * share,
                    "other scenarios failed the same way within 15 minutes",
                    spread.scenariosAround(),
                    spread.failedAround() + spread.passedAround());
        }
        int finished = spread.failedAround() + spread.passedAround();
        double failedShare = finished == 0 ? 0 : spread.failedAround() / (double) finished;
        double rise = failedShare - spread.usualFailedShare();
        if (finished >= ENOUGH_RUNS && rise > 0.2) {
            card.addCount(
                    EvidenceTerm.MANY_FAIL_NOW,
                    rise / 0.6 * share,
                    "far more runs than usual failed within 15 minutes",
                    spread.failedAround(),
                    finished);
        }
        if (spread.scenariosAround() == 0 && spread.passedAround() >= ENOUGH_RUNS) {
            card.addCount(
                    EvidenceTerm.OTHERS_PASSED,
                    spread.passedAround() / (spread.passedAround() + 3.0),
                    "runs of other scenarios passed within 15 minutes",
                    spread.passedAround(),
                    finished);
        }
    }

    private void slowness(Scorecard card) {
        SlowDown slow = evidence.slowDown();
        if (slow != null && evidence.run().outcome() == RunOutcome.SUCCESS && slow.othersRatio() > 1.2) {
            card.add(
                    EvidenceTerm.OTHERS_SLOWER_TOO,
                    slow.othersRatio() - 1,
                    "runs of other scenarios take " + Outlier.plain(slow.othersRatio()) + " times as long since then");
        }
    }

    private void nothingChanged(Scorecard card, double share) {
        SameInputs same = evidence.sameInputs();
        if (same.passed() > 0) {
            card.addRun(
                    EvidenceTerm.SAME_INPUTS_PASSED,
                    share,
                    "the very same inputs passed in " + Phrases.count(same.passed(), "other run"),
                    String.valueOf(same.passedRunId()));
        }
        Baseline baseline = evidence.baseline();
        if (baseline == null || suspectInputs > 0) {
            return;
        }
        boolean isOwn = baseline.kind() == Baseline.Kind.LAST_SUCCESS;
        boolean isUntouched = evidence.changes().stream().noneMatch(change -> change.isUsed());
        String text = isUntouched
                ? "no input differs from the run it is compared with"
                : "every input that differs is cleared";
        card.add(EvidenceTerm.NOTHING_CHANGED, share * (isOwn ? 1 : 0.5) * (isUntouched ? 1 : 0.8), text);
    }

    private void graph(Scorecard card) {
        List<GraphChange> changes = evidence.graphChanges();
        if (!changes.isEmpty()) {
            boolean isNear = upstream.isEmpty() || changes.stream().anyMatch(this::touchesFailure);
            card.addCount(
                    EvidenceTerm.GRAPH_CHANGED,
                    isNear ? 1 : 0.3,
                    isNear ? "the model changed upstream of the failure" : "the model changed elsewhere",
                    changes.size(),
                    changes.size());
        }
        Collection<NodeId> among = new HashSet<>(upstream);
        if (among.isEmpty()) {
            evidence.graph().nodes().forEach(node -> among.add(node.id()));
        }
        Set<NodeId> cycle = reach.onCycle(among);
        if (!cycle.isEmpty()) {
            boolean isSaid = text.lines().stream().anyMatch(line -> CauseMark.CYCLE.isIn(line.text()));
            List<String> names = cycle.stream().map(reach::nameOf).toList();
            card.addCount(
                    EvidenceTerm.CYCLE_IN_GRAPH,
                    isSaid || !changes.isEmpty() ? 1 : 0.3,
                    "the graph has a cycle through " + Phrases.joined(names),
                    cycle.size(),
                    evidence.graph().nodes().size());
        }
    }

    private boolean touchesFailure(GraphChange change) {
        return change.nodeId() == null
                || upstream.contains(change.nodeId())
                || (change.otherNodeId() != null && upstream.contains(change.otherNodeId()));
    }
}
