package scenariorca.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Snapshot;

/** Gathers the evidence about a run, with a bounded number of statements of bounded results. */
public final class EvidenceReader {
    private EvidenceReader() {}

    /** The evidence about a run; empty when the warehouse does not know it. */
    public static Optional<RunEvidence> read(Snapshot snapshot, UUID runId) {
        snapshot.query("report/explanation/settings.sql").one(row -> row.text("plan_cache_mode"));
        return DiagnosedRun.find(snapshot, runId).map(subject -> read(snapshot, subject));
    }

    private static RunEvidence read(Snapshot snapshot, DiagnosedRun subject) {
        BaselineRun counterpart = BaselineRun.choose(snapshot, subject);
        NodeGraph graph = ModelGraph.read(snapshot, subject.modelKey());
        List<FailedCalc> failed = RunTrace.failedCalcs(snapshot, subject);
        InputEvidence inputs = InputEvidence.read(snapshot, subject, counterpart, TypedInputs.NONE);
        Set<NodeId> relevant = relevant(graph, failed);
        List<InputEvidence.Draft> drafts = new ArrayList<>(inputs.drafts());
        int changed = drafts.size();
        drafts.addAll(SleepingInputs.read(snapshot, subject, counterpart, relevant));
        List<InputChange> leaves = new LeafStatistics(snapshot, subject).complete(drafts, relevant);
        RunTrace.Log log = RunTrace.log(snapshot, subject, counterpart);
        NodeOutputs outputs = NodeOutputs.read(snapshot, subject, counterpart);
        List<GraphChange> graphChanges = ModelGraph.changes(snapshot, subject, counterpart);
        return new RunEvidence(
                subject.run(),
                new RunEvidence.Trace(
                        failed,
                        outputs.passed(),
                        outputs.outputs(),
                        log.events(),
                        RunTrace.ambient(snapshot, subject),
                        Slowness.read(snapshot, subject),
                        RunTrace.earlier(snapshot, subject, counterpart, nodes(failed))),
                new RunEvidence.Model(
                        graph, graphChanges, ModelGraph.runs(snapshot, subject, counterpart, graphChanges)),
                counterpart.baseline(),
                new RunEvidence.Inputs(
                        leaves.subList(0, changed),
                        inputs.rewrites(),
                        InputRules.read(snapshot, subject, counterpart, inputs.pairsOf(relevant)),
                        leaves.subList(changed, leaves.size()),
                        StandingSeries.read(snapshot, subject, relevant)),
                others(snapshot, subject, counterpart, nodes(failed)),
                RunTrace.transitions(snapshot, subject),
                RunTrace.completeness(snapshot, log.count(), inputs.leftOut()));
    }

    private static RunEvidence.Others others(
            Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, Set<NodeId> failing) {
        OtherRuns.Recoveries recoveries = OtherRuns.recoveries(snapshot, subject);
        return new RunEvidence.Others(
                OtherRuns.spread(snapshot, subject),
                OtherRuns.neighbours(snapshot, subject, failing),
                OtherRuns.sameInputs(snapshot, subject),
                OtherRuns.retries(snapshot, subject),
                OtherRuns.releases(snapshot, subject, counterpart.startedAt()),
                recoveries.recoveries(),
                recoveries.fixes(),
                OtherRuns.similar(snapshot, subject),
                OtherRuns.confirmed(snapshot, subject));
    }

    /** Nodes whose inputs can have to do with the failure; empty, which means all, when no calculation failed. */
    private static Set<NodeId> relevant(NodeGraph graph, List<FailedCalc> failed) {
        Set<NodeId> nodes = nodes(failed);
        return nodes.isEmpty() ? Set.of() : ModelGraph.upstream(graph, nodes);
    }

    private static Set<NodeId> nodes(List<FailedCalc> failed) {
        return failed.stream().map(FailedCalc::nodeId).collect(Collectors.toSet());
    }
}
