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
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;
import scenariorca.diagnosis.evidence.RunEvidence;

/** Scores verdicts against known causes, case by case, beside rankings that need no diagnosis. */
public final class DiagnosisScore {
    private static final List<DiagnosisReport.Bucket> BUCKETS = List.of(
            new DiagnosisReport.Bucket("1", 0, 1),
            new DiagnosisReport.Bucket("2-5", 2, 5),
            new DiagnosisReport.Bucket("6-20", 6, 20),
            new DiagnosisReport.Bucket("21-100", 21, 100),
            new DiagnosisReport.Bucket("100+", 101, Integer.MAX_VALUE));

    private final boolean isAblated;
    private final List<CaseResult> results = new ArrayList<>();
    private final List<FitCase> fitCases = new ArrayList<>();
    private final List<KnownCase> kept = new ArrayList<>();
    private final @Nullable Consumer<String> leavingOut;

    /** @param isAblated whether each case is also explained without each evidence term, once each */
    public DiagnosisScore(boolean isAblated) {
        this(isAblated, null);
    }

    /** @param leavingOut told of each domain and voice that is left out of a fit and judged; null leaves out none */
    public DiagnosisScore(boolean isAblated, @Nullable Consumer<String> leavingOut) {
        this.isAblated = isAblated;
        this.leavingOut = leavingOut;
    }

    /**
     * Explains a case and keeps how well it went.
     *
     * @param evidenceNanos time it took to gather the evidence, so that the time a case takes is all of it
     */
    public void add(CaseTruth truth, RunEvidence evidence, long evidenceNanos) {
        add(new KnownCase(truth, evidence, evidenceNanos));
    }

    void add(KnownCase known) {
        results.add(CaseResult.of(known, isAblated));
        fitCases.add(FitCase.of(known.truth(), Diagnosis.shares(known.evidence())));
        if (leavingOut != null) {
            kept.add(known);
        }
    }

    /** Weights and settings fitted anew on the cases so far. */
    public Weights fit() {
        return new Calibration(Weights.standard()).fit(fitCases);
    }

    /** The figures so far. */
    public DiagnosisReport report() {
        List<CaseResult> inputs = having(CaseResult::hasInputCause);
        List<CaseResult> others = having(result -> !result.hasInputCause());
        LeaveOut leaveOut = leavingOut == null ? null : LeaveOut.of(kept, isAblated, leavingOut);
        List<DiagnosisReport.Group> groups = new ArrayList<>(GroupScores.of(results));
        if (leaveOut != null) {
            groups.addAll(leaveOut.groups());
        }
        return new DiagnosisReport(
                Figures.of(results),
                leaveOut == null ? null : Figures.of(leaveOut.byDomain()),
                rankings(inputs, Figures.ofMany(inputs)),
                buckets(inputs),
                byKind(),
                groups,
                GroupScores.confusion(results),
                ablation(inputs, others));
    }

    private List<CaseResult> having(Predicate<CaseResult> condition) {
        return results.stream().filter(condition).toList();
    }

    private static List<DiagnosisReport.Ranking> rankings(List<CaseResult> inputs, List<CaseResult> many) {
        List<DiagnosisReport.Ranking> rankings = new ArrayList<>();
        rankings.add(ranking("diagnosis", inputs, many, CaseResult::score));
        for (RankedInput.Baseline baseline : RankedInput.Baseline.values()) {
            String name = baseline.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            rankings.add(ranking(name, inputs, many, result -> Figures.baseline(result, baseline)));
        }
        return rankings;
    }

    private static DiagnosisReport.Ranking ranking(
            String name, List<CaseResult> inputs, List<CaseResult> many, Function<CaseResult, RankScore> score) {
        return new DiagnosisReport.Ranking(
                name,
                Figures.mean(inputs, result -> score.apply(result).acAt1()),
                Figures.mean(inputs, result -> score.apply(result).acAt3()),
                Figures.mean(inputs, result -> score.apply(result).avgAt5()),
                Figures.mean(inputs, result -> score.apply(result).reciprocal()),
                Figures.mean(many, result -> score.apply(result).acAt1()));
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
                Figures.share(cases, CaseResult::isFirstRight),
                Figures.share(cases, CaseResult::isClassRight),
                Figures.share(cases, CaseResult::isAbstained))));
        scores.sort(Comparator.comparingDouble(
                (DiagnosisReport.KindScore score) -> score.firstRight() == null ? 1 : score.firstRight()));
        return scores;
    }

    private List<DiagnosisReport.Ablation> ablation(List<CaseResult> inputs, List<CaseResult> others) {
        List<DiagnosisReport.Ablation> ablations = new ArrayList<>();
        for (EvidenceTerm term : isAblated ? EvidenceTerm.values() : new EvidenceTerm[0]) {
            ablations.add(new DiagnosisReport.Ablation(
                    term.word(),
                    Figures.mean(inputs, result -> result.without(term).score().acAt1()),
                    Figures.share(
                            results,
                            result -> result.without(term)
                                    .said()
                                    .word()
                                    .equals(result.truth().truthClass())),
                    Figures.share(others, result -> result.without(term).said() == VerdictClass.INPUT)));
        }
        return ablations;
    }
}
