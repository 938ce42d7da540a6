package scenariorca.diagnosis.evidence;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;

/**
 * Everything a verdict is computed from. Bounded: counts of other runs, never their rows. The order in which rows are
 * given is nothing: each list is put in an order of its own.
 *
 * @param run the run to be explained
 * @param trace what it left behind
 * @param model its model, and what differs in it between the two runs
 * @param baseline as {@link scenariorca.comparison.BaselineChoice} chose it; null when there is nothing to compare with
 * @param inputs what differs between the inputs of the two runs
 * @param others what other runs tell
 * @param transitions the scenario's lifecycle
 * @param completeness how much of the evidence was there
 */
public record RunEvidence(
        RunFacts run,
        Trace trace,
        Model model,
        @Nullable Baseline baseline,
        Inputs inputs,
        Others others,
        List<Transition> transitions,
        Completeness completeness) {
    public RunEvidence {
        transitions = transitions.stream().sorted(Transition.ORDER).toList();
    }

    /**
     * What a run left behind.
     *
     * @param failedCalcs its calculations that failed, timed out or never ended
     * @param passedCalcs its calculations that succeeded
     * @param outputs how far what its nodes put out moved from the baseline run
     * @param log its log events
     * @param ambient loud log events of the hours before its end that belong to no run, at most 100, the latest
     * @param slowDown how long it took against what is usual; null when nothing is usual yet, or it still runs
     * @param earlier how its failing nodes went in the failed runs before it
     */
    public record Trace(
            List<FailedCalc> failedCalcs,
            List<PassedCalc> passedCalcs,
            List<NodeOutput> outputs,
            List<LogEvidence> log,
            List<LogEvidence> ambient,
            @Nullable SlowDown slowDown,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<EarlierCalc> earlier) {
        public Trace {
            earlier = earlier.stream().sorted(EarlierCalc.ORDER).toList();
            failedCalcs = failedCalcs.stream().sorted(FailedCalc.ORDER).toList();
            passedCalcs = passedCalcs.stream().sorted(PassedCalc.ORDER).toList();
            outputs = outputs.stream().sorted(NodeOutput.ORDER).toList();
            log = log.stream().sorted(LogEvidence.ORDER).toList();
            ambient = ambient.stream().sorted(LogEvidence.ORDER).toList();
        }
    }

    /**
     * A calculation that succeeded.
     *
     * @param branch event_tag, as of a failed one
     */
    public record PassedCalc(NodeId nodeId, String branch) {
        static final Comparator<PassedCalc> ORDER =
                Comparator.comparing(PassedCalc::nodeId).thenComparing(PassedCalc::branch);
    }

    /**
     * A run's model.
     *
     * @param graph dim_node and the active bridge_node_edge rows; disabled nodes included
     * @param changes differences of the model between the two runs
     * @param runs how its runs went since the last of these
     */
    public record Model(NodeGraph graph, List<GraphChange> changes, ModelRuns runs) {
        public Model {
            changes = changes.stream().distinct().sorted(GraphChange.ORDER).toList();
        }
    }

    /**
     * What differs between the inputs of the two runs.
     *
     * @param changes leaves that differ, at most 20,000
     * @param rewrites inputs of which only the version differs
     * @param broken rules that the inputs kept before and break now
     * @param sleeping leaves that people changed before the baseline run and that still stand as they left them
     * @param series of nodes that can have to do with the failure, at most 60
     */
    public record Inputs(
            List<InputChange> changes,
            List<InputRewrite> rewrites,
            List<BrokenRule> broken,
            List<InputChange> sleeping,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Series> series) {
        public Inputs {
            series = series.stream().sorted(Series.ORDER).toList();
            sleeping = sleeping.stream().sorted(InputChange.ORDER).toList();
            broken = broken.stream().sorted(BrokenRule.ORDER).toList();
            changes = changes.stream().sorted(InputChange.ORDER).toList();
            rewrites = rewrites.stream().sorted(InputRewrite.ORDER).toList();
        }
    }

    /**
     * What other runs tell.
     *
     * @param spread who else failed
     * @param neighbours what their failures have in common with this one
     * @param sameInputs other runs with the very same inputs
     * @param retries how repetitions of this error went
     * @param releases of the platform between the baseline and this run, at most 20, the newest
     * @param recoveries recoveries from this error pattern, of which {@link PastFix} counts some
     * @param pastFixes what changed in these, at most 100, the most frequent first
     * @param similar other failures with this error pattern
     * @param confirmed causes that people confirmed of earlier runs with it, at most 20, the most frequent
     */
    public record Others(
            PatternSpread spread,
            Neighbours neighbours,
            SameInputs sameInputs,
            Retries retries,
            List<PlatformRelease> releases,
            int recoveries,
            List<PastFix> pastFixes,
            List<SimilarFailure> similar,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<ConfirmedCause> confirmed) {
        public Others {
            confirmed = confirmed.stream().sorted(ConfirmedCause.ORDER).toList();
            releases = releases.stream().sorted(PlatformRelease.ORDER).toList();
            pastFixes = pastFixes.stream().sorted(PastFix.ORDER).toList();
            similar = similar.stream().sorted(SimilarFailure.ORDER).toList();
        }
    }

    public List<FailedCalc> failedCalcs() {
        return trace.failedCalcs();
    }

    public List<LogEvidence> log() {
        return trace.log();
    }

    public @Nullable SlowDown slowDown() {
        return trace.slowDown();
    }

    public NodeGraph graph() {
        return model.graph();
    }

    public List<InputChange> changes() {
        return inputs.changes();
    }

    public PatternSpread spread() {
        return others.spread();
    }
}
