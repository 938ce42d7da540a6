package scenariorca.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scenariorca.preflight.RiskTerm;
import scenariorca.preflight.RiskWeights;

/**
 * Fits what speaks for or against a failure before a run: logistic regression, each weight of the sign of its term, drawn towards
 * 0. Same runs, same weights.
 */
public final class RiskFit {
    private static final int ROUNDS = 4_000;
    private static final double STEP = 0.3;
    /** How strongly a weight is drawn back, over all runs. */
    private static final double DRAWN = 1;

    private RiskFit() {}

    public static RiskWeights fit(List<Asked> asked) {
        RiskTerm[] terms = RiskTerm.values();
        double[] weights = new double[terms.length];
        double prior = -2;
        for (int round = 0; round < ROUNDS; round++) {
            double[] slopes = new double[terms.length];
            double priorSlope = 0;
            for (Asked one : asked) {
                double error = (one.hasFailed() ? 1 : 0) - probability(prior, weights, terms, one.strengths());
                priorSlope += error;
                for (RiskTerm term : one.strengths().keySet()) {
                    slopes[term.ordinal()] += error * one.strengths().getOrDefault(term, 0.0);
                }
            }
            prior += STEP * priorSlope / asked.size();
            for (int at = 0; at < weights.length; at++) {
                double slope = (slopes[at] - DRAWN * weights[at]) / asked.size();
                double weight = weights[at] + STEP * slope;
                weights[at] = terms[at].sign() > 0 ? Math.max(0, weight) : Math.min(0, weight);
            }
        }
        Map<RiskTerm, Double> table = new EnumMap<>(RiskTerm.class);
        for (RiskTerm term : terms) {
            table.put(term, weights[term.ordinal()]);
        }
        return new RiskWeights(prior, table);
    }

    private static double probability(
            double prior, double[] weights, RiskTerm[] terms, Map<RiskTerm, Double> strengths) {
        double odds = prior;
        for (RiskTerm term : terms) {
            odds += weights[term.ordinal()] * strengths.getOrDefault(term, 0.0);
        }
        return 1 / (1 + StrictMath.exp(-odds));
    }
}
