package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The newest runs of some scenarios.
 *
 * @param ofScenario the runs of each scenario, oldest first; a scenario without runs is left out
 */
public record RecentRuns(Map<UUID, List<Run>> ofScenario) {
    public RecentRuns {
        ofScenario = Map.copyOf(ofScenario);
    }

    public List<Run> of(UUID scenarioId) {
        return ofScenario.getOrDefault(scenarioId, List.of());
    }

    /**
     * One of them.
     *
     * @param runId the run
     * @param outcome success, failed, timeout, in_progress or unknown. Example: failed
     * @param startedAt when it started
     */
    public record Run(UUID runId, String outcome, Instant startedAt) {}
}
