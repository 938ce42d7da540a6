package scenariorca.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures targets are about, over any cases; null where there was none to measure on. */
final class Figures {
    private static final int MANY_CHANGES = 6;
    private static final int BINS = 10;

    private Figures() {}

    static DiagnosisReport.Metrics of(List<CaseResult> results) {
        List<CaseResult> inputs = having(results, CaseResult::hasInputCause);
        List<CaseResult> others = having(results, result -> !result.hasInputCause());
        List<CaseResult> pairs =
                having(results, result -> result.truth().causes().size() > 1);
        List<CaseResult> many = ofMany(inputs);
        var latencies = Latencies.of(results.stream().mapToLong(CaseResult::nanos));
        return new DiagnosisReport.Metrics(
                results.size(),
                inputs.size(),
                others.size(),
                mean(inputs, result -> result.score().acAt1()),
                mean(inputs, result -> result.score().acAt3()),
                mean(inputs, result -> result.score().avgAt5()),
                mean(inputs, result -> result.score().reciprocal()),
                mean(pairs, CaseResult::setF1),
                share(others, CaseResult::blamesInput),
                share(results, CaseResult::isAbstained),
                share(results, CaseResult::isClassRight),
                share(inputs, CaseResult::isNamedRight),
                share(having(results, result -> !result.isAbstained()), CaseResult::isNamedRight),
                worstClass(results),
                calibrationError(results),
                mean(many, result -> result.score().acAt1()),
                many.isEmpty() ? null : bestBaseline(many),
                latencies.millis(0.5),
                latencies.millis(0.95));
    }

    /** Those in which many inputs changed. */
    static List<CaseResult> ofMany(List<CaseResult> results) {
        return having(results, result -> result.changedInputs() >= MANY_CHANGES);
    }

    private static List<CaseResult> having(List<CaseResult> results, Predicate<CaseResult> condition) {
        return results.stream().filter(condition).toList();
    }

    static @Nullable Double mean(List<CaseResult> cases, ToDoubleFunction<CaseResult> figure) {
        return cases.isEmpty()
                ? null
                : cases.stream().mapToDouble(figure).average().orElse(0);
    }

    static @Nullable Double share(List<CaseResult> cases, Predicate<CaseResult> condition) {
        return mean(cases, result -> condition.test(result) ? 1 : 0);
    }

    static RankScore baseline(CaseResult result, RankedInput.Baseline baseline) {
        return result.baselines().getOrDefault(baseline, new RankScore(0, 0, 0, 0));
    }

    private static double bestBaseline(List<CaseResult> cases) {
        double best = 0;
        for (RankedInput.Baseline baseline : RankedInput.Baseline.values()) {
            Double acAt1 = mean(cases, result -> baseline(result, baseline).acAt1());
            best = Math.max(best, acAt1 == null ? 0 : acAt1);
        }
        return best;
    }

    private static @Nullable Double worstClass(List<CaseResult> results) {
        Set<String> classes = new TreeSet<>();
        results.forEach(result -> classes.add(result.truth().truthClass()));
        Double worst = null;
        for (String truth : classes) {
            List<CaseResult> ofClass =
                    having(results, result -> result.truth().truthClass().equals(truth));
            Double right = share(ofClass, CaseResult::isClassRight);
            worst = worst == null || (right != null && right < worst) ? right : worst;
        }
        return worst;
    }

    /** Expected calibration error: how far, on average over ten bins, confidence is from being right. */
    private static @Nullable Double calibrationError(List<CaseResult> results) {
        if (results.isEmpty()) {
            return null;
        }
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (CaseResult result : results) {
            int bin = Math.min(BINS - 1, (int) (result.confidence() * BINS));
            confidence[bin] += result.confidence();
            right[bin] += result.isFirstRight() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]) / results.size();
        }
        return error;
    }
}
