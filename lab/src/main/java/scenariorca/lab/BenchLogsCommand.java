package scenariorca.lab;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.bench.LogBenchmark;
import scenariorca.bench.LogFigures;
import scenariorca.cli.Terminal;
import scenariorca.platform.Json;
import scenariorca.warehouse.EmbeddedPostgres;

/** {@code rca bench logs}: measures the load of log events against the bare copy of the same rows. */
@Command(
        name = "logs",
        description = "Measure the load of log events against the bare copy of the same rows.",
        mixinStandardHelpOptions = true)
final class BenchLogsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--events", defaultValue = "1000000", description = "Log events to load (default: 1000000).")
    private int events;

    @Option(names = "--steps", description = "Tell how long each step of the loads takes, too.")
    private boolean isTellingSteps;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean isJson;

    BenchLogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (EmbeddedPostgres server = BenchServer.open(terminal.settings())) {
            var benchmark = new LogBenchmark(terminal.settings(), server, events, terminal.err()::println);
            LogFigures figures = (isTellingSteps ? benchmark.tellingSteps() : benchmark).run();
            if (isJson) {
                terminal.out().println(Json.write(Map.of("metrics", figures)));
            } else {
                print(figures);
            }
            return figures.meetsTargets() ? 0 : 1;
        }
    }

    private void print(LogFigures figures) {
        line("parse, one core", "%,.0f lines/s", figures.parseLinesPerSecond());
        line("redact, one core", "%,.0f lines/s", figures.redactLinesPerSecond());
        line("pattern of errors, one core", "%,.0f lines/s", figures.patternLinesPerSecond());
        line("first load, whole path", "%,.0f lines/s", figures.linesPerSecond());
        line("bare copy, same table and rows", "%,.0f lines/s", figures.limitLinesPerSecond());
        line("ratio, at least 0.50", "%.2f", figures.ratioToLimit());
        line("load into the filled table", "%,.0f lines/s", figures.laterLinesPerSecond());
        line("bare copy, same table and rows", "%,.0f lines/s", figures.laterLimitLinesPerSecond());
        line("ratio", "%.2f", figures.laterRatioToLimit());
        line("bare copy, no index, no days", "%,.0f lines/s", figures.bareLinesPerSecond());
        line("heap in use, at most", "%,.0f MB", figures.heapPeakMb());
        line("top categories by HTTP, median", "%.1f ms", figures.topCategoriesP50Ms());
        line("top categories by HTTP, p95, at most 50", "%.1f ms", figures.topCategoriesP95Ms());
        line("the same in process, p95", "%.1f ms", figures.topCategoriesInProcessP95Ms());
    }

    private void line(String label, String format, double value) {
        terminal.out().printf("%-40s%20s%n", label, String.format(Locale.ROOT, format, value));
    }
}
