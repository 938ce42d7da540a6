package scenariorca.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good the verdicts are: shares from 0 to 1, null where there was no case to measure on.
 *
 * @param metrics the figures the targets are about
 * @param leftOut the same where each case is judged by weights fitted on all other domains; null unless asked for
 * @param rankings the diagnosis and each ranking that needs none, over all cases with an input cause
 * @param buckets the same by the number of changed inputs
 * @param kinds by kind of failure
 * @param groups by domain, voice, strictness and hops of a varied platform, the worst of each first
 * @param confusion how often each class was said: truth, then what was said, then how often
 * @param ablation the same with each evidence term left out once; empty unless asked for
 */
public record DiagnosisReport(
        Metrics metrics,
        @Nullable Metrics leftOut,
        List<Ranking> rankings,
        List<BucketScore> buckets,
        List<KindScore> kinds,
        List<Group> groups,
        Map<String, Map<String, Integer>> confusion,
        List<Ablation> ablation) {
    private static final double AC_AT_1 = 0.90;
    private static final double AHEAD = 0.25;
    private static final double FALSE_BLAME = 0.05;
    private static final double MS_P95 = 100;

    /**
     * The figures the targets are about.
     *
     * @param cases all cases
     * @param inputCases those with an input cause
     * @param otherCases those without
     * @param acAt1 share of the causes found at rank 1, over the cases with an input cause
     * @param setF1 agreement of the causes named with those planted, over the cases with two
     * @param falseBlame share of the cases without an input cause whose verdict blames an input
     * @param abstained share of all cases in which no cause is named
     * @param classRight share of all cases whose class is right
     * @param namedAndRight share of the cases with an input cause whose named cause is the planted one
     * @param precisionOfNamed share of all cases with a named cause in which it is right
     * @param worstClass the least share of right classes among the classes planted
     * @param calibrationError mean distance of confidence from being right, over ten bins
     * @param acAt1OfMany acAt1 over the cases with six or more changed inputs
     * @param bestBaselineOfMany acAt1 of the best other ranking over the same cases
     * @param msP50 milliseconds a case takes, median, evidence included
     * @param msP95 95th percentile of the same
     */
    public record Metrics(
            int cases,
            int inputCases,
            int otherCases,
            @JsonProperty("ac_at_1") @Nullable Double acAt1,
            @JsonProperty("ac_at_3") @Nullable Double acAt3,
            @JsonProperty("avg_at_5") @Nullable Double avgAt5,
            @Nullable Double mrr,
            @JsonProperty("set_f1") @Nullable Double setF1,
            @Nullable Double falseBlame,
            @Nullable Double abstained,
            @Nullable Double classRight,
            @Nullable Double namedAndRight,
            @Nullable Double precisionOfNamed,
            @Nullable Double worstClass,
            @Nullable Double calibrationError,
            @JsonProperty("ac_at_1_of_many") @Nullable Double acAt1OfMany,
            @Nullable Double bestBaselineOfMany,
            double msP50,
            double msP95) {}

    /** How well one way to rank does. */
    public record Ranking(
            String name,
            @JsonProperty("ac_at_1") @Nullable Double acAt1,
            @JsonProperty("ac_at_3") @Nullable Double acAt3,
            @JsonProperty("avg_at_5") @Nullable Double avgAt5,
            @Nullable Double mrr,
            @JsonProperty("ac_at_1_of_many") @Nullable Double acAt1OfMany) {}

    /** How well each way to rank does among cases with about as many changed inputs. */
    public record BucketScore(String changedInputs, int cases, List<Ranking> rankings) {}

    /** How well the diagnosis does on one kind of failure. */
    public record KindScore(
            String kind,
            int cases,
            @Nullable Double firstRight,
            @Nullable Double classRight,
            @Nullable Double abstained) {}

    /**
     * The cases of one kind.
     *
     * @param by what they have in common. Example: voice
     * @param name Example: german
     * @param namedAndRight share of its input cases whose named cause is the planted one
     * @param precisionOfNamed share of its cases with a named cause in which it is right
     * @param falseBlame share of its other cases whose verdict blames an input
     */
    public record Group(
            String by,
            String name,
            int cases,
            int inputCases,
            @JsonProperty("ac_at_1") @Nullable Double acAt1,
            @Nullable Double namedAndRight,
            @Nullable Double precisionOfNamed,
            @Nullable Double classRight,
            @Nullable Double falseBlame) {
        /** The lower, the worse: the weakest of what is measured. */
        double weakest() {
            double weakest = classRight == null ? 1 : classRight;
            return acAt1 == null ? weakest : Math.min(weakest, acAt1);
        }
    }

    /** How well the diagnosis does without one evidence term. */
    public record Ablation(
            String term,
            @JsonProperty("ac_at_1") @Nullable Double acAt1,
            @Nullable Double classRight,
            @Nullable Double falseBlame) {}

    /** A range of numbers of changed inputs, both ends included. */
    record Bucket(String name, int least, int most) {
        boolean holds(int number) {
            return number >= least && number <= most;
        }
    }

    /** What is to be reached; a figure that could not be measured is no failure. */
    public enum Targets {
        /** Of one trade whose errors name things. */
        ONE_PLATFORM,
        /** Of platforms that differ in everything. */
        VARIED
    }

    public boolean isOnTarget(Targets targets) {
        return switch (targets) {
            case ONE_PLATFORM ->
                isAtLeast(metrics.acAt1(), AC_AT_1)
                        && isAhead()
                        && isAtMost(metrics.falseBlame(), FALSE_BLAME)
                        && metrics.msP95() < MS_P95;
            case VARIED ->
                isAtLeast(metrics.acAt1(), 0.92)
                        && isAtLeast(metrics.namedAndRight(), 0.80)
                        && isAtLeast(metrics.precisionOfNamed(), 0.97)
                        && isAtLeast(metrics.classRight(), 0.88)
                        && isAtLeast(metrics.worstClass(), 0.70)
                        && isAtMost(metrics.falseBlame(), 0.02)
                        && isAtMost(metrics.calibrationError(), 0.05);
        };
    }

    private boolean isAhead() {
        Double ours = metrics.acAt1OfMany();
        Double best = metrics.bestBaselineOfMany();
        return ours == null || best == null || ours - best >= AHEAD;
    }

    private static boolean isAtLeast(@Nullable Double figure, double target) {
        return figure == null || figure >= target;
    }

    private static boolean isAtMost(@Nullable Double figure, double target) {
        return figure == null || figure <= target;
    }
}
