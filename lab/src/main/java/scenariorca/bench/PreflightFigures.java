package scenariorca.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import scenariorca.preflight.RiskWeights;

/**
 * How well failures were foreseen.
 *
 * @param runs asked about
 * @param failed of them
 * @param auc area under the curve: how often a run that failed was thought likelier to than one that did not
 * @param inputAuc the same, of the failed runs only those that failed of an input
 * @param ruleAuc the same of the rule "edited since the last run that worked"
 * @param precision of the tenth of the runs thought likeliest to fail, how many failed
 * @param rulePrecision of the runs edited since the last that worked, how many failed
 * @param calibration mean distance between what was said and what came, over ten bins
 * @param p95Millis of an answer
 */
public record PreflightFigures(
        int runs,
        int failed,
        double auc,
        double inputAuc,
        double ruleAuc,
        double precision,
        double rulePrecision,
        double calibration,
        double p95Millis) {
    private static final double LEAST_AUC = 0.85;
    private static final double LEAST_PRECISION = 0.7;
    private static final double MOST_CALIBRATION = 0.05;
    private static final double MOST_MILLIS = 100;
    private static final int BINS = 10;

    private record Said(double probability, boolean hasFailed, String truthClass) {}

    /** Each run judged by the weights given. */
    public static PreflightFigures of(List<Asked> asked, RiskWeights weights) {
        return of(asked, one -> weights.probability(one.strengths()));
    }

    /** Each run judged by weights fitted on the platforms of other trades. */
    public static PreflightFigures leftOut(List<Asked> asked) {
        var without = new HashMap<String, RiskWeights>();
        for (String domain :
                new TreeSet<>(asked.stream().map(one -> one.platform().domain()).toList())) {
            without.put(
                    domain,
                    RiskFit.fit(asked.stream()
                            .filter(one -> !one.platform().domain().equals(domain))
                            .toList()));
        }
        return of(
                asked,
                one -> without.getOrDefault(one.platform().domain(), RiskWeights.standard())
                        .probability(one.strengths()));
    }

    private static PreflightFigures of(List<Asked> asked, ToDoubleFunction<Asked> judge) {
        List<Said> said = asked.stream()
                .map(one -> new Said(judge.applyAsDouble(one), one.hasFailed(), one.truthClass()))
                .toList();
        List<Said> rule = asked.stream()
                .map(one -> new Said(one.isEdited() ? 1 : 0, one.hasFailed(), one.truthClass()))
                .toList();
        List<Said> likeliest = said.stream()
                .sorted(Comparator.comparingDouble(Said::probability).reversed())
                .limit(Math.max(1, said.size() / 10))
                .toList();
        return new PreflightFigures(
                asked.size(),
                (int) asked.stream().filter(Asked::hasFailed).count(),
                auc(said),
                auc(said.stream()
                        .filter(one -> !one.hasFailed() || one.truthClass().equals("input"))
                        .toList()),
                auc(rule),
                share(likeliest),
                share(rule.stream().filter(one -> one.probability() > 0).toList()),
                calibration(said),
                Latencies.of(asked.stream().mapToLong(Asked::nanos)).millis(0.95));
    }

    private static double share(List<Said> said) {
        return said.isEmpty() ? 0 : said.stream().filter(Said::hasFailed).count() / (double) said.size();
    }

    private static double auc(List<Said> said) {
        List<Said> sorted = new ArrayList<>(said);
        sorted.sort(Comparator.comparingDouble(Said::probability));
        double rankSum = 0;
        long failed = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).probability() == sorted.get(from).probability()) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0; // equal ones share their ranks
            long here =
                    sorted.subList(from, to).stream().filter(Said::hasFailed).count();
            rankSum += rank * here;
            failed += here;
            from = to;
        }
        long passed = sorted.size() - failed;
        return failed == 0 || passed == 0 ? 0.5 : (rankSum - failed * (failed + 1) / 2.0) / ((double) failed * passed);
    }

    private static double calibration(List<Said> said) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int wanted = bin;
            List<Said> in = said.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.probability() * BINS)) == wanted)
                    .toList();
            double mean = in.stream().mapToDouble(Said::probability).average().orElse(0);
            error += in.size() * Math.abs(mean - share(in));
        }
        return error / said.size();
    }

    /** Whether every figure is within its aim. */
    public boolean isOnTarget() {
        return auc >= LEAST_AUC
                && precision >= LEAST_PRECISION
                && calibration <= MOST_CALIBRATION
                && p95Millis <= MOST_MILLIS;
    }

    /** As a table for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                """
                runs asked about, and failed of them %,10d %,6d
                area under the curve, at least 0.85        %.3f
                the same, of failures of an input          %.3f
                the same of "edited since it worked"       %.3f
                precision of a tenth, at least 0.70        %.3f
                precision of "edited since it worked"      %.3f
                calibration error, at most 0.05            %.3f
                an answer, p95, at most 100 ms             %.1f ms""",
                runs,
                failed,
                auc,
                inputAuc,
                ruleAuc,
                precision,
                rulePrecision,
                calibration,
                p95Millis);
    }
}
