package scenariorca.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.LabelledLines;
import scenariorca.bench.MadeLines;
import scenariorca.bench.PatternBenchmark;
import scenariorca.bench.PatternHoldOut;
import scenariorca.bench.PatternSpeed;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;

/** {@code rca bench patterns}: how well and how fast patterns are found in lines whose templates are known. */
@Command(
        name = "patterns",
        description =
                "Measure the pattern miner on log lines whose templates are known, made ones and your own: accuracy, order, restarts, speed.",
        mixinStandardHelpOptions = true)
final class BenchPatternsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "CSV files with the columns LineId, Content, EventTemplate, measured beside the made lines.")
    private @Nullable Path data;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Makes other lines and draws other halves. Default: ${DEFAULT-VALUE}.")
    private long seed;

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

    @Override
    public Integer call() {
        List<LabelledLines> own = data == null ? List.of() : LabelledLines.in(data);
        List<LabelledLines> made = MadeLines.all(seed);
        var all = new ArrayList<>(own);
        all.addAll(made);
        if (out != null) {
            PatternBenchmark.write(all, out);
        }
        var report = new PatternReport(
                PatternBenchmark.run(own),
                PatternBenchmark.run(made),
                PatternHoldOut.of(all, seed),
                PatternSpeed.ofFileSystemLines());
        if (isJson) {
            terminal.out().println(Json.writePretty(report));
        } else {
            report.print(terminal.out());
        }
        return 0;
    }
}
