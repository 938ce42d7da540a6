package scenariorca.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.evidence.RunEvidence;

/** Scores verdicts against known causes, case by case, beside rankings that need no diagnosis. */
public final class DiagnosisScore {
    private static final int MANY_CHANGES = 6;
    private static final int BINS = 10;
    private static final double NANOS_OF_MS = 1e6;
    private static final List<DiagnosisReport.Bucket> BUCKETS = List.of(
            new DiagnosisReport.Bucket("1", 0, 1),
            new DiagnosisReport.Bucket("2-5", 2, 5),
            new DiagnosisReport.Bucket("6-20", 6, 20),
            new DiagnosisReport.Bucket("21-100", 21, 100),
            new DiagnosisReport.Bucket("100+", 101, Integer.MAX_VALUE));

    private final boolean isAblated;
    private final List<CaseResult> results = new ArrayList<>();
    private final List<FitCase> fitCases = new ArrayList<>();
    private final List<LeaveOut.Kept> kept = new ArrayList<>();
    private final @Nullable Consumer<String> leavingOut;

    /** @param isAblated whether each case is also explained without each evidence term, once each */
    public DiagnosisScore(boolean isAblated) {
        this(isAblated, null);
    }

    /** @param leavingOut told of each domain and voice that is left out of a fit and judged; null leaves out none */
    DiagnosisScore(boolean isAblated, @Nullable Consumer<String> leavingOut) {
        this.isAblated = isAblated;
        this.leavingOut = leavingOut;
    }

    /**
     * Explains a case and keeps how well it went.
     *
     * @param evidenceNanos time it took to gather the evidence, so that the time a case takes is all of it
     */
    public void add(CaseTruth truth, RunEvidence evidence, long evidenceNanos) {
        results.add(CaseResult.of(truth, evidence, evidenceNanos, isAblated));
        fitCases.add(FitCase.of(truth, Diagnosis.shares(evidence)));
        if (leavingOut != null) {
            kept.add(new LeaveOut.Kept(truth, evidence));
        }
    }

    /** The cases so far, as weights are fitted on them. */
    List<FitCase> fitCases() {
        return List.copyOf(fitCases);
    }

    /** The figures so far. */
    public DiagnosisReport report() {
        List<CaseResult> inputs = having(CaseResult::hasInputCause);
        List<CaseResult> others = having(result -> !result.hasInputCause());
        List<CaseResult> pairs = having(result -> result.truth().causes().size() > 1);
        List<CaseResult> many = inputs.stream()
                .filter(result -> result.changedInputs() >= MANY_CHANGES)
                .toList();
        var metrics = new DiagnosisReport.Metrics(
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
                share(having(result -> !result.isAbstained()), CaseResult::isNamedRight),
                worstClass(),
                calibrationError(),
                mean(many, result -> result.score().acAt1()),
                many.isEmpty() ? null : bestBaseline(many),
                percentile(0.5),
                percentile(0.95));
        return new DiagnosisReport(
                metrics,
                rankings(inputs, many),
                buckets(inputs),
                byKind(),
                groups(),
                GroupScores.confusion(results),
                ablation(inputs, others));
    }

    private List<DiagnosisReport.Group> groups() {
        List<DiagnosisReport.Group> groups = new ArrayList<>(GroupScores.of(results));
        if (leavingOut != null) {
            groups.addAll(new LeaveOut(kept, leavingOut).groups());
        }
        return groups;
    }

    private List<CaseResult> having(Predicate<CaseResult> condition) {
        return results.stream().filter(condition).toList();
    }

    private @Nullable Double worstClass() {
        Double worst = null;
        for (String truth : GroupScores.confusion(results).keySet()) {
            Double right = share(having(result -> result.truth().truthClass().equals(truth)), CaseResult::isClassRight);
            worst = worst == null || (right != null && right < worst) ? right : worst;
        }
        return worst;
    }

    private static @Nullable Double mean(List<CaseResult> cases, ToDoubleFunction<CaseResult> figure) {
        return cases.isEmpty()
                ? null
                : cases.stream().mapToDouble(figure).average().orElse(0);
    }

    private static @Nullable Double share(List<CaseResult> cases, Predicate<CaseResult> condition) {
        return mean(cases, result -> condition.test(result) ? 1 : 0);
    }

    private static Double bestBaseline(List<CaseResult> cases) {
        double best = 0;
        for (RankedInput.Baseline baseline : RankedInput.Baseline.values()) {
            double mean = cases.stream()
                    .mapToDouble(result -> baselineScore(result, baseline).acAt1())
                    .average()
                    .orElse(0);
            best = Math.max(best, mean);
        }
        return best;
    }

    private static RankScore baselineScore(CaseResult result, RankedInput.Baseline baseline) {
        return result.baselines().getOrDefault(baseline, new RankScore(0, 0, 0, 0));
    }

    /** Expected calibration error: how far, on average over ten bins, confidence is from being right. */
    private @Nullable Double calibrationError() {
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

    private double percentile(double share) {
        long[] nanos = results.stream().mapToLong(CaseResult::nanos).sorted().toArray();
        return nanos.length == 0 ? 0 : nanos[(int) Math.ceil(share * nanos.length) - 1] / NANOS_OF_MS;
    }

    private static List<DiagnosisReport.Ranking> rankings(List<CaseResult> inputs, List<CaseResult> many) {
        List<DiagnosisReport.Ranking> rankings = new ArrayList<>();
        rankings.add(ranking("diagnosis", inputs, many, CaseResult::score));
        for (RankedInput.Baseline baseline : RankedInput.Baseline.values()) {
            String name = baseline.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            rankings.add(ranking(name, inputs, many, result -> baselineScore(result, baseline)));
        }
        return rankings;
    }

    private static DiagnosisReport.Ranking ranking(
            String name, List<CaseResult> inputs, List<CaseResult> many, Function<CaseResult, RankScore> score) {
        return new DiagnosisReport.Ranking(
                name,
                mean(inputs, result -> score.apply(result).acAt1()),
                mean(inputs, result -> score.apply(result).acAt3()),
                mean(inputs, result -> score.apply(result).avgAt5()),
                mean(inputs, result -> score.apply(result).reciprocal()),
                mean(many, result -> score.apply(result).acAt1()));
    }

    private static List<DiagnosisReport.BucketScore> buckets(List<CaseResult> inputs) {
        List<DiagnosisReport.BucketScore> scores = new ArrayList<>();
        for (DiagnosisReport.Bucket bucket : BUCKETS) {
            List<CaseResult> within = inputs.stream()
                    .filter(result -> bucket.holds(result.changedInputs()))
                    .toList();
            scores.add(new DiagnosisReport.BucketScore(bucket.name(), within.size(), rankings(within, List.of())));
        }
        return scores;
    }

    private List<DiagnosisReport.KindScore> byKind() {
        Map<String, List<CaseResult>> kinds = new TreeMap<>();
        for (CaseResult result : results) {
            kinds.computeIfAbsent(result.truth().kind(), kind -> new ArrayList<>())
                    .add(result);
        }
        List<DiagnosisReport.KindScore> scores = new ArrayList<>();
        kinds.forEach((kind, cases) -> scores.add(new DiagnosisReport.KindScore(
                kind,
                cases.size(),
                share(cases, CaseResult::isFirstRight),
                share(cases, CaseResult::isClassRight),
                share(cases, CaseResult::isAbstained))));
        scores.sort(Comparator.comparingDouble(
                (DiagnosisReport.KindScore score) -> score.firstRight() == null ? 1 : score.firstRight()));
        return scores;
    }

    private List<DiagnosisReport.Ablation> ablation(List<CaseResult> inputs, List<CaseResult> others) {
        List<DiagnosisReport.Ablation> ablations = new ArrayList<>();
        for (EvidenceTerm term : isAblated ? EvidenceTerm.values() : new EvidenceTerm[0]) {
            ablations.add(new DiagnosisReport.Ablation(
                    term.word(),
                    mean(inputs, result -> without(result, term).score().acAt1()),
                    share(others, result -> without(result, term).blamesInput())));
        }
        return ablations;
    }

    private static CaseResult.Without without(CaseResult result, EvidenceTerm term) {
        return result.without().getOrDefault(term, new CaseResult.Without(result.score(), result.blamesInput()));
    }
}
