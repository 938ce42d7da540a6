package scenariorca.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.LabelledLines;
import scenariorca.bench.PatternBenchmark;
import scenariorca.bench.PatternHoldOut;
import scenariorca.bench.PatternScore;
import scenariorca.bench.PatternSpeed;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;

/** {@code rca bench patterns}: how well and how fast patterns are found in lines whose templates are known. */
@Command(
        name = "patterns",
        description = "Measure the pattern miner on labelled log lines: accuracy, order, restarts, speed.",
        mixinStandardHelpOptions = true)
final class BenchPatternsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "CSV files with the columns LineId, Content, EventTemplate.")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write what was found: <set>.csv with LineId, EventId, EventTemplate.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    BenchPatternsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Everything measured.
     *
     * @param sets one result per set
     * @param mean unweighted mean over the labelled sets
     * @param heldOut each labelled set with weights that were chosen on the others
     * @param speed lines per second of one core
     */
    record Report(
            List<PatternBenchmark.SetResult> sets,
            PatternScore mean,
            List<PatternHoldOut.HeldOut> heldOut,
            PatternSpeed speed) {}

    @Override
    public Integer call() {
        List<LabelledLines> sets = LabelledLines.in(data);
        if (out != null) {
            PatternBenchmark.write(sets, out);
        }
        List<PatternBenchmark.SetResult> results = PatternBenchmark.run(sets);
        var report = new Report(
                results,
                PatternBenchmark.mean(results),
                PatternBenchmark.holdOut(sets),
                PatternSpeed.ofFileSystemLines());
        if (isJson) {
            terminal.out().println(Json.writePretty(report));
        } else {
            print(report, terminal.out());
        }
        return 0;
    }

    private static void print(Report report, PrintWriter out) {
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
        for (PatternBenchmark.SetResult set : report.sets()) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %7d %6d %5d %s %8.4f %8.4f%n",
                    set.name(),
                    set.lines(),
                    set.found(),
                    set.trueTemplates(),
                    set.isLabelled() ? scores(set.score()) : "      -       -       -       -",
                    set.shuffleSpread(),
                    set.stableLines());
        }
        out.printf(
                Locale.ROOT, "%-12s %7d %6s %5s %s%n", "Average", report.sets().size(), "", "", scores(report.mean()));
        printHeldOut(report.heldOut(), out);
        out.println(
                "GA, PA, FGA, FTA: grouping and parsing accuracy, F1 over groups and over templates; texts must be equal.");
        out.println("spread: largest change of GA or FGA over 3 shuffles. stable: lines with the same fingerprint after"
                + " a restart half-way through a shuffled order.");
        out.printf(
                Locale.ROOT,
                "speed: %,.0f lines/s of %.0f bytes, masking and look-up, CPU time of one thread, median of %d rounds%n",
                report.speed().linesPerSecond(),
                report.speed().bytesPerLine(),
                report.speed().rounds());
    }

    private static void printHeldOut(List<PatternHoldOut.HeldOut> heldOut, PrintWriter out) {
        if (heldOut.isEmpty()) {
            return;
        }
        out.println("leave one set out: the weights of words and names are chosen on the other sets");
        heldOut.forEach(held -> out.printf(
                Locale.ROOT,
                "%-12s %20s %s  word %.3f name %.3f%n",
                held.name(),
                "",
                scores(held.score()),
                held.weights().plainWord(),
                held.weights().identifier()));
        List<PatternScore> all =
                heldOut.stream().map(PatternHoldOut.HeldOut::score).toList();
        out.printf(Locale.ROOT, "%-12s %20s %s%n", "Held out", "", scores(PatternScore.mean(all)));
    }

    private static String scores(PatternScore score) {
        return String.format(Locale.ROOT, "%7.4f %7.4f %7.4f %7.4f", score.ga(), score.pa(), score.fga(), score.fta());
    }
}
