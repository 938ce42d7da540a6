package scenariorca.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;

/**
 * One of two runs to be compared.
 *
 * @param run the run
 * @param calcs its node calculations, at most one a node and branch. Source: fact_node_calc_detail
 * @param patterns how often each pattern occurs in its log. Source: fact_cloudwatch_log, dim_error_pattern
 */
public record RunSide(Run run, List<Calc> calcs, List<Pattern> patterns) {
    public RunSide {
        calcs = List.copyOf(calcs);
        patterns = List.copyOf(patterns);
    }

    /**
     * A run. Source: fact_scenario_run.
     *
     * @param durationSeconds null while it runs
     * @param nodeFailures node_calc_failed + node_calc_timeout
     */
    public record Run(
            RunId runId,
            RunOutcome outcome,
            Instant startedAt,
            @Nullable BigDecimal durationSeconds,
            int nodeFailures) {}

    /**
     * A node calculation.
     *
     * @param branch event_tag, or another name of the branch
     * @param ms processing_time_ms; null when unknown
     */
    public record Calc(
            NodeId nodeId,
            String nodeName,
            String branch,
            RunOutcome outcome,
            @Nullable Long ms) {}

    /**
     * A pattern of the run's log.
     *
     * @param pattern as a template. Example: {@code Node <*> failed after <*> ms}
     * @param nodeId the node the events are about; null when they name none
     * @param count events of the run with it
     */
    public record Pattern(
            String fingerprint,
            String pattern,
            String severity,
            @Nullable NodeId nodeId,
            @Nullable String nodeName,
            int count) {}
}
