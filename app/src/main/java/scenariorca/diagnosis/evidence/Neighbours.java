package scenariorca.diagnosis.evidence;

/**
 * What failed runs of other scenarios have in common with this one; all counts are of scenarios, those of this run's lineage left
 * out. Source: fact_scenario_run, fact_run_comparison, fact_node_calc_detail.
 *
 * @param unchangedFailed scenarios with a run that failed within 15 minutes of it, with the inputs of their last success
 * @param unchangedModels models of these other than this run's
 * @param sameNode scenarios of its model that failed in the three hours before it, or 15 minutes after, at a node it failed at
 * @param sameNodeUnchanged of these, those with the inputs of their last success
 * @param otherNode scenarios of its model that failed in that time, but at other nodes only
 * @param passedOfModel scenarios of its model that passed in that time
 */
public record Neighbours(
        int unchangedFailed,
        int unchangedModels,
        int sameNode,
        int sameNodeUnchanged,
        int otherNode,
        int passedOfModel) {
    public static final Neighbours NONE = new Neighbours(0, 0, 0, 0, 0, 0);
}
