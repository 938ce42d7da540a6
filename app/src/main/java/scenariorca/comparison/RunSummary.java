package scenariorca.comparison;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;

/**
 * A run, as much of it as the choice of a baseline needs. Source: fact_scenario_run, dim_scenario.
 *
 * @param runId the run
 * @param scenarioId its scenario
 * @param outcome how it ended
 * @param fingerprint of its error pattern; null without one
 * @param isStarter true when its scenario is the starter scenario of its cycle
 * @param isSameCycle true when its scenario belongs to the forecast cycle of the run to be explained
 * @param startedAt when it started
 */
public record RunSummary(
        RunId runId,
        ScenarioId scenarioId,
        RunOutcome outcome,
        @Nullable String fingerprint,
        boolean isStarter,
        boolean isSameCycle,
        Instant startedAt) {
    /** By start, then by id: two runs may start in the same instant. */
    static final Comparator<RunSummary> BY_START =
            Comparator.comparing(RunSummary::startedAt).thenComparing(RunSummary::runId);

    boolean isBefore(RunSummary other) {
        return BY_START.compare(this, other) < 0;
    }
}
