package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SlowDown;

/** Explains a run: the steps, one after the other, from evidence to verdict. Pure; never throws on any evidence. */
public final class Diagnosis {
    /** A run this many times slower than usual, and that many seconds, is slow. */
    private static final double SLOW_RATIO = 1.5;

    private static final double SLOW_SECONDS = 5;
    private static final int MAX_SUSPECTS = 10;
    private static final int MAX_CLEARED = 20;
    private static final int MAX_FIXES = 5;

    private Diagnosis() {}

    /** The verdict on a run. */
    public static Verdict explain(RunEvidence evidence) {
        return explain(evidence, Set.of());
    }

    /** As {@link #explain(RunEvidence)}, as if the given terms did not exist: for measuring what each is worth. */
    public static Verdict explain(RunEvidence evidence, Set<EvidenceTerm> leftOut) {
        var reach = new GraphReach(evidence.graph());
        Verdict.About about = aboutWhat(evidence);
        List<FailingNode> first = switch (about) {
            case FAILURE -> FirstFailure.find(evidence, reach);
            case SLOWNESS -> SlowNodes.find(evidence, reach);
            case NOTHING, RUNNING -> List.of();
        };
        boolean isToExplain = about == Verdict.About.FAILURE || about == Verdict.About.SLOWNESS;
        if (!isToExplain) {
            return verdict(evidence, reach, Finding.of(about, List.of(), List.of()), List.of());
        }
        var investigation = new Investigation(evidence, reach, first, leftOut);
        List<Suspect> suspects = Ranking.rank(investigation.scored(), reach);
        return verdict(evidence, reach, Finding.of(about, first, suspects), sorted(investigation.cleared()));
    }

    private static Verdict verdict(RunEvidence evidence, GraphReach reach, Finding finding, List<Cleared> cleared) {
        List<Suspect> suspects = finding.suspects();
        Map<VerdictClass, Double> classes = Naming.classProbabilities(suspects);
        VerdictClass verdictClass = finding.verdictClass();
        Baseline baseline = evidence.baseline();
        return new Verdict(
                evidence.run().runId(),
                evidence.run().scenarioName(),
                evidence.run().startedAt(),
                finding.about(),
                verdictClass,
                classes.getOrDefault(verdictClass, 1.0),
                new Headline(evidence, finding).text(),
                finding.causes(),
                finding.first(),
                baseline,
                baseline == null
                        ? "there is no run to compare with"
                        : baseline.kind().reason(),
                classes,
                suspects.subList(0, Math.min(MAX_SUSPECTS, suspects.size())),
                suspects.size(),
                cleared.subList(0, Math.min(MAX_CLEARED, cleared.size())),
                byReason(cleared),
                fixes(evidence),
                verdictClass == VerdictClass.INPUT ? PutBack.of(finding.causes(), evidence) : PutBack.NOTHING,
                WouldDecide.list(evidence, finding),
                LoggedLine.of(evidence.log()),
                evidence.similar(),
                evidence.run().fingerprint(),
                evidence.spread().runsInMonth(),
                evidence.spread().scenariosInMonth(),
                evidence.slowDown(),
                Lifecycle.sentence(evidence.transitions()),
                evidence.completeness(),
                CompletenessText.of(evidence),
                EvidenceHash.of(evidence));
    }

    private static Verdict.About aboutWhat(RunEvidence evidence) {
        return switch (evidence.run().outcome()) {
            case FAILED, TIMEOUT -> Verdict.About.FAILURE;
            case IN_PROGRESS -> Verdict.About.RUNNING;
            case SUCCESS -> isSlow(evidence.slowDown()) ? Verdict.About.SLOWNESS : Verdict.About.NOTHING;
            case UNKNOWN ->
                evidence.failedCalcs().isEmpty() && evidence.run().failReason() == null
                        ? Verdict.About.NOTHING
                        : Verdict.About.FAILURE;
        };
    }

    private static boolean isSlow(@Nullable SlowDown slowDown) {
        return slowDown != null
                && slowDown.seconds() > slowDown.usualSeconds() * SLOW_RATIO
                && slowDown.seconds() - slowDown.usualSeconds() > SLOW_SECONDS;
    }

    /** Edits by people before the run first; what is far from the question last. */
    private static List<Cleared> sorted(List<Cleared> cleared) {
        return cleared.stream()
                .sorted(Comparator.comparing(Cleared::changedAt)
                        .reversed()
                        .thenComparing(Cleared::nodeId)
                        .thenComparing(Cleared::input)
                        .thenComparing(Cleared::reason))
                .toList();
    }

    private static Map<ClearReason, Integer> byReason(List<Cleared> cleared) {
        Map<ClearReason, Integer> counts = new TreeMap<>();
        cleared.forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    private static List<Fix> fixes(RunEvidence evidence) {
        List<PastFix> frequent = new ArrayList<>(evidence.pastFixes());
        frequent.sort(Comparator.comparingInt((PastFix fix) -> -fix.recoveries()));
        return frequent.stream()
                .limit(MAX_FIXES)
                .map(fix -> FixText.of(fix, evidence.recoveries()))
                .toList();
    }
}
