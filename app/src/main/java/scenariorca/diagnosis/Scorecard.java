package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects the evidence for one suspect. Each term counts once; terms left out (for an ablation) count nothing. */
final class Scorecard {
    private static final double THOUSAND = 1_000;

    private final Set<EvidenceTerm> leftOut;
    private final List<EvidenceRow> rows = new ArrayList<>();
    private final double prior;

    Scorecard(double prior, Set<EvidenceTerm> leftOut) {
        this.prior = prior;
        this.leftOut = leftOut;
    }

    void add(EvidenceTerm term, double value, String text) {
        keep(term, value, row(term, text));
    }

    void addCount(EvidenceTerm term, double value, String text, int hits, int of) {
        keep(term, value, new EvidenceRow(term, 0, text, hits, of, List.of(), List.of()));
    }

    void addLog(EvidenceTerm term, double value, String text, long logKey) {
        List<Long> logKeys = logKey == 0 ? List.of() : List.of(logKey);
        keep(term, value, new EvidenceRow(term, 0, text, null, null, logKeys, List.of()));
    }

    void addRun(EvidenceTerm term, double value, String text, String runId) {
        keep(term, value, new EvidenceRow(term, 0, text, null, null, List.of(), List.of(runId)));
    }

    private static EvidenceRow row(EvidenceTerm term, String text) {
        return new EvidenceRow(term, 0, text, null, null, List.of(), List.of());
    }

    private void keep(EvidenceTerm term, double value, EvidenceRow row) {
        double logOdds = rounded(term.weight() * Math.clamp(value, 0, 1));
        if (logOdds != 0 && !leftOut.contains(term)) {
            rows.add(row.worth(logOdds));
        }
    }

    double score() {
        return rounded(prior + rows.stream().mapToDouble(EvidenceRow::logOdds).sum());
    }

    /** The strongest first, whichever way it speaks. */
    List<EvidenceRow> rows() {
        return rows.stream()
                .sorted(Comparator.comparingDouble((EvidenceRow row) -> -Math.abs(row.logOdds()))
                        .thenComparing(EvidenceRow::term))
                .toList();
    }

    boolean has(EvidenceTerm term) {
        return rows.stream().anyMatch(row -> row.term() == term);
    }

    static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
