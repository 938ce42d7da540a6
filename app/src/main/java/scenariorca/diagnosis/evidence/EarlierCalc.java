package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;

/**
 * How a node that failed in this run went in an earlier run of the scenario that failed, too: of the runs since the baseline the
 * newest ten.
 *
 * @param runId the earlier run
 * @param runStartedAt when it started
 * @param nodeId the node
 * @param branch event_tag, as of a failed calculation
 * @param outcome calc_outcome: success, failed or timeout
 * @param fingerprint of its error; null without one
 */
public record EarlierCalc(
        RunId runId,
        Instant runStartedAt,
        NodeId nodeId,
        String branch,
        RunOutcome outcome,
        @Nullable String fingerprint) {
    static final Comparator<EarlierCalc> ORDER = Comparator.comparing(EarlierCalc::runStartedAt)
            .thenComparing(calc -> calc.runId().toString())
            .thenComparing(EarlierCalc::nodeId)
            .thenComparing(EarlierCalc::branch)
            .thenComparing(EarlierCalc::outcome);
}
