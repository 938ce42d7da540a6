package scenariorca.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** Step 7 for the causes that are no input: model, data from upstream, platform, fluke. They compete on the same evidence. */
final class ClassTerms {
    private static final double SLOWER = 1.2;

    private final Scene scene;
    private final RunEvidence evidence;
    private final Speech speech;
    private final ErrorText text;
    private final Deviation deviation;
    private final List<Candidate> inputs;
    private final double valueShare;

    /**
     * The inputs they compete with.
     *
     * @param suspected those that were not cleared
     * @param spokenOf how surely the error speaks of one of them, 0 to 1
     */
    record Inputs(List<Candidate> suspected, double spokenOf) {}

    ClassTerms(Scene scene, Speech speech, Deviation deviation, Inputs inputs) {
        this.text = speech.text();
        this.scene = scene;
        this.evidence = scene.evidence();
        this.speech = speech;
        this.deviation = deviation;
        this.inputs = inputs.suspected();
        this.valueShare = Math.max(speech.valueShare(), inputs.spokenOf());
    }

    void add(VerdictClass verdictClass, Scorecard card) {
        speech.add(verdictClass, card);
        ConfirmedTerms.add(evidence, verdictClass, null, null, card);
        new OtherRunTerms(evidence).add(verdictClass, card);
        new NeighbourTerms(evidence).add(verdictClass, card);
        nothing(verdictClass, card);
        if (verdictClass == VerdictClass.MODEL) {
            new ModelTerms(scene, deviation).add(card);
        }
        if (verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.FLUKE) {
            platform(card);
        }
        unexplained(verdictClass, card);
        compared(verdictClass, card);
        if (verdictClass == VerdictClass.UPSTREAM) {
            outside(card);
            calm(card);
            new ForeignTerms(evidence).add(text, card);
        }
    }

    /** Whether every failing node is computed from others, which put out what they did, with inputs that nobody changed. */
    private void calm(Scorecard card) {
        Set<NodeId> failing = scene.firstNodes();
        boolean isInside = deviation.isKnown() && failing.stream().noneMatch(node -> isRoot(node) || isEdited(node));
        if (isInside) {
            card.add(
                    EvidenceTerm.FAILS_INSIDE,
                    failing.stream().mapToDouble(deviation::begins).max().orElse(0),
                    "what the failing node is computed from stands as it did: nothing came in from outside");
        }
    }

    private void nothing(VerdictClass verdictClass, Scorecard card) {
        SameInputs same = evidence.others().sameInputs();
        if (same.passed() > 0) {
            card.addRun(
                    EvidenceTerm.SAME_INPUTS_PASSED,
                    same.passed() / (same.passed() + 0.5 * same.failed()),
                    "the very same inputs passed in " + Phrases.count(same.passed(), "other run"),
                    String.valueOf(same.passedRunId()));
        }
        boolean isOfMoment = verdictClass == VerdictClass.FLUKE || verdictClass == VerdictClass.PLATFORM;
        if (isOfMoment && same.passed() == 0) {
            card.addCount(
                    EvidenceTerm.SAME_INPUTS_FAILED,
                    same.failed() / (same.failed() + 1.0),
                    "the very same inputs failed in other runs, and passed in none",
                    same.failed(),
                    same.failed());
        }
        var earlier = new EarlierTerms(scene);
        if (isOfMoment) {
            earlier.addAgain(card);
        }
        if (!inputs.isEmpty() && earlier.isPassedWithAll(inputs)) {
            card.add(
                    EvidenceTerm.NODE_PASSED_WITH_ALL,
                    1,
                    "the failing node passed with all that changed in a run that failed elsewhere");
        }
        if (Branches.isSpared(scene)) {
            card.add(EvidenceTerm.BRANCH_PASSED, 1, "the failing node passed in another branch of the run");
        }
        Baseline baseline = evidence.baseline();
        if (baseline == null) {
            return;
        }
        double certain = baseline.kind() == Baseline.Kind.LAST_SUCCESS ? 1 : 0.5;
        boolean isUntouched = evidence.changes().stream().noneMatch(InputChange::isUsed);
        if (isUntouched) {
            card.add(EvidenceTerm.NOTHING_CHANGED, certain, "no input differs from the run it is compared with");
        } else if (inputs.stream().noneMatch(this::isEffective)) {
            card.add(
                    EvidenceTerm.NOTHING_EFFECTIVE,
                    certain,
                    inputs.isEmpty()
                            ? "every input that differs is cleared"
                            : "no input that differs moved what its node puts out");
        }
    }

    private boolean isEffective(Candidate candidate) {
        return !deviation.isStill(candidate.nodes());
    }

    private void platform(Scorecard card) {
        if (speech.machineShare() > 0) {
            card.add(EvidenceTerm.ERROR_IS_OF_MACHINES, speech.machineShare(), "its error category is one of machines");
        }
        card.add(EvidenceTerm.ERROR_IS_OF_VALUES, valueShare, "the error says that a value is wrong");
        List<FailedCalc> calcs = evidence.failedCalcs();
        long unfinished =
                calcs.stream().filter(calc -> !calc.outcome().isFailure()).count();
        if (unfinished > 0) {
            card.addCount(
                    EvidenceTerm.LEFT_UNFINISHED,
                    unfinished == calcs.size() ? 1 : 0.5,
                    "calculations began and never ended",
                    (int) unfinished,
                    calcs.size());
        }
        if (calcs.isEmpty() && evidence.run().outcome().isFailure()) {
            card.add(EvidenceTerm.NO_NODE_FAILED, 1, "no calculation says what went wrong");
        }
        SlowDown slow = evidence.slowDown();
        if (slow != null && evidence.run().outcome() == RunOutcome.SUCCESS && slow.othersRatio() > SLOWER) {
            card.add(
                    EvidenceTerm.OTHERS_SLOWER_TOO,
                    slow.othersRatio() - 1,
                    "runs of other scenarios take " + Outlier.plain(slow.othersRatio()) + " times as long since then");
        }
    }

    /** Numbers that went astray where nobody edited anything: the model's doing, or that of data read from outside. */
    private void unexplained(VerdictClass verdictClass, Scorecard card) {
        broken(verdictClass, card);
        NodeId origin = deviation.origin(scene.firstNodes());
        if (origin == null || isEdited(origin)) {
            return;
        }
        boolean isOfMachines = verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.FLUKE;
        card.add(
                isOfMachines ? EvidenceTerm.NUMBERS_MOVED : EvidenceTerm.OUTPUT_UNEXPLAINED,
                deviation.begins(origin),
                "numbers went astray at " + scene.reach().nameOf(origin) + ", whose inputs did not change");
    }

    /** Numbers that broke first where nothing that changed leads to. */
    private void broken(VerdictClass verdictClass, Scorecard card) {
        boolean isOfMoment = verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.FLUKE;
        Set<NodeId> left = new TreeSet<>(deviation.brokeFirst());
        inputs.forEach(candidate ->
                left.removeAll(scene.reach().downstream(candidate.nodes()).keySet()));
        if (!isOfMoment && !left.isEmpty()) {
            String where = scene.reach().nameOf(left.iterator().next());
            card.add(
                    EvidenceTerm.BROKE_UNEXPLAINED,
                    1,
                    "numbers broke first at " + where + ", which nothing that changed leads to");
        }
    }

    /** A value beyond a limit: no machine's doing; the model's or that of data, where no change is as large. */
    private void compared(VerdictClass verdictClass, Scorecard card) {
        boolean isOfMachines = verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.FLUKE;
        Excess.in(text)
                .ifPresent(excess -> card.add(
                        isOfMachines ? EvidenceTerm.ERROR_COMPARES : EvidenceTerm.EXCESS_UNEXPLAINED,
                        isOfMachines ? 1 : excess.unexplained(inputs),
                        isOfMachines
                                ? "the error compares a value with a limit"
                                : "no change is as large as the value the error names is beyond its limit"));
    }

    private boolean isEdited(NodeId node) {
        return inputs.stream().anyMatch(candidate -> candidate.nodes().contains(node));
    }

    /** Where data come in that nobody computes: the failing node, or the one where numbers first went astray. */
    private void outside(Scorecard card) {
        NodeId origin = deviation.origin(scene.firstNodes());
        if (origin != null && !isEdited(origin) && isRoot(origin)) {
            card.add(
                    EvidenceTerm.READS_OUTSIDE,
                    deviation.begins(origin),
                    "numbers went astray at " + scene.reach().nameOf(origin) + ", which is computed from no other");
        }
        boolean isFirst = !scene.first().isEmpty() && scene.first().stream().allMatch(node -> isRoot(node.nodeId()));
        if (isFirst) {
            card.add(EvidenceTerm.READS_OUTSIDE, 1, "the failing node is computed from no other");
        }
    }

    private boolean isRoot(NodeId node) {
        return scene.reach().sources(node).isEmpty();
    }
}
