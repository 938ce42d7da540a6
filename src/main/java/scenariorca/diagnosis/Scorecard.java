package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        add(term, value, text, null, null, List.of(), List.of());
    }

    void addCount(EvidenceTerm term, double value, String text, int hits, int of) {
        add(term, value, text, hits, of, List.of(), List.of());
    }

    void addLog(EvidenceTerm term, double value, String text, long logKey) {
        add(term, value, text, null, null, logKey == 0 ? List.of() : List.of(logKey), List.of());
    }

    void addRun(EvidenceTerm term, double value, String text, String runId) {
        add(term, value, text, null, null, List.of(), List.of(runId));
    }

    private void add(
            EvidenceTerm term,
            double value,
            String text,
            @Nullable Integer hits,
            @Nullable Integer of,
            List<Long> logKeys,
            List<String> runIds) {
        double logOdds = rounded(term.weight() * Math.clamp(value, 0, 1));
        if (logOdds != 0 && !leftOut.contains(term)) {
            rows.add(new EvidenceRow(term, logOdds, text, hits, of, logKeys, runIds));
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
