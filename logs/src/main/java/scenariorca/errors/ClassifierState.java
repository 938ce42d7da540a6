package scenariorca.errors;

import java.util.List;
import java.util.Map;

/**
 * Everything a classifier has learnt, to be kept and to go on from after a restart. Plain values.
 *
 * @param patterns what its miner has learnt
 * @param refinements finer patterns given out, to their fingerprints
 * @param aliases fingerprints of finer patterns given out once and retired
 * @param decisions the category of each fingerprint given out
 */
public record ClassifierState(
        PatternState patterns, List<Refined> refinements, Aliases aliases, Map<String, CategoryDecision> decisions) {
    public ClassifierState {
        refinements = List.copyOf(refinements);
        decisions = Map.copyOf(decisions);
    }

    /**
     * A finer pattern given out.
     *
     * @param refinement what makes it finer
     * @param fingerprint what was given out
     */
    public record Refined(Refinement refinement, String fingerprint) {}
}
