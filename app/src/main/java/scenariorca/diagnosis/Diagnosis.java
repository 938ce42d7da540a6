package scenariorca.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.NodeId;

/** Explains a run: the steps, one after the other, from evidence to verdict. Pure; never throws on any evidence. */
public final class Diagnosis {
    /** Less than so many seconds are not worth a verdict. */
    private static final double SLOW_SECONDS = 5;

    private static final int MAX_SUSPECTS = 10;
    private static final int MAX_CLEARED = 20;
    private static final int MAX_FIXES = 5;

    private Diagnosis() {}

    /** The verdict on a run, with the committed weights. */
    public static Verdict explain(RunEvidence evidence) {
        return explain(evidence, Weights.standard());
    }

    /** As {@link #explain(RunEvidence)} with other weights: for fitting them and for measuring what each is worth. */
    public static Verdict explain(RunEvidence evidence, Weights weights) {
        var reach = new GraphReach(evidence.graph());
        Verdict.About about = aboutWhat(evidence);
        if (about == Verdict.About.NOTHING || about == Verdict.About.RUNNING) {
            return verdict(evidence, Finding.of(about, List.of(), List.of(), weights), List.of(), List.of());
        }
        List<FailingNode> first = targets(about, evidence, reach);
        var investigation = new Investigation(evidence, reach, first, weights);
        List<Suspect> suspects = Ranking.rank(investigation.scored(), reach, weights);
        return verdict(
                evidence,
                Finding.of(about, first, suspects, weights),
                sorted(investigation.cleared()),
                OutputMove.of(Scene.of(evidence, reach, first), investigation.deviation()));
    }

    /**
     * What weights are fitted on: every suspect that is not cleared, with the share of each of its terms. Empty for a run with
     * nothing to explain.
     */
    public static List<Shares> shares(RunEvidence evidence) {
        var reach = new GraphReach(evidence.graph());
        Verdict.About about = aboutWhat(evidence);
        if (about == Verdict.About.NOTHING || about == Verdict.About.RUNNING) {
            return List.of();
        }
        return new Investigation(evidence, reach, targets(about, evidence, reach), Weights.standard())
                .scored().stream().map(Shares::of).toList();
    }

    private static List<FailingNode> targets(Verdict.About about, RunEvidence evidence, GraphReach reach) {
        return about == Verdict.About.SLOWNESS ? SlowNodes.find(evidence, reach) : FirstFailure.find(evidence, reach);
    }

    private static Verdict verdict(
            RunEvidence evidence, Finding finding, List<Cleared> cleared, List<OutputMove> outputs) {
        List<Suspect> suspects = finding.suspects();
        Map<VerdictClass, Double> classes = Naming.classProbabilities(suspects);
        VerdictClass verdictClass = finding.verdictClass();
        Baseline baseline = evidence.baseline();
        return new Verdict(
                new Verdict.Subject(
                        evidence.run().runId(),
                        evidence.run().scenario().name(),
                        evidence.run().startedAt(),
                        evidence.slowDown(),
                        Lifecycle.sentence(evidence.transitions())),
                finding.about(),
                new Verdict.Answer(
                        verdictClass,
                        classes.getOrDefault(verdictClass, 1.0),
                        new Headline(evidence, finding).text(),
                        finding.causes(),
                        classes),
                new Verdict.Place(
                        finding.first(),
                        outputs,
                        baseline,
                        baseline == null
                                ? "there is no run to compare with"
                                : baseline.kind().reason(),
                        LoggedLine.of(evidence.log())),
                new Verdict.Lineup(
                        suspects.subList(0, Math.min(MAX_SUSPECTS, suspects.size())),
                        suspects.size(),
                        cleared.subList(0, Math.min(MAX_CLEARED, cleared.size())),
                        byReason(cleared)),
                new Verdict.Remedy(
                        fixes(evidence),
                        verdictClass == VerdictClass.INPUT ? PutBack.of(finding.causes(), evidence) : PutBack.NOTHING,
                        WouldDecide.list(evidence, finding)),
                new Verdict.Likewise(
                        evidence.others().similar(),
                        evidence.run().fingerprint(),
                        evidence.spread().runsInMonth(),
                        evidence.spread().scenariosInMonth()),
                new Verdict.Proof(evidence.completeness(), CompletenessText.of(evidence), EvidenceHash.of(evidence)));
    }

    private static Verdict.About aboutWhat(RunEvidence evidence) {
        return switch (evidence.run().outcome()) {
            case FAILED, TIMEOUT -> Verdict.About.FAILURE;
            case IN_PROGRESS -> Verdict.About.RUNNING;
            case SUCCESS -> isSlow(evidence.slowDown()) ? Verdict.About.SLOWNESS : Verdict.About.NOTHING;
            case UNKNOWN ->
                evidence.failedCalcs().isEmpty() && evidence.run().failReason() == null
                        ? Verdict.About.NOTHING
                        : Verdict.About.FAILURE;
        };
    }

    private static boolean isSlow(@Nullable SlowDown slowDown) {
        return slowDown != null
                && slowDown.slowSinceRunId() != null
                && slowDown.seconds() - slowDown.usualSeconds() > SLOW_SECONDS;
    }

    /** Edits by people before the run first; what is far from the question last. */
    private static List<Cleared> sorted(List<Cleared> cleared) {
        return cleared.stream()
                .sorted(Comparator.comparing(Cleared::changedAt)
                        .reversed()
                        .thenComparing(Cleared::nodeId)
                        .thenComparing(Cleared::input)
                        .thenComparing(Cleared::reason))
                .toList();
    }

    private static Map<ClearReason, Integer> byReason(List<Cleared> cleared) {
        Map<ClearReason, Integer> counts = new TreeMap<>();
        cleared.forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /**
     * The same error has other cures in other models: what this run's model has no node for is no advice. Nor is what stands as
     * it did when the scenario last worked, where a cure is known of something that does not.
     */
    private static List<Fix> fixes(RunEvidence evidence) {
        Map<NodeId, String> nodes = new HashMap<>();
        evidence.model().graph().nodes().forEach(node -> nodes.put(node.id(), node.name()));
        List<PastFix> possible = evidence.others().pastFixes().stream()
                .filter(fix -> nodes.keySet().stream().anyMatch(node -> isOf(fix, node, nodes)))
                .toList();
        List<PastFix> fitting = possible.stream()
                .filter(fix -> evidence.changes().stream()
                        .anyMatch(change -> change.input().equals(fix.input()) && isOf(fix, change.nodeId(), nodes)))
                .toList();
        return (fitting.isEmpty() ? possible : fitting)
                .stream()
                        .sorted(Comparator.comparingInt((PastFix fix) -> -fix.recoveries()))
                        .limit(MAX_FIXES)
                        .map(fix -> FixText.of(fix, evidence.others().recoveries()))
                        .toList();
    }

    private static boolean isOf(PastFix fix, NodeId node, Map<NodeId, String> names) {
        String name = names.getOrDefault(node, "");
        return fix.nodeId().equals(node) || !name.isBlank() && name.equals(fix.nodeName());
    }
}
