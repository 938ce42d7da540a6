package scenariorca.diagnosis.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.scenario.NodeGraph;

/**
 * Everything a verdict is computed from. Bounded: counts of other runs, never their rows. The order in which rows are
 * given is nothing: each list is put in an order of its own.
 *
 * @param run the run to be explained
 * @param failedCalcs its calculations that failed or timed out
 * @param graph dim_node and the active bridge_node_edge rows of its model; disabled nodes included
 * @param baseline as {@link scenariorca.comparison.BaselineChoice} chose it; null when there is nothing to compare with
 * @param changes leaves that differ between the inputs of the two runs, at most 20,000
 * @param rewrites inputs of which only the version differs
 * @param graphChanges differences of the model between the two runs
 * @param spread who else failed
 * @param sameInputs other runs with the very same inputs
 * @param log log events of the run
 * @param recoveries recoveries from this error pattern, of which {@link PastFix} counts some
 * @param pastFixes what changed in these, at most 100, the most frequent first
 * @param similar other failures with this error pattern
 * @param slowDown how long it took against what is usual; null when nothing is usual yet, or it still runs
 * @param transitions the scenario's lifecycle
 * @param completeness how much of the evidence was there
 */
public record RunEvidence(
        RunFacts run,
        List<FailedCalc> failedCalcs,
        NodeGraph graph,
        @Nullable Baseline baseline,
        List<InputChange> changes,
        List<InputRewrite> rewrites,
        List<GraphChange> graphChanges,
        PatternSpread spread,
        SameInputs sameInputs,
        List<LogEvidence> log,
        int recoveries,
        List<PastFix> pastFixes,
        List<SimilarFailure> similar,
        @Nullable SlowDown slowDown,
        List<Transition> transitions,
        Completeness completeness) {
    public RunEvidence {
        failedCalcs = failedCalcs.stream().sorted(FailedCalc.ORDER).toList();
        changes = changes.stream().sorted(InputChange.ORDER).toList();
        graphChanges =
                graphChanges.stream().distinct().sorted(GraphChange.ORDER).toList();
        log = log.stream().sorted(LogEvidence.ORDER).toList();
        pastFixes = pastFixes.stream().sorted(PastFix.ORDER).toList();
        similar = similar.stream().sorted(SimilarFailure.ORDER).toList();
        transitions = transitions.stream().sorted(Transition.ORDER).toList();
    }

    /** Evidence with nothing but the run; the start of a {@code with} chain. */
    public static RunEvidence of(RunFacts run, NodeGraph graph) {
        return new RunEvidence(
                run,
                List.of(),
                graph,
                null,
                List.of(),
                List.of(),
                List.of(),
                PatternSpread.NONE,
                SameInputs.NONE,
                List.of(),
                0,
                List.of(),
                List.of(),
                null,
                List.of(),
                Completeness.UNKNOWN);
    }
}
