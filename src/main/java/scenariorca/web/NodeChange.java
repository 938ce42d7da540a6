package scenariorca.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.NodeDelta;
import scenariorca.comparison.RunComparison;
import scenariorca.comparison.RunSide;
import scenariorca.report.RunNodes;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;

/** A node that ended otherwise, or took another time, in one of two runs. */
record NodeChange(NodeDelta delta) {
    static List<NodeChange> between(RunNodes before, RunNodes after) {
        return RunComparison.of(side(before), side(after), List.of()).nodes().stream()
                .map(NodeChange::new)
                .toList();
    }

    private static RunSide side(RunNodes nodes) {
        var run = new RunSide.Run(new RunId(nodes.runId()), RunOutcome.UNKNOWN, java.time.Instant.EPOCH, null, 0);
        List<RunSide.Calc> calcs = nodes.calculations().stream()
                .map(calculation -> new RunSide.Calc(
                        new NodeId(calculation.nodeId()),
                        Show.or(calculation.nodeName(), ""),
                        Objects.requireNonNullElse(calculation.branch(), ""),
                        RunOutcome.of(calculation.outcome()),
                        calculation.durationMs()))
                .toList();
        return new RunSide(run, calcs, List.of());
    }

    static @Nullable String word(@Nullable RunOutcome outcome) {
        return outcome == null ? null : outcome.word();
    }
}
