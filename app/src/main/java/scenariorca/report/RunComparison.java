package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.NodeDelta;
import scenariorca.comparison.PatternDelta;
import scenariorca.platform.JsonText;

/**
 * What differs between two runs of a scenario.
 *
 * @param scenarioId the scenario
 * @param choice how the runs were chosen: given, last_working_first_failing, never_worked, never_failed or no_finished_run.
 *     Example: last_working_first_failing
 * @param message the choice as a sentence
 * @param runA the baseline, the last run that worked; null when there is none
 * @param runB the run compared with it; null when there is none
 * @param timeGapSeconds from the start of a to the start of b; null unless both are there. Example: 93900
 * @param inputChangesBetween input versions written after a started and up to the start of b, initial values left out; null
 *     unless both are there. Example: 3
 * @param durationDeltaSeconds duration of b less that of a; null when either is unknown. Example: 12.5
 * @param changedNodes nodes for which b used another input than a, by name
 * @param inputsLeftOut inputs with too many or too large versions to compare: they may differ as well. Example: 0
 * @param nodeDeltaCount node calculations that ended otherwise or took another time, listed or not. Example: 3
 * @param nodeDeltas these calculations, worse first; the first 500
 * @param patternDeltas log patterns that are new, gone, or occur more or less often, the new first
 * @param patternsLeftOut log patterns beyond the 500 most frequent of each run, which are not compared. Example: 0
 */
public record RunComparison(
        UUID scenarioId,
        String choice,
        String message,
        @Nullable ComparedRun runA,
        @Nullable ComparedRun runB,
        @Nullable BigDecimal timeGapSeconds,
        @Nullable Long inputChangesBetween,
        @Nullable BigDecimal durationDeltaSeconds,
        List<ChangedNode> changedNodes,
        int inputsLeftOut,
        int nodeDeltaCount,
        List<NodeDelta> nodeDeltas,
        List<PatternDelta> patternDeltas,
        int patternsLeftOut) {
    /** Values that differ, listed or not. */
    public long changeCount() {
        return changedNodes.stream().mapToLong(ChangedNode::changeCount).sum();
    }

    public RunComparison {
        changedNodes = List.copyOf(changedNodes);
        nodeDeltas = List.copyOf(nodeDeltas);
        patternDeltas = List.copyOf(patternDeltas);
    }

    /**
     * One of the two runs.
     *
     * @param runId the run
     * @param status as the platform writes it. Example: failed
     * @param outcome status mapped: success, failed, timeout, in_progress or unknown. Example: failed
     * @param startedAt when it started
     * @param endedAt when it ended; null while it runs
     * @param durationSeconds from start to end; null while it runs. Example: 42.5
     * @param runBy who started it; null when unknown. Example: jdoe
     * @param failReason why it failed; null without a reason
     * @param errorCategory kind of error; null without an error. Example: validation
     * @param nodeFailures calculations that failed or timed out. Example: 2
     */
    public record ComparedRun(
            UUID runId,
            String status,
            String outcome,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable BigDecimal durationSeconds,
            @Nullable String runBy,
            @Nullable String failReason,
            @Nullable String errorCategory,
            int nodeFailures) {}

    /**
     * A node, or a market event of a node, for which the two runs used different inputs.
     *
     * @param nodeId the node
     * @param event type of the event whose input differs; null when it is the node's own. Example: Biosimilar entry
     * @param nodeName its name; null when the node is unknown. Example: Market Share
     * @param changedAt when the version that b used was written; null when b used none
     * @param changedBy who wrote it; null when unknown. Example: jdoe
     * @param inputHash hash of the input b used; null when b used none, and for an event
     * @param previousHash hash of the input a used; null when a used none, and for an event
     * @param changeCount leaves that differ, listed or not. Example: 1
     * @param changes what differs, leaf by leaf, at most 1,000 of one input and 5,000 of all
     */
    public record ChangedNode(
            UUID nodeId,
            @Nullable String nodeName,
            @Nullable String event,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable String inputHash,
            @Nullable String previousHash,
            int changeCount,
            List<Change> changes) {}

    /**
     * One value that differs.
     *
     * @param key path of the value. Example: yearly[year=2027].market_share
     * @param kind added, removed, changed or type_changed. Example: changed
     * @param before the value a used; null when it is null or there was none
     * @param after the value b used; null when it is null or there was none
     * @param delta after less before; null unless both are numbers. Example: 0.8
     * @param percent delta in percent of before; null unless both are numbers and before is not zero. Example: 800
     * @param changedBy who gave the value its present form, of all who edited the input in between; null when unknown.
     *     Example: jdoe
     * @param changedAt when; null when unknown
     */
    public record Change(
            String key,
            String kind,
            @Nullable JsonText before,
            @Nullable JsonText after,
            @Nullable BigDecimal delta,
            @Nullable BigDecimal percent,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}
}
