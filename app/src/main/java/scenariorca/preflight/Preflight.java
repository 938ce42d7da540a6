package scenariorca.preflight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.diagnosis.evidence.InputChange;

/**
 * What a run of a scenario would probably come to, were it started now.
 *
 * @param scenarioId the scenario
 * @param scenarioName its name
 * @param at as of when, the time of the newest data
 * @param failureProbability 0 to 1, to four decimals
 * @param outlook will probably fail, may fail, or nothing speaks for a failure. Example: may fail
 * @param baselineRunId the last run that worked, or a comparable one; null without one
 * @param changedValues values that differ from it
 * @param usualSeconds what a successful run of it takes, the median; null when none is known
 * @param slowSeconds nine of ten take less; null when none is known
 * @param reasons what speaks for a failure, the strongest first; then what speaks against one
 */
public record Preflight(
        UUID scenarioId,
        String scenarioName,
        Instant at,
        double failureProbability,
        String outlook,
        @Nullable UUID baselineRunId,
        int changedValues,
        @Nullable Double usualSeconds,
        @Nullable Double slowSeconds,
        List<Reason> reasons) {
    private static final double PROBABLE = 0.5;
    private static final double POSSIBLE = 0.15;
    /** Weaker ones only make the list long. */
    private static final double LEAST = 0.05;

    public Preflight {
        reasons = List.copyOf(reasons);
    }

    /**
     * Something that speaks for a failure, or against one.
     *
     * @param term its name. Example: outside
     * @param text as a sentence
     * @param logOdds how strongly it speaks, to two decimals; below 0 against a failure
     * @param nodeId whose input it is; null when it is about none
     * @param input path of the value; null when it is about none. Example: market_share
     * @param before the value in the baseline, as JSON text; null without one
     * @param after the value now, as JSON text; null without one
     * @param changedBy who gave it its value; null when nobody is known
     * @param changedAt when; null when it is about no input
     */
    public record Reason(
            String term,
            String text,
            double logOdds,
            @Nullable UUID nodeId,
            @Nullable String input,
            @Nullable String before,
            @Nullable String after,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    public static Preflight of(Outlook outlook) {
        return of(outlook, RiskWeights.standard());
    }

    /** How strongly each term speaks, for those who fit the weights. */
    public static Map<RiskTerm, Double> strengths(Outlook outlook) {
        return Map.copyOf(Risks.of(outlook).strengths());
    }

    static Preflight of(Outlook outlook, RiskWeights weights) {
        Risks risks = Risks.of(outlook);
        double probability = Math.round(weights.probability(risks.strengths()) * 10_000) / 10_000.0;
        var baseline = outlook.baseline().runId();
        return new Preflight(
                outlook.run().scenario().scenarioId().value(),
                outlook.run().scenario().name(),
                outlook.run().startedAt(),
                probability,
                probability >= PROBABLE
                        ? "will probably fail"
                        : probability >= POSSIBLE ? "may fail" : "nothing speaks for a failure",
                baseline == null ? null : baseline.value(),
                (int) outlook.changes().stream().filter(InputChange::isUsed).count(),
                outlook.duration().usual(),
                outlook.duration().slow(),
                reasons(risks, weights, outlook));
    }

    private static List<Reason> reasons(Risks risks, RiskWeights weights, Outlook outlook) {
        var reasons = new ArrayList<Reason>();
        risks.strengths().forEach((term, strength) -> {
            double odds = weights.contribution(term, strength);
            if (Math.abs(odds) >= LEAST) {
                reasons.add(reason(term, Math.round(odds * 100) / 100.0, risks, outlook));
            }
        });
        reasons.sort(Comparator.comparingDouble(Reason::logOdds).reversed().thenComparing(Reason::term));
        return reasons;
    }

    private static Reason reason(RiskTerm term, double odds, Risks risks, Outlook outlook) {
        InputChange change = risks.change(term);
        if (change == null) {
            BrokenRule broken = term == RiskTerm.BROKEN_RULE ? risks.broken() : null;
            UUID node = broken == null ? null : broken.nodeId().value();
            String input = broken == null ? null : String.join(", ", broken.inputs());
            String told = broken == null ? RiskText.of(term, outlook) : broken.text();
            String text = term.sign() < 0 ? "against it: " + told : told;
            return new Reason(term.word(), text, odds, node, input, null, null, null, null);
        }
        return new Reason(
                term.word(),
                RiskText.of(term, change),
                odds,
                change.nodeId().value(),
                change.leaf().path(),
                change.leaf().before() == null ? null : change.leaf().before().toString(),
                change.leaf().after() == null ? null : change.leaf().after().toString(),
                change.set().changedBy(),
                change.set().changedAt());
    }
}
