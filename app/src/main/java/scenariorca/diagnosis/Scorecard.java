package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scenariorca.diagnosis.evidence.BrokenRule;

/** Collects the evidence for one suspect. Each term counts once, with its largest share. */
final class Scorecard {
    private static final double THOUSAND = 1_000;

    private final VerdictClass verdictClass;
    private final Weights weights;
    private final Map<EvidenceTerm, Double> shares = new EnumMap<>(EvidenceTerm.class);
    private final Map<EvidenceTerm, EvidenceRow> rows = new EnumMap<>(EvidenceTerm.class);

    Scorecard(VerdictClass verdictClass, Weights weights) {
        this.verdictClass = verdictClass;
        this.weights = weights;
    }

    void add(EvidenceTerm term, double share, String text) {
        keep(term, share, new EvidenceRow(term, 0, text, null, null, List.of(), List.of(), null));
    }

    /** @param joint the same in the evidence of another suspect: the two speak together */
    void addJoint(EvidenceTerm term, double share, String text, String joint) {
        keep(term, share, new EvidenceRow(term, 0, text, null, null, List.of(), List.of(), joint));
    }

    void addRule(double share, BrokenRule rule) {
        EvidenceTerm term = EvidenceTerm.RULE_BROKEN;
        String joint = "rule " + rule.nodeId() + " " + rule.rule();
        keep(term, share, new EvidenceRow(term, 0, rule.text(), rule.held(), rule.seen(), List.of(), List.of(), joint));
    }

    void addCount(EvidenceTerm term, double share, String text, int hits, int of) {
        keep(term, share, new EvidenceRow(term, 0, text, hits, of, List.of(), List.of(), null));
    }

    void addLog(EvidenceTerm term, double share, String text, long logKey) {
        List<Long> logKeys = logKey == 0 ? List.of() : List.of(logKey);
        keep(term, share, new EvidenceRow(term, 0, text, null, null, logKeys, List.of(), null));
    }

    void addRun(EvidenceTerm term, double share, String text, String runId) {
        keep(term, share, new EvidenceRow(term, 0, text, null, null, List.of(), List.of(runId), null));
    }

    private void keep(EvidenceTerm term, double share, EvidenceRow row) {
        double clamped = Math.clamp(share, 0, 1);
        if (clamped > shares.getOrDefault(term, 0.0)) {
            shares.put(term, clamped);
            rows.put(term, row);
        }
    }

    /** The share of each term, 0 left out: what weights are fitted on. */
    Map<EvidenceTerm, Double> shares() {
        return Map.copyOf(shares);
    }

    double score() {
        double score = weights.prior(verdictClass);
        for (EvidenceTerm term : shares.keySet()) {
            score += worth(term);
        }
        return rounded(score);
    }

    private double worth(EvidenceTerm term) {
        return rounded(weights.of(verdictClass, term).worth(shares.getOrDefault(term, 0.0)));
    }

    /** The strongest first, whichever way it speaks; what weighs nothing is left out. */
    List<EvidenceRow> rows() {
        List<EvidenceRow> worthy = new ArrayList<>();
        rows.forEach((term, row) -> {
            if (worth(term) != 0) {
                worthy.add(row.worth(worth(term)));
            }
        });
        worthy.sort(Comparator.comparingDouble((EvidenceRow row) -> -Math.abs(row.logOdds()))
                .thenComparing(EvidenceRow::term));
        return worthy;
    }

    boolean has(EvidenceTerm term) {
        return shares.containsKey(term);
    }

    static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
