package scenariorca.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.bench.DiagnosisReport;

/** The figures of {@code rca bench diagnosis} as tables of at most 80 columns. */
final class DiagnosisTable {
    private DiagnosisTable() {}

    static String of(DiagnosisReport report) {
        var text = new StringBuilder();
        DiagnosisReport.Metrics metrics = report.metrics();
        line(
                text,
                "%d cases, %d with an input cause, %d without",
                metrics.cases(),
                metrics.inputCases(),
                metrics.otherCases());
        line(text, "");
        ranks(text, "all cases with an input cause", report.rankings());
        for (DiagnosisReport.BucketScore bucket : report.buckets()) {
            if (bucket.cases() > 0) {
                ranks(
                        text,
                        bucket.changedInputs() + " changed inputs, " + bucket.cases() + " cases",
                        bucket.rankings());
            }
        }
        figure(text, "set F1, two causes", metrics.setF1(), "");
        figure(text, "false blame, no input cause", metrics.falseBlame(), "target at most 0.05");
        figure(text, "abstained", metrics.abstained(), "");
        figure(text, "class right", metrics.classRight(), "");
        figure(text, "worst class right", metrics.worstClass(), "");
        figure(text, "input named, and right", metrics.namedAndRight(), "");
        figure(text, "precision of what is named", metrics.precisionOfNamed(), "");
        figure(text, "calibration error", metrics.calibrationError(), "");
        figure(text, "AC@1, 6 or more changes", metrics.acAt1OfMany(), "target 0.25 above the best baseline");
        figure(text, "best baseline, the same cases", metrics.bestBaselineOfMany(), "");
        line(text, "%-32s%8.1f%8.1f  p50, p95; target p95 under 100", "ms per case", metrics.msP50(), metrics.msP95());
        kinds(text, report.kinds());
        groups(text, report.groups());
        confusion(text, report.confusion());
        ablation(text, report);
        return text.toString();
    }

    private static void ranks(StringBuilder text, String title, List<DiagnosisReport.Ranking> rankings) {
        line(text, "%-40s%8s%8s%8s%8s", title, "AC@1", "AC@3", "Avg@5", "MRR");
        for (DiagnosisReport.Ranking ranking : rankings) {
            line(
                    text,
                    "  %-38s%8s%8s%8s%8s",
                    ranking.name(),
                    number(ranking.acAt1()),
                    number(ranking.acAt3()),
                    number(ranking.avgAt5()),
                    number(ranking.mrr()));
        }
        line(text, "");
    }

    private static void figure(StringBuilder text, String name, @Nullable Double figure, String target) {
        line(text, "%-32s%8s  %s", name, number(figure), target);
    }

    private static void kinds(StringBuilder text, List<DiagnosisReport.KindScore> kinds) {
        line(text, "");
        line(text, "%-32s%8s%10s%10s%12s", "kind of failure", "cases", "first", "class", "abstained");
        for (DiagnosisReport.KindScore kind : kinds) {
            line(
                    text,
                    "  %-30s%8d%10s%10s%12s",
                    kind.kind(),
                    kind.cases(),
                    number(kind.firstRight()),
                    number(kind.classRight()),
                    number(kind.abstained()));
        }
    }

    private static void groups(StringBuilder text, List<DiagnosisReport.Group> groups) {
        String by = "";
        for (DiagnosisReport.Group group : groups) {
            if (!group.by().equals(by)) {
                by = group.by();
                line(text, "");
                line(text, "%-22s%8s%8s%8s%10s%8s%8s", by, "cases", "inputs", "AC@1", "named", "class", "blame");
            }
            line(
                    text,
                    "  %-20s%8d%8d%8s%10s%8s%8s",
                    group.name(),
                    group.cases(),
                    group.inputCases(),
                    number(group.acAt1()),
                    number(group.namedAndRight()),
                    number(group.classRight()),
                    number(group.falseBlame()));
        }
    }

    /** A row per true class, a column per class said. */
    private static void confusion(StringBuilder text, Map<String, Map<String, Integer>> confusion) {
        var said = new TreeSet<String>();
        confusion.values().forEach(row -> said.addAll(row.keySet()));
        line(text, "");
        var head = new StringBuilder("%-14s".formatted("class / said"));
        said.forEach(word -> head.append("%10s".formatted(word)));
        line(text, "%s", head);
        confusion.forEach((truth, row) -> {
            var cells = new StringBuilder("  %-12s".formatted(truth));
            said.forEach(word -> cells.append("%10d".formatted(row.getOrDefault(word, 0))));
            line(text, "%s", cells);
        });
    }

    private static void ablation(StringBuilder text, DiagnosisReport report) {
        if (report.ablation().isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "%-32s%8s%14s", "without this term", "AC@1", "false blame");
        List<DiagnosisReport.Ablation> worst = report.ablation().stream()
                .sorted(Comparator.comparingDouble(
                                (DiagnosisReport.Ablation one) -> one.acAt1() == null ? 0 : one.acAt1())
                        .thenComparing(DiagnosisReport.Ablation::term))
                .toList();
        for (DiagnosisReport.Ablation one : worst) {
            line(text, "  %-30s%8s%14s", one.term(), number(one.acAt1()), number(one.falseBlame()));
        }
    }

    private static String number(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
