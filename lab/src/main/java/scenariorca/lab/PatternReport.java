package scenariorca.lab;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import scenariorca.bench.PatternBenchmark;
import scenariorca.bench.PatternHoldOut;
import scenariorca.bench.PatternScore;
import scenariorca.bench.PatternSpeed;

/**
 * Everything measured about patterns.
 *
 * @param sets one result per set of the directory
 * @param made one result per set of made lines
 * @param heldOut every labelled set with weights that were chosen on others
 * @param speed lines per second of one core
 */
record PatternReport(
        List<PatternBenchmark.SetResult> sets,
        List<PatternBenchmark.SetResult> made,
        PatternHoldOut heldOut,
        PatternSpeed speed) {
    PatternReport {
        sets = List.copyOf(sets);
        made = List.copyOf(made);
    }

    /** As tables, the worst set first. */
    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-12s %7s %6s %5s %7s %7s %7s %7s %8s %8s%n",
                "dataset",
                "lines",
                "found",
                "true",
                "GA",
                "PA",
                "FGA",
                "FTA",
                "spread",
                "stable");
        print("Average", sets, out);
        print("Made", made, out);
        printHeldOut(out);
        out.println(
                "GA, PA, FGA, FTA: grouping and parsing accuracy, F1 over groups and over templates; texts must be equal.");
        out.println("spread: largest change of GA or FGA over 3 shuffles. stable: lines with the same fingerprint after"
                + " a restart half-way through a shuffled order.");
        out.printf(
                Locale.ROOT,
                "speed: %,.0f lines/s of %.0f bytes, masking and look-up, CPU time of one thread, median of %d rounds%n",
                speed.linesPerSecond(),
                speed.bytesPerLine(),
                speed.rounds());
    }

    private static void print(String mean, List<PatternBenchmark.SetResult> results, PrintWriter out) {
        results.stream()
                .sorted(Comparator.comparingDouble(set -> set.score().middle()))
                .forEach(set -> out.printf(
                        Locale.ROOT,
                        "%-12s %7d %6d %5d %s %8.4f %8.4f%n",
                        set.name(),
                        set.lines(),
                        set.found(),
                        set.trueTemplates(),
                        set.isLabelled() ? scores(set.score()) : "      -       -       -       -",
                        set.shuffleSpread(),
                        set.stableLines()));
        if (!results.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %7d %6s %5s %s%n",
                    mean,
                    results.size(),
                    "",
                    "",
                    scores(PatternBenchmark.mean(results)));
        }
    }

    private void printHeldOut(PrintWriter out) {
        if (heldOut.eachLeftOut().isEmpty()) {
            return;
        }
        out.println("each set with the weights of words and names that are best for all the others");
        heldOut.eachLeftOut().stream()
                .sorted(Comparator.comparingDouble(held -> held.score().middle()))
                .forEach(held -> out.printf(
                        Locale.ROOT,
                        "%-12s %20s %s  word %.3f name %.3f%n",
                        held.name(),
                        "",
                        scores(held.score()),
                        held.weights().plainWord(),
                        held.weights().identifier()));
        out.printf(Locale.ROOT, "%-12s %20s %s%n", "Held out", "", scores(PatternHoldOut.mean(heldOut.eachLeftOut())));
        out.printf(
                Locale.ROOT,
                "%-12s %20s %s  weights chosen on the other half of the sets%n",
                "Other half",
                "",
                scores(PatternHoldOut.mean(heldOut.otherHalf())));
    }

    private static String scores(PatternScore score) {
        return String.format(Locale.ROOT, "%7.4f %7.4f %7.4f %7.4f", score.ga(), score.pa(), score.fga(), score.fta());
    }
}
