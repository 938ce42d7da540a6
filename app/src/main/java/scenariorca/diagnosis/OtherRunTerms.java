package scenariorca.diagnosis;

import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.RunEvidence;

/** What runs of other scenarios at the time tell, as likelihood ratios that grow with how many there are. */
final class OtherRunTerms {
    /** Share of runs that fail while something is broken for everybody. */
    private static final double BROKEN_SHARE = 0.85;

    /** A rate of failures is never taken to be less: few runs prove nothing of rare failures. */
    private static final double LEAST_USUAL = 0.05;

    private static final double MOST_USUAL = 0.6;

    /** Log-likelihood ratio from which on the term counts whole. */
    private static final double WHOLE = 8;

    private final PatternSpread spread;
    private final int otherModels;

    OtherRunTerms(RunEvidence evidence) {
        this.spread = evidence.spread();
        this.otherModels = evidence.model().runs().failedOfOthersAround();
    }

    void add(VerdictClass verdictClass, Scorecard card) {
        double excess = spread.scenariosAround() - spread.usualScenarios();
        boolean isOfOne = verdictClass == VerdictClass.FLUKE;
        if (excess > 0 && !isOfOne) {
            card.addCount(
                    EvidenceTerm.OTHERS_FAILED_TOO,
                    StrictMath.log(1 + excess) / StrictMath.log(8),
                    "other scenarios failed the same way within 15 minutes",
                    spread.scenariosAround(),
                    spread.failedAround() + spread.passedAround());
        }
        double ratio = ratio();
        if (ratio > 0 && !isOfOne) {
            card.addCount(
                    EvidenceTerm.MANY_FAIL_NOW,
                    ratio / WHOLE,
                    "far more runs than usual failed within 15 minutes",
                    spread.failedAround(),
                    spread.failedAround() + spread.passedAround());
        }
        boolean isOfAll = verdictClass == VerdictClass.PLATFORM || verdictClass == VerdictClass.UPSTREAM;
        if (otherModels > 0 && isOfAll) {
            card.addCount(
                    EvidenceTerm.OTHER_MODELS_FAIL,
                    otherModels / (otherModels + 2.0) * Math.min(1, Math.max(0, ratio)),
                    "runs of other models failed within 15 minutes",
                    otherModels,
                    spread.failedAround() + spread.passedAround());
        }
        if (spread.passedAround() > 0 && ratio < 0) {
            card.addCount(
                    EvidenceTerm.OTHERS_PASSED,
                    -ratio / WHOLE,
                    "runs of other scenarios passed within 15 minutes",
                    spread.passedAround(),
                    spread.failedAround() + spread.passedAround());
        }
    }

    /** How much likelier the runs around are when something is broken for everybody than when it is not, as a logarithm. */
    private double ratio() {
        double usual = Math.clamp(spread.usualFailedShare(), LEAST_USUAL, MOST_USUAL);
        return spread.failedAround() * StrictMath.log(BROKEN_SHARE / usual)
                + spread.passedAround() * StrictMath.log((1 - BROKEN_SHARE) / (1 - usual));
    }
}
