package scenariorca.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.SparkBenchmark;
import scenariorca.bench.SparkFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench spark}: measures the job on a cluster of its own, beside the load on this machine. */
@Command(
        name = "spark",
        description = "Measure the job on a standalone cluster of this machine beside a load of the same objects.",
        mixinStandardHelpOptions = true)
final class BenchSparkCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--events", defaultValue = "400000", description = "Log events (default: 400000).")
    private int events;

    @Option(
            names = "--workers",
            split = ",",
            defaultValue = "1,2",
            paramLabel = "<n>",
            description = "Sizes of the cluster, one core a worker (default: 1,2).")
    private List<Integer> workers = List.of();

    @Option(
            names = "--sources",
            defaultValue = ".",
            paramLabel = "<dir>",
            description = "Folder of this project, built with its tests: its Spark is used (default: the current one).")
    private Path sources = Path.of(".");

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchSparkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(terminal.settings().home())) {
            var benchmark = new SparkBenchmark(
                    terminal.settings(), server, sources.toAbsolutePath().normalize(), terminal.err()::println);
            SparkFigures figures = benchmark.run(events, workers);
            if (isJson) {
                terminal.out().println(Json.write(Map.of("metrics", figures)));
            } else {
                print(figures);
            }
            return 0;
        }
    }

    private void print(SparkFigures figures) {
        line("cores of this machine", "%.0f", figures.cores());
        line("load on one machine", "%,.0f lines/s", figures.plainLinesPerSecond());
        for (SparkFigures.Run run : figures.runs()) {
            String who = run.workers() + (run.workers() == 1 ? " worker" : " workers");
            line("job, " + who, "%,.0f lines/s", figures.linesPerSecond(run));
            line("  start of the engine", "%.1f s", run.startSeconds());
            line("  whole job", "%.1f s", run.seconds());
            line("  load that takes it in", "%.1f s", run.takeInSeconds());
        }
        line("last cluster beside the first", "%.2f", figures.speedup());
        line("lake, bytes a line", "%.0f", figures.lakeBytesPerLine());
    }

    private void line(String label, String format, double value) {
        terminal.out().printf("%-40s%20s%n", label, String.format(Locale.ROOT, format, value));
    }
}
