package scenariorca.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;
import scenariorca.diagnosis.evidence.RunEvidence;

/**
 * What one case adds to the score: small, so that a benchmark need not keep the evidence.
 *
 * @param truth what is known
 * @param changedInputs inputs that differ and were used, array elements taken together
 * @param said the class the verdict says
 * @param isAbstained whether it names no cause
 * @param confidence probability of the first suspect
 * @param isFirstRight whether the first suspect is a planted cause, or of the right class where none was planted
 * @param isNamedRight whether a cause is named and each cause named is right
 * @param setF1 harmonic mean of precision and recall of the causes named
 * @param score how well the verdict ranks
 * @param baselines how well each baseline ranks
 * @param without how well the verdict ranks, and whether it blames an input, with each term left out; empty unless asked
 * @param nanos time it took
 */
record CaseResult(
        CaseTruth truth,
        int changedInputs,
        VerdictClass said,
        boolean isAbstained,
        double confidence,
        boolean isFirstRight,
        boolean isNamedRight,
        double setF1,
        RankScore score,
        Map<RankedInput.Baseline, RankScore> baselines,
        Map<EvidenceTerm, Without> without,
        long nanos) {
    /** The same case with a term left out. */
    record Without(RankScore score, VerdictClass said) {}

    /** @param isAblated whether to explain it once more without each term */
    static CaseResult of(KnownCase known, boolean isAblated) {
        long started = System.nanoTime();
        Verdict verdict = Diagnosis.explain(known.evidence());
        long nanos = known.evidenceNanos() + System.nanoTime() - started;
        return of(
                known.truth(),
                known.evidence(),
                verdict,
                isAblated ? ablated(known.truth(), known.evidence()) : Map.of(),
                nanos);
    }

    /** The same case as other weights judge it; its time is not measured. */
    static CaseResult of(KnownCase known, Weights weights) {
        return of(known.truth(), known.evidence(), Diagnosis.explain(known.evidence(), weights), Map.of(), 0);
    }

    private static CaseResult of(
            CaseTruth truth, RunEvidence evidence, Verdict verdict, Map<EvidenceTerm, Without> without, long nanos) {
        Map<RankedInput.Baseline, RankScore> baselines = new EnumMap<>(RankedInput.Baseline.class);
        for (RankedInput.Baseline baseline : RankedInput.Baseline.values()) {
            baselines.put(baseline, RankScore.of(RankedInput.of(evidence, baseline), truth.causes()));
        }
        Suspect top = verdict.suspects().isEmpty() ? null : verdict.suspects().getFirst();
        return new CaseResult(
                truth,
                RankedInput.of(evidence, RankedInput.Baseline.RANDOM).size(),
                verdict.verdictClass(),
                verdict.causes().isEmpty(),
                top == null ? 0 : top.probability(),
                top != null && isRight(top, truth),
                !verdict.causes().isEmpty() && verdict.causes().stream().allMatch(cause -> isRight(cause, truth)),
                setF1(verdict.causes(), truth.causes()),
                RankScore.of(RankedInput.of(verdict.suspects()), truth.causes()),
                baselines,
                without,
                nanos);
    }

    private static Map<EvidenceTerm, Without> ablated(CaseTruth truth, RunEvidence evidence) {
        Map<EvidenceTerm, Without> without = new EnumMap<>(EvidenceTerm.class);
        for (EvidenceTerm term : EvidenceTerm.values()) {
            Verdict verdict = Diagnosis.explain(evidence, Weights.standard().without(Set.of(term)));
            RankScore score = RankScore.of(RankedInput.of(verdict.suspects()), truth.causes());
            without.put(term, new Without(score, verdict.verdictClass()));
        }
        return without;
    }

    boolean hasInputCause() {
        return !truth.causes().isEmpty();
    }

    boolean isClassRight() {
        return said.word().equals(truth.truthClass());
    }

    boolean blamesInput() {
        return said == VerdictClass.INPUT;
    }

    /** The same case without a term; as it is when it was not asked. */
    Without without(EvidenceTerm term) {
        return without.getOrDefault(term, new Without(score, said));
    }

    private static boolean isRight(Suspect suspect, CaseTruth truth) {
        if (truth.causes().isEmpty()) {
            return suspect.verdictClass().word().equals(truth.truthClass());
        }
        return truth.causes().stream().anyMatch(cause -> cause.is(suspect.nodeId(), suspect.input()));
    }

    private static double setF1(List<Suspect> named, List<PlantedCause> causes) {
        long right = named.stream()
                .filter(suspect -> causes.stream().anyMatch(cause -> cause.is(suspect.nodeId(), suspect.input())))
                .count();
        long found = causes.stream()
                .filter(cause -> named.stream().anyMatch(suspect -> cause.is(suspect.nodeId(), suspect.input())))
                .count();
        if (right == 0 || found == 0) {
            return 0;
        }
        double precision = right / (double) named.size();
        double recall = found / (double) causes.size();
        return 2 * precision * recall / (precision + recall);
    }
}
