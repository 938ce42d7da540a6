package scenariorca.lab;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.bench.DiagnosisReport;

/** The figures of {@code rca bench diagnosis} as tables of at most 80 columns. */
final class DiagnosisTable {
    private static final String GROUP = "%-22s%8s%8s%8s%8s%8s%8s%8s";

    private static final Map<String, Function<DiagnosisReport.Metrics, @Nullable Double>> FIGURES = figures();

    private DiagnosisTable() {}

    private static Map<String, Function<DiagnosisReport.Metrics, @Nullable Double>> figures() {
        Map<String, Function<DiagnosisReport.Metrics, @Nullable Double>> figures = new LinkedHashMap<>();
        figures.put("AC@1, an input cause", DiagnosisReport.Metrics::acAt1);
        figures.put("AC@1, 6 or more changes", DiagnosisReport.Metrics::acAt1OfMany);
        figures.put("best baseline, the same cases", DiagnosisReport.Metrics::bestBaselineOfMany);
        figures.put("input named, and right", DiagnosisReport.Metrics::namedAndRight);
        figures.put("precision of what is named", DiagnosisReport.Metrics::precisionOfNamed);
        figures.put("set F1, two causes", DiagnosisReport.Metrics::setF1);
        figures.put("class right", DiagnosisReport.Metrics::classRight);
        figures.put("worst class right", DiagnosisReport.Metrics::worstClass);
        figures.put("false blame, no input cause", DiagnosisReport.Metrics::falseBlame);
        figures.put("calibration error", DiagnosisReport.Metrics::calibrationError);
        figures.put("abstained", DiagnosisReport.Metrics::abstained);
        return figures;
    }

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
        figures(text, metrics, report.leftOut());
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

    private static void figures(
            StringBuilder text, DiagnosisReport.Metrics all, DiagnosisReport.@Nullable Metrics leftOut) {
        line(text, "%-32s%8s%10s", "", "", leftOut == null ? "" : "left out");
        FIGURES.forEach((name, figure) -> line(
                text,
                "%-32s%8s%10s",
                name,
                number(figure.apply(all)),
                leftOut == null ? "" : number(figure.apply(leftOut))));
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
                line(text, GROUP, by, "cases", "inputs", "AC@1", "named", "precise", "class", "blame");
            }
            line(
                    text,
                    GROUP,
                    "  " + group.name(),
                    String.valueOf(group.cases()),
                    String.valueOf(group.inputCases()),
                    number(group.acAt1()),
                    number(group.namedAndRight()),
                    number(group.precisionOfNamed()),
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
        line(text, "%-32s%8s%14s%14s", "without this term", "AC@1", "class right", "false blame");
        List<DiagnosisReport.Ablation> worst = report.ablation().stream()
                .sorted(Comparator.comparingDouble(
                                (DiagnosisReport.Ablation one) -> one.acAt1() == null ? 0 : one.acAt1())
                        .thenComparing(DiagnosisReport.Ablation::term))
                .toList();
        for (DiagnosisReport.Ablation one : worst) {
            line(
                    text,
                    "  %-30s%8s%14s%14s",
                    one.term(),
                    number(one.acAt1()),
                    number(one.classRight()),
                    number(one.falseBlame()));
        }
    }

    private static String number(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
