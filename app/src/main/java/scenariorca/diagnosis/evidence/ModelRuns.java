package scenariorca.diagnosis.evidence;

/**
 * How the runs of this run's model went between its last change before the run and the run, this scenario left out; and those
 * of other models within 15 minutes of it. Source: fact_scenario_run.
 *
 * @param failedSince failed and timed out runs of the model since it changed; 0 when it did not
 * @param scenariosFailedSince scenarios of these
 * @param passedSince successful runs of the model since it changed
 * @param failedOfOthersAround failed and timed out runs of other models around this run
 */
public record ModelRuns(int failedSince, int scenariosFailedSince, int passedSince, int failedOfOthersAround) {
    public static final ModelRuns NONE = new ModelRuns(0, 0, 0, 0);
}
