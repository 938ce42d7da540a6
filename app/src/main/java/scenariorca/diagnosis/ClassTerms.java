package scenariorca.diagnosis;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.ModelRuns;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** Step 7 for the causes that are no input: model, data from upstream, platform, fluke. They compete on the same evidence. */
final class ClassTerms {
    private static final double SLOWER = 1.2;

    /** What a change of the model counts when nobody knows whether it is upstream of the failure. */
    private static final double UNPLACED = 0.3;

    private final Scene scene;
    private final RunEvidence evidence;
    private final Speech speech;
    private final Deviation deviation;
    private final List<Candidate> inputs;

    /** @param inputs those that were not cleared */
    ClassTerms(Scene scene, Speech speech, Deviation deviation, List<Candidate> inputs) {
        this.scene = scene;
        this.evidence = scene.evidence();
        this.speech = speech;
        this.deviation = deviation;
        this.inputs = inputs;
    }

    void add(VerdictClass verdictClass, Scorecard card) {
        speech.add(verdictClass, card);
        new OtherRunTerms(evidence).add(verdictClass, card);
        nothing(card);
        if (verdictClass == VerdictClass.MODEL) {
            model(card);
        }
        if (verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.FLUKE) {
            platform(card);
        }
        if (verdictClass != VerdictClass.PLATFORM && verdictClass != VerdictClass.FLUKE) {
            unexplained(card);
        }
        if (verdictClass == VerdictClass.UPSTREAM) {
            outside(card);
        }
    }

    private void nothing(Scorecard card) {
        SameInputs same = evidence.others().sameInputs();
        if (same.passed() > 0) {
            card.addRun(
                    EvidenceTerm.SAME_INPUTS_PASSED,
                    same.passed() / (same.passed() + 0.5 * same.failed()),
                    "the very same inputs passed in " + Phrases.count(same.passed(), "other run"),
                    String.valueOf(same.passedRunId()));
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
        if (speech.valueShare() > 0) {
            card.add(EvidenceTerm.ERROR_IS_OF_VALUES, speech.valueShare(), "the error says that a value is wrong");
        }
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
    private void unexplained(Scorecard card) {
        NodeId origin = deviation.origin(scene.firstNodes());
        if (origin == null || isEdited(origin)) {
            return;
        }
        card.add(
                EvidenceTerm.OUTPUT_UNEXPLAINED,
                deviation.begins(origin),
                "numbers went astray at " + scene.reach().nameOf(origin) + ", whose inputs did not change");
    }

    private boolean isEdited(NodeId node) {
        return inputs.stream().anyMatch(candidate -> candidate.nodes().contains(node));
    }

    private void outside(Scorecard card) {
        boolean isRoot = !scene.first().isEmpty()
                && scene.first().stream()
                        .allMatch(node -> scene.reach().sources(node.nodeId()).isEmpty());
        if (isRoot) {
            card.add(EvidenceTerm.READS_OUTSIDE, 1, "the failing node is computed from no other");
        }
    }

    private void model(Scorecard card) {
        List<GraphChange> changes = evidence.model().changes();
        GraphChange at = nearest(changes, scene.firstNodes());
        GraphChange above = scene.isPlaced() ? nearest(changes, scene.upstream()) : first(changes);
        if (at != null) {
            card.add(EvidenceTerm.CHANGED_AT_FAILURE, 1, "the model changed at the failing node: " + told(at));
        }
        double reached = above == null ? 0 : scene.isPlaced() ? 1 : UNPLACED;
        if (above != null) {
            card.addCount(
                    EvidenceTerm.GRAPH_CHANGED,
                    reached,
                    (scene.isPlaced() ? "the model changed upstream of the failure: " : "the model changed: ")
                            + told(above),
                    changes.size(),
                    changes.size());
        }
        ModelRuns runs = evidence.model().runs();
        if (!changes.isEmpty() && runs.failedSince() > 0) {
            card.addCount(
                    EvidenceTerm.MODEL_FAILS_SINCE,
                    reached * runs.failedSince() / (runs.failedSince() + 2.0 + 4 * runs.passedSince()),
                    "runs of this model failed since it changed",
                    runs.failedSince(),
                    runs.failedSince() + runs.passedSince());
        }
        if (!changes.isEmpty() && runs.passedSince() > 0) {
            card.addCount(
                    EvidenceTerm.MODEL_PASSES_SINCE,
                    runs.passedSince() / (runs.passedSince() + 2.0),
                    "runs of this model passed since it changed",
                    runs.passedSince(),
                    runs.failedSince() + runs.passedSince());
        }
        cycle(card);
    }

    /** The first change at one of the nodes: of an edge its target counts. */
    private static @Nullable GraphChange nearest(List<GraphChange> changes, Set<NodeId> nodes) {
        return changes.stream()
                .filter(change -> change.nodeId() != null && nodes.contains(change.nodeId()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable GraphChange first(List<GraphChange> changes) {
        return changes.isEmpty() ? null : changes.getFirst();
    }

    private String told(GraphChange change) {
        String node = change.nodeId() == null ? "" : " " + scene.reach().nameOf(change.nodeId());
        String other = change.otherNodeId() == null ? "" : " " + scene.reach().nameOf(change.otherNodeId());
        return switch (change.kind()) {
            case NODE_ADDED -> node.strip() + " is new";
            case NODE_ENABLED -> node.strip() + " was switched on";
            case NODE_DISABLED -> node.strip() + " was switched off";
            case EDGE_ADDED -> node.strip() + " is now computed from" + other;
            case EDGE_REMOVED -> node.strip() + " is no longer computed from" + other;
            case MODEL_VERSION -> "another version was published";
        };
    }

    private void cycle(Scorecard card) {
        Collection<NodeId> among = new HashSet<>(scene.upstream());
        if (among.isEmpty()) {
            evidence.graph().nodes().forEach(node -> among.add(node.id()));
        }
        Set<NodeId> cycle = scene.reach().onCycle(among);
        if (!cycle.isEmpty()) {
            List<String> names = cycle.stream().map(scene.reach()::nameOf).toList();
            card.addCount(
                    EvidenceTerm.CYCLE_IN_GRAPH,
                    evidence.model().changes().isEmpty() ? 0.4 : 1,
                    "the graph has a cycle through " + Phrases.joined(names),
                    cycle.size(),
                    evidence.graph().nodes().size());
        }
    }
}
