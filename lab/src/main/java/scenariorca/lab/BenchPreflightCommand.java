package scenariorca.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.Asked;
import scenariorca.bench.AskedRun;
import scenariorca.bench.PreflightBenchmark;
import scenariorca.bench.PreflightFigures;
import scenariorca.bench.RiskFit;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.preflight.RiskWeights;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench preflight}: how well failures are foreseen, on simulated platforms. */
@Command(
        name = "preflight",
        description = "Measure how well failures are foreseen before runs of simulated platforms of many kinds.",
        mixinStandardHelpOptions = true)
final class BenchPreflightCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Another seed, another platform; may be given several times (default: 42).")
    private List<Long> seeds = List.of();

    @Option(names = "--runs", defaultValue = "300", description = "At most so many runs of a platform (default: 300).")
    private int most;

    @Option(
            names = "--leave-out",
            description = "Judge each platform by weights fitted on those of other trades (default: no).")
    private boolean isLeavingOut;

    @Option(names = "--fit", paramLabel = "<file>", description = "Also write weights fitted on all of it to a file.")
    private @Nullable Path fitted;

    @Option(names = "--keep", paramLabel = "<file>", description = "Also keep the runs in a file, for --from.")
    private @Nullable Path kept;

    @Option(
            names = "--from",
            paramLabel = "<file>",
            description = "Judge runs that --keep wrote instead of asking anew; may be given several times.")
    private List<Path> from = List.of();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchPreflightCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<AskedRun> runs = from.isEmpty()
                ? ask()
                : from.stream().flatMap(file -> AskedRun.read(file).stream()).toList();
        if (kept != null) {
            AskedRun.keep(runs, kept);
        }
        List<Asked> asked = runs.stream().map(Asked::of).toList();
        boolean isOfOneTrade =
                runs.stream().map(run -> run.platform().domain()).distinct().count() < 2;
        if (isLeavingOut && isOfOneTrade) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--leave-out needs platforms of two trades, these are of one: give --seed or --from once more");
        }
        if (fitted != null) {
            write(RiskFit.fit(asked), fitted, asked);
        }
        PreflightFigures figures =
                isLeavingOut ? PreflightFigures.leftOut(asked) : PreflightFigures.of(asked, RiskWeights.standard());
        terminal.out().println(isJson ? Json.write(figures) : figures.text());
        return figures.isOnTarget() ? 0 : 1;
    }

    private List<AskedRun> ask() {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(terminal.settings().home())) {
            var benchmark = new PreflightBenchmark(terminal.settings(), server, terminal.err()::println);
            return seeds.stream()
                    .flatMap(seed -> benchmark.run(seed, most).stream())
                    .toList();
        }
    }

    private static void write(RiskWeights weights, Path file, List<Asked> asked) {
        String head =
                "# What speaks for a failure before a run, in log-odds. Made by rca bench preflight --fit from %d runs, seeds %s.\n"
                        .formatted(
                                asked.size(),
                                asked.stream()
                                        .map(one -> one.platform().seed())
                                        .distinct()
                                        .sorted()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
        try {
            Files.writeString(file, weights.table(head));
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "cannot write the weights to " + file, e);
        }
    }
}
