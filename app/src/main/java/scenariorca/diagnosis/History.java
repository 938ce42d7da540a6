package scenariorca.diagnosis;

import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputChange.Direction;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.RunEvidence;

/** Terms from other runs: what came together elsewhere, what passed, what made the pattern go away. */
final class History {
    /** Lower bound of a one-sided 90 % interval, in standard errors. */
    private static final double NINETY_PERCENT = 1.28;

    /** Log risk ratio from which on the term counts whole: about twelve times as often. */
    private static final double STRONG = 2.5;

    private History() {}

    static void add(RunEvidence evidence, InputChange change, Scorecard card) {
        together(change.seen().elsewhere(), card);
        passing(change, card);
        recovery(change, card);
        fixes(evidence, change, card);
    }

    private static void together(Cooccurrence counts, Scorecard card) {
        int with = counts.failedWith() + counts.passedWith();
        card.addCount(
                EvidenceTerm.TOGETHER_ELSEWHERE,
                lowerBound(counts) / STRONG,
                "elsewhere such a change failed the same way",
                counts.failedWith(),
                with);
    }

    /**
     * Lower bound of the log ratio of the risk with the change to the risk without it, with half a run added to each side
     * (Jeffreys), so that 1 of 1 does not beat 18 of 20; 0 when it never failed with the change.
     */
    static double lowerBound(Cooccurrence counts) {
        if (counts.failedWith() == 0) {
            return 0;
        }
        double failedWith = counts.failedWith() + 0.5;
        double allWith = counts.failedWith() + counts.passedWith() + 1.0;
        double failedWithout = counts.failedWithout() + 0.5;
        double allWithout = counts.failedWithout() + counts.passedWithout() + 1.0;
        double ratio = StrictMath.log(failedWith / allWith) - StrictMath.log(failedWithout / allWithout);
        double error = Math.sqrt(1 / failedWith - 1 / allWith + 1 / failedWithout - 1 / allWithout);
        return Math.max(0, ratio - NINETY_PERCENT * error);
    }

    static void passing(InputChange change, Scorecard card) {
        int here = change.seen().passedHere();
        card.addCount(
                EvidenceTerm.PASSED_HERE,
                here / (here + 2.0),
                "runs of this scenario passed with the same value",
                here,
                here);
        Cooccurrence counts = change.seen().elsewhere();
        if (counts.failedWith() == 0) {
            card.addCount(
                    EvidenceTerm.PASSED_ELSEWHERE,
                    counts.passedWith() / (counts.passedWith() + 3.0),
                    "elsewhere such a change passed",
                    counts.passedWith(),
                    counts.passedWith());
        }
    }

    private static void recovery(InputChange change, Scorecard card) {
        switch (change.seen().recovery()) {
            case NOT_YET -> {}
            case KEPT -> card.add(EvidenceTerm.RECOVERED_WITH, 1, "the next successful run still used the same value");
            case ALTERED -> card.add(EvidenceTerm.RECOVERED_WITHOUT, 1, "the next successful run used another value");
        }
    }

    private static void fixes(RunEvidence evidence, InputChange change, Scorecard card) {
        int all = evidence.others().recoveries();
        int matching = 0;
        for (PastFix fix : evidence.others().pastFixes()) {
            boolean isSameInput =
                    fix.nodeId().equals(change.nodeId()) && fix.input().equals(change.input());
            if (isSameInput && undoes(fix.direction(), change.direction())) {
                matching = Math.max(matching, fix.recoveries());
            }
        }
        if (matching > 0 && all > 0) {
            double share = Math.min(1, matching / (double) Math.max(all, matching));
            card.addCount(
                    EvidenceTerm.FIXED_BEFORE,
                    share * matching / (matching + 1.0),
                    "this error went away when this input was put right",
                    matching,
                    Math.max(all, matching));
        }
    }

    private static boolean undoes(Direction fix, Direction change) {
        return switch (change) {
            case RAISED -> fix == Direction.LOWERED;
            case LOWERED -> fix == Direction.RAISED;
            case REMOVED -> fix == Direction.ADDED || fix == Direction.TYPE_CHANGED;
            case ADDED -> fix == Direction.REMOVED;
            case CHANGED, TYPE_CHANGED -> fix == Direction.CHANGED || fix == Direction.TYPE_CHANGED;
        };
    }
}
