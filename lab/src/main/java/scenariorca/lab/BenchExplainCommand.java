package scenariorca.lab;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.ExplainBenchmark;
import scenariorca.bench.ExplainFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench explain}: how long an explanation takes over HTTP, and how that grows with history. */
@Command(
        name = "explain",
        description = "Measure explanations over HTTP, on a simulated platform and one with more history.",
        mixinStandardHelpOptions = true)
final class BenchExplainCommand implements Callable<Integer> {
    private static final double MAX_GROWTH = 100;

    private final Terminal terminal;

    @Option(
            names = "--profile",
            defaultValue = "standard",
            description = "${COMPLETION-CANDIDATES} (default: standard)")
    private Profile profile = Profile.STANDARD;

    @Option(names = "--seed", defaultValue = "42", description = "Another seed, other failures (default: 42).")
    private long seed;

    @Option(
            names = "--growth",
            paramLabel = "<x>",
            defaultValue = "10",
            description = "So many times the history in the second measurement (default: 10; 1 for none).")
    private double growth;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!(growth >= 1 && growth <= MAX_GROWTH)) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--growth is " + growth + "; it must be from 1 to 100");
        }
        try (EmbeddedPostgres server = BenchServer.open(terminal.settings())) {
            var benchmark = new ExplainBenchmark(terminal.settings(), server, profile, seed, terminal.err()::println);
            ExplainFigures figures = benchmark.run(growth == 1 ? List.of(1.0) : List.of(1.0, growth));
            terminal.out().println(isJson ? Json.write(figures) : text(figures));
            return figures.isOnTarget() ? 0 : 1;
        }
    }

    private static String text(ExplainFigures figures) {
        var text = new StringBuilder("%10s%10s%14s%8s%10s%10s%10s%n"
                .formatted("history", "runs", "calculations", "asked", "p50 ms", "p95 ms", "max ms"));
        for (ExplainFigures.History history : figures.histories()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9.0fx%,10d%,14d%,8d%10.1f%10.1f%10.1f%n",
                    history.scale(),
                    history.runs(),
                    history.calculations(),
                    history.asked(),
                    history.msP50(),
                    history.msP95(),
                    history.msMax()));
        }
        return text
                + String.format(
                        Locale.ROOT,
                        "p95 grows %.2f times where history grows %.2f times; target: p95 under 100 ms, and less than history",
                        figures.metrics().msRatio(),
                        figures.metrics().historyRatio());
    }
}
