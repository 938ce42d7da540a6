package scenariorca.lab;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.EtlBenchmark;
import scenariorca.bench.EtlFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench etl}: measures loads against the bare copy of the same rows, and against history. */
@Command(
        name = "etl",
        description =
                "Measure a full load against the bare copy of the same rows, and an incremental one against history.",
        mixinStandardHelpOptions = true)
final class BenchEtlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--scenarios", defaultValue = "300", description = "Scenarios of the full load (default: 300).")
    private int scenarios;

    @Option(names = "--nodes", defaultValue = "120", description = "Nodes of the model (default: 120).")
    private int nodes;

    @Option(names = "--runs", defaultValue = "8", description = "Runs of each scenario (default: 8).")
    private int runs;

    @Option(names = "--rounds", defaultValue = "3", description = "Measurements of each kind (default: 3).")
    private int rounds;

    @Option(names = "--steps", description = "Tell how long each step of the loads takes, too.")
    private boolean isTellingSteps;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchEtlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (EmbeddedPostgres server = BenchServer.open(terminal.settings())) {
            var size = new EtlBenchmark.Size(scenarios, nodes, runs, rounds);
            var benchmark = new EtlBenchmark(terminal.settings(), server, size, terminal.err()::println);
            EtlFigures figures = (isTellingSteps ? benchmark.tellingSteps() : benchmark).run();
            if (isJson) {
                terminal.out().println(Json.write(Map.of("metrics", figures)));
            } else {
                print(figures);
            }
            return figures.meetsTargets() ? 0 : 1;
        }
    }

    private void print(EtlFigures figures) {
        line("full load, %,d rows", figures.rows(), "%,.0f rows/s", figures.rowsPerSecond());
        line("bare copy of the same rows", 0, "%,.0f rows/s", figures.limitRowsPerSecond());
        line("ratio, at least 0.60", 0, "%.2f", figures.ratioToLimit());
        line("incremental, 100 changed rows", 0, "%.3f s", figures.incrementalSeconds());
        line("the same, ten times the history", 0, "%.3f s", figures.incrementalSecondsTenfold());
        line("ratio, at most 1.30", 0, "%.2f", figures.ratioToHistory());
        line("audit chain, full load", 0, "%+.1f %%", figures.chainCostPct());
        line("audit chain, incremental load", 0, "%+.1f %%", figures.chainCostIncrementalPct());
    }

    private void line(String label, long rows, String format, double value) {
        terminal.out()
                .printf(
                        "%-34s%20s%n",
                        String.format(Locale.ROOT, label, rows), String.format(Locale.ROOT, format, value));
    }
}
