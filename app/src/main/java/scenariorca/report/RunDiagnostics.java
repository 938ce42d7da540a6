package scenariorca.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * All that is known about one run: findings, log events, the inputs it used, the nodes that failed.
 *
 * @param runId the run
 * @param scenarioId the scenario it is a run of
 * @param scenarioName name of the scenario. Example: US Base Case
 * @param runStatus as the platform writes it. Example: failed
 * @param runOutcome run_status mapped: success, failed, timeout, in_progress or unknown. Example: failed
 * @param runBy who started it; null when unknown. Example: jdoe
 * @param startedAt when it started
 * @param endedAt when it ended; null while it runs
 * @param durationSeconds from start to end; null while it runs. Example: 42.5
 * @param failReason why it failed, in the platform's words; null without a reason. Example: Node calculation failed
 * @param errorCategory kind of error; null without an error. Example: validation
 * @param correlationId the request that started it; null when unknown
 * @param inputSnapshotHash the same for two runs that used the same inputs; null when the inputs are unknown
 * @param diagnostics findings, the gravest first
 * @param cloudwatchLogCount log events that belong to the run; more than are listed when there are very many. Example: 57
 * @param logsCompleteTo up to when log events of all groups should be complete; null when they are not, or none were ever read
 * @param logGroups the same for each log group
 * @param cloudwatchLogs log events of the run, oldest first, at most {@code log_limit}
 * @param nextLogs the {@code log_cursor} that continues them; null when there are no more
 * @param inputSnapshot the input version of each node as this run used it
 * @param nodeFailures calculations that failed or timed out, the first to fail first
 */
public record RunDiagnostics(
        UUID runId,
        UUID scenarioId,
        @Nullable String scenarioName,
        String runStatus,
        String runOutcome,
        @Nullable String runBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable BigDecimal durationSeconds,
        @Nullable String failReason,
        @Nullable String errorCategory,
        @Nullable UUID correlationId,
        @Nullable String inputSnapshotHash,
        List<Diagnostic> diagnostics,
        long cloudwatchLogCount,
        @Nullable Instant logsCompleteTo,
        List<LogGroup> logGroups,
        List<LogEvent> cloudwatchLogs,
        @Nullable String nextLogs,
        List<UsedInput> inputSnapshot,
        List<NodeFailure> nodeFailures) {

    public RunDiagnostics {
        logGroups = List.copyOf(logGroups);
        diagnostics = List.copyOf(diagnostics);
        cloudwatchLogs = List.copyOf(cloudwatchLogs);
        inputSnapshot = List.copyOf(inputSnapshot);
        nodeFailures = List.copyOf(nodeFailures);
    }

    /**
     * One finding about a run.
     *
     * @param type input_snapshot, error_summary, perf_metric, validation_issue or root_cause. Example: root_cause
     * @param category kind of finding. Example: input_change
     * @param severity critical, major, minor or info. Example: critical
     * @param nodeName the node it is about; null for the whole run. Example: Treatment Share
     * @param message the finding as a sentence
     * @param details the evidence
     */
    public record Diagnostic(
            String type,
            String category,
            String severity,
            @Nullable String nodeName,
            String message,
            @Nullable JsonText details) {}

    /**
     * One log event, redacted.
     *
     * @param logKey the event's key in the warehouse, by which findings refer to it. Example: 1042
     * @param timestamp when it was logged
     * @param severity DEBUG, INFO, WARN, ERROR, FATAL or UNKNOWN. Example: ERROR
     * @param message the message
     * @param errorCategory kind of error; null for none. Example: validation
     * @param stackTrace the stack trace; null without one
     * @param serviceName who wrote it; null when unknown. Example: forecast-engine
     * @param logGroup CloudWatch log group. Example: /forecast/engine
     * @param logStream CloudWatch log stream; null when unknown
     */
    public record LogEvent(
            long logKey,
            Instant timestamp,
            String severity,
            String message,
            @Nullable String errorCategory,
            @Nullable String stackTrace,
            @Nullable String serviceName,
            String logGroup,
            @Nullable String logStream) {}

    /**
     * The input version of a node that a run used.
     *
     * @param nodeId the node
     * @param nodeName its name; null when the node is unknown. Example: Market Share
     * @param nodeDataId the input version
     * @param inputHash hash of the input
     * @param changeSequence which version of this node's input in this scenario it is, from 1. Example: 3
     * @param changedAt when the version was written
     * @param changedBy who wrote it; null when unknown. Example: jdoe
     * @param changeSource what wrote it; null when unknown. Example: create_scenario
     * @param isInitial true for a value the node was created with, which no person typed
     * @param isValidated whether the platform had validated it; null when unknown
     * @param isExact true when a calculation of the run names this version; false when it is the version that was valid
     *     when the run started
     * @param inputData the input itself
     */
    public record UsedInput(
            UUID nodeId,
            @Nullable String nodeName,
            UUID nodeDataId,
            String inputHash,
            int changeSequence,
            Instant changedAt,
            @Nullable String changedBy,
            @Nullable String changeSource,
            boolean isInitial,
            @Nullable Boolean isValidated,
            boolean isExact,
            @Nullable JsonText inputData) {}

    /**
     * One calculation that failed or timed out.
     *
     * @param nodeId the node
     * @param nodeName its name; null when the node is unknown. Example: Treatment Share
     * @param branch the branch of the run; null when unknown. Example: with events
     * @param status as the platform writes it. Example: failed
     * @param outcome failed or timeout. Example: failed
     * @param errorMessage what the platform says; null when it says nothing
     * @param errorCategory kind of error; null without a message. Example: validation
     * @param fingerprint the error pattern; null without a message
     * @param durationMs how long it took; null when unknown. Example: 120
     * @param nodeDataId the input version it used; null when unknown
     * @param startedAt when it started; null when unknown
     * @param endedAt when it ended; null when unknown
     */
    public record NodeFailure(
            UUID nodeId,
            @Nullable String nodeName,
            @Nullable String branch,
            String status,
            String outcome,
            @Nullable String errorMessage,
            @Nullable String errorCategory,
            @Nullable String fingerprint,
            @Nullable Long durationMs,
            @Nullable UUID nodeDataId,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}
}
