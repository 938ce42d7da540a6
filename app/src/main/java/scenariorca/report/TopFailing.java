package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What failed most in a window, and what cannot make up its mind.
 *
 * @param scenarios scenarios with most failed runs first
 * @param nodes nodes at which most runs failed first
 * @param broken scenarios whose newest finished run failed, the longest row of such runs first
 * @param flaky sets of inputs that both passed and failed, most failures first
 */
public record TopFailing(
        List<FailingScenario> scenarios, List<FailingNode> nodes, List<BrokenScenario> broken, List<FlakyInput> flaky) {
    public TopFailing {
        scenarios = List.copyOf(scenarios);
        nodes = List.copyOf(nodes);
        broken = List.copyOf(broken);
        flaky = List.copyOf(flaky);
    }

    /**
     * A scenario with failed runs.
     *
     * @param failedRuns its runs that failed or timed out. Example: 7
     * @param runCount all its runs in the window. Example: 12
     */
    public record FailingScenario(
            UUID scenarioId, @Nullable String scenarioName, long failedRuns, long runCount, Instant lastFailureAt) {}

    /**
     * A node with failed calculations.
     *
     * @param failedCalculations its calculations that failed or timed out, in any branch. Example: 32
     * @param firstFailedRuns runs in which it was the first to fail; in the others it failed after another. Example: 32
     * @param brokenScenarios scenarios whose newest finished run failed first at it. Example: 9
     * @param flakyInputs sets of inputs that passed in one run and failed first at it in another. Example: 0
     * @param runCount runs in which they did. Example: 32
     * @param scenarioCount scenarios of these runs. Example: 9
     */
    public record FailingNode(
            UUID nodeId,
            @Nullable String nodeName,
            @Nullable String modelName,
            long failedCalculations,
            long firstFailedRuns,
            long brokenScenarios,
            long flakyInputs,
            long runCount,
            long scenarioCount,
            Instant lastFailureAt) {}

    /**
     * A scenario that fails: no run has succeeded since.
     *
     * @param createdBy who owns it; null when unknown. Example: jdoe
     * @param failedRuns runs in the row of failures. Example: 4
     * @param failingSince start of the first of them
     * @param firstFailedRunId the first of them, whose cause is the one to look for
     */
    public record BrokenScenario(
            UUID scenarioId,
            @Nullable String scenarioName,
            @Nullable String createdBy,
            long failedRuns,
            Instant failingSince,
            Instant lastRunAt,
            UUID firstFailedRunId) {}

    /**
     * Inputs with which runs of a scenario passed and failed: the cause is not among them.
     *
     * @param inputSnapshotHash names the inputs
     * @param successfulRuns runs with them that passed. Example: 3
     * @param failedRuns runs with them that failed or timed out. Example: 1
     * @param lastFailedRunId the newest that failed
     */
    public record FlakyInput(
            UUID scenarioId,
            @Nullable String scenarioName,
            String inputSnapshotHash,
            long successfulRuns,
            long failedRuns,
            UUID lastFailedRunId,
            Instant lastRunAt) {}
}
